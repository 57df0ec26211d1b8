"""Filed reports and published updates on the pages of the plan and of its commitments (MON-PUB-01, TRK-02)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html

from ogp_wagtail.in_words import name_of
from ogp_wagtail.monitoring.asking import answered
from ogp_wagtail.monitoring.deeds import published
from ogp_wagtail.monitoring.models import (
    MilestoneMove,
    ProgressEntry,
    ProgressUpdate,
)
from ogp_wagtail.pages.queries import public_commitments
from ogp_wagtail.plans.models import Commitment
from ogp_wagtail.rows import gather

SHOWN: Final = 12


@dataclass
class Told:
    """What an update says of one commitment."""

    commitment: Commitment
    entry: ProgressEntry | None = None
    moves: list[MilestoneMove] = field(default_factory=list)


@dataclass
class Quarter:
    """An update with what it says of the commitments that are shown."""

    update: ProgressUpdate
    told: list[Told] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The quarter as the reader's language abbreviates it: 2026-Q4, 2026-T4."""
        return name_of(self.update.name)


def monitoring_of_plan(request: HttpRequest, page: Any, row: Any) -> str:
    """The updates of a plan and its reports: one query where there are none, none before it is filed."""
    if row.submitted_on is None:
        return ""
    plan = published(row)
    rows = _public(public_commitments().filter(plan=row)) if _any(plan) else {}
    assessments = _known(plan.assessments.all(), rows)
    whole = [*plan.inception_reports.all(), *plan.learning_reports.all()]
    whole = [one for one in whole if not getattr(one, "commitment_id", None)]
    assessments.sort(key=lambda one: (one.commitment.code, one.submitted_on))
    updates = _updates(request, plan, rows, is_plan=True)
    return format_html("{}{}", updates, _reports(request, whole, assessments))


def monitoring_of_commitment(request: HttpRequest, page: Any, row: Any) -> str:
    """What the updates say of a commitment, and the reports about it: one query where there are none."""
    if row.plan.submitted_on is None:
        return ""
    plan = published(row.plan)
    rows = _public(public_commitments().filter(pk=row.pk)) if _any(plan) else {}
    about = [*_known(plan.inception_reports.all(), rows), *_known(plan.assessments.all(), rows)]
    updates = _updates(request, plan, rows, is_plan=False)
    return format_html("{}{}", updates, _reports(request, about, []))


def _any(plan: Any) -> bool:
    names = ("inception_reports", "assessments", "learning_reports", "updates")
    return any(getattr(plan, name).all() for name in names)


def _public(commitments: Any) -> dict[int, Commitment]:
    """The commitments that everybody may see, with their milestones, by primary key."""
    return {row.pk: row for row in gather(commitments.order_by("code"), "milestones")}


def _known(reports: Iterable[Any], rows: dict[int, Commitment]) -> list[Any]:
    """Those about one of these commitments, each knowing it."""
    found = [one for one in reports if one.commitment_id in rows]
    for one in found:
        one.commitment = rows[one.commitment_id]
    return sorted(found, key=lambda one: one.submitted_on)


def _reports(request: HttpRequest, whole: list[Any], assessments: list[Any]) -> str:
    context = {"reports": [(one, answered(one)) for one in whole], "assessments": assessments}
    return _rendered("reports", context, request) if whole or assessments else ""


def _updates(request: HttpRequest, plan: Any, rows: dict[int, Commitment], *, is_plan: bool) -> str:
    latest = sorted(plan.updates.all(), key=lambda one: one.quarter, reverse=True)
    quarters = [Quarter(one, _told(one, rows)) for one in latest]
    context = {"quarters": [one for one in quarters if one.told][:SHOWN], "is_plan": is_plan}
    return _rendered("updates", context, request) if context["quarters"] else ""


def _told(update: ProgressUpdate, rows: dict[int, Commitment]) -> list[Told]:
    """What an update says of these commitments, in their order."""
    milestones = {one.pk: (row, one) for row in rows.values() for one in row.milestones.all()}
    told = {pk: Told(row) for pk, row in rows.items()}
    for entry in update.entries.all():
        if entry.commitment_id in told:
            told[entry.commitment_id].entry = entry
    for move in update.moves.all():
        if move.milestone_id in milestones:
            row, move.milestone = milestones[move.milestone_id]
            told[row.pk].moves.append(move)
    return [one for one in told.values() if one.entry or one.moves]


def _rendered(name: str, context: dict[str, Any], request: HttpRequest) -> str:
    return render_to_string(f"ogp_wagtail/monitoring/{name}.html", context, request)
