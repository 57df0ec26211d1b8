"""How a commitment changed since it was filed, as its page tells it (AMEND-01, AMEND-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from ogp_wagtail.handbook.amendments import label_of
from ogp_wagtail.plans.models import Amendment, Commitment

IN_WORDS = ("title", "problem", "status_quo", "action", "results", "additional_information")
DAYS = ("start", "end")


@dataclass(frozen=True, slots=True)
class Change:
    """One item that changed. ``before`` and ``after`` are empty where a list of rows changed: the page shows it."""

    label: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ListedAmendment:
    """An amendment in force and what it changed."""

    row: Amendment
    changes: list[Change]


def list_amendments(commitment: Commitment) -> list[ListedAmendment]:
    """The amendments of a commitment that are in force, the latest first."""
    rows = Amendment.objects.filter(commitment=commitment, filed_on__isnull=False)
    told = rows.select_related("commitment", "filing").defer("filing__document")
    return [ListedAmendment(row, _changes(row)) for row in told.prefetch_related("consulted", "approved_by")]


def _changes(row: Amendment) -> list[Change]:
    return [_change(name, row.old.get(name), after) for name, after in row.new.items()]


def _change(name: str, before: Any, after: Any) -> Change:
    label = gettext(label_of(name))
    if name in DAYS:
        return Change(label, _day(before), _day(after))
    return Change(label, str(before or ""), str(after or "")) if name in IN_WORDS else Change(label)


def _day(iso: Any) -> str:
    return date_format(date.fromisoformat(iso), "DATE_FORMAT") if isinstance(iso, str) else ""
