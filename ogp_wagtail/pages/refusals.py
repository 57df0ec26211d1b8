"""A refusal on its way from the law to the form: set by the guard of the admin, shown by the page's form."""

from __future__ import annotations

from contextvars import ContextVar

from ogp_wagtail.law import LawError

refused: ContextVar[LawError | None] = ContextVar("ogp_refused", default=None)
