"""A refusal on its way from the law to the form: set by the guard of the admin, shown by the page's form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ogp_wagtail.law import LawDenied, LawError

refused: ContextVar[LawError | None] = ContextVar("ogp_refused", default=None)
guarded: ContextVar[bool] = ContextVar("ogp_guarded", default=False)


@contextmanager
def answered() -> Iterator[None]:
    """Let a refusal be answered on every path.

    Under the guard it goes up as it is, undoes the whole request and is shown in the form. Elsewhere it is a
    ``PermissionDenied`` too: a view of Wagtail's that has no hook, such as the approval of a workflow, answers
    that with a redirect and not with an error page. Inside the guard the same kind would be swallowed.
    """
    try:
        yield
    except LawError as refusal:
        raise refusal if guarded.get() else LawDenied(refusal.findings) from refusal
