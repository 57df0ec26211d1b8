"""The files that go with what is filed, each with its SHA-256: the frozen copy says which bytes were meant (D2)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.documents import get_document_model

from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans.models import Plan

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Attached:
    """A file: the field that names it, its title, its size in bytes and the SHA-256 of them in hexadecimal.

    ``document`` is its primary key in this database, which the frozen copy leaves out.
    """

    document: int
    field: str
    title: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _File:
    """A file as the thing that a finding is about."""

    key: str
    subject: str


def as_filed(files: Iterable[Attached]) -> list[dict[str, Any]]:
    """What the frozen copy says of these files."""
    names = ("field", "title", "size", "sha256")
    return [{name: getattr(one, name) for name in names} for one in files]


def attached(named: Iterable[tuple[str, int | None]]) -> tuple[Attached, ...]:
    """These files, in their order; a field without a file is left out. One query, and each file is read once.

    ``named`` are pairs of a field and the primary key of its document.

    Raises:
        LawError: a file cannot be read (PLAN-SUB-01).
    """
    wanted = [(field, pk) for field, pk in named if pk is not None]
    rows = get_document_model().objects.in_bulk([pk for _field, pk in wanted]) if wanted else {}
    found = [_read(field, rows.get(pk), pk) for field, pk in wanted]
    refuse_if(one for one in found if isinstance(one, Finding))
    return tuple(one for one in found if isinstance(one, Attached))


def of_coalition(plan: Plan) -> Iterator[tuple[str, int | None]]:
    """The agreement of the partners, where the plan is a coalition's (COAL-15)."""
    if plan.coalition:
        yield "agreement_document", plan.coalition.agreement_document_id


def _read(field: str, document: Any, pk: int) -> Attached | Finding:
    try:
        return Attached(pk, field, document.title, *_measured(document.file))
    except (AttributeError, OSError, ValueError):
        title = getattr(document, "title", str(pk))
        template = _("The file “%(title)s” cannot be read, so what was filed could not be proven later.")
        hint = _("Upload it again, or choose another.")
        return error("PLAN-SUB-01", _File(str(pk), title), template, hint=hint, field=field, title=title)


def _measured(file: Any) -> tuple[int, str]:
    """Size and SHA-256; the file is read piece by piece."""
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as opened:
        while piece := opened.read(CHUNK):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()
