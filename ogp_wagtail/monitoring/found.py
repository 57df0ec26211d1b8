"""What reports and updates say, for the search, in the plan's own language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from ogp_wagtail.findable import Kind, Said, Section, Thing
from ogp_wagtail.monitoring.asking import answered
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    InceptionReport,
    LearningReport,
    ProgressUpdate,
)
from ogp_wagtail.plans.models import Plan

REPORTS = "ogp-reports"
UPDATES = "ogp-updates"


def report_thing(report: Any) -> Thing:
    """A published report: the questions that it answers, each a heading. A draft says nothing."""
    plan, commitment = report.plan, getattr(report, "commitment", None)
    if report.published_on is None:
        return Thing(plan.pk)
    with override(plan.language):
        title = f"{report.name}: {commitment or plan}"
        sections = tuple(Section(question, answer, REPORTS) for question, answer in answered(report))
    about = [commitment.key] if commitment else []
    said = (Said(plan.language, title, sections),)
    return Thing(plan.pk, said, report.published_on, about, cities_of(plan, commitment))


def update_thing(update: ProgressUpdate) -> Thing:
    """A published update: what it says of each commitment. A draft says nothing."""
    plan = update.plan
    if update.published_on is None:
        return Thing(plan.pk)
    entries = list(update.entries.select_related("commitment"))
    moves = list(update.moves.select_related("milestone__commitment"))
    with override(plan.language):
        title = _("Quarterly update %(quarter)s: %(plan)s") % {"quarter": update.name, "plan": plan}
        sections = (*map(entry_section, entries), *map(move_section, moves))
    about = {one.about.key for one in (*entries, *moves)}
    said = (Said(plan.language, title, tuple(one for one in sections if one.text)),)
    return Thing(plan.pk, said, update.published_on, about, cities_of(plan))


def entry_section(entry: Any) -> Section:
    """What an update says of one commitment."""
    parts = (entry.text, entry.step, entry.delay_reason, entry.next_steps)
    return Section(str(entry.commitment), "\n".join(part for part in parts if part), UPDATES)


def move_section(move: Any) -> Section:
    """How a milestone moved, and why."""
    parts = (str(move), move.reason, move.next_steps)
    return Section(str(move.about), "\n".join(part for part in parts if part), UPDATES)


def cities_of(plan: Plan, commitment: Any = None) -> list[int]:
    """The cities that take part in the commitment; of a plan, all that it binds."""
    parts = commitment.participations.values_list("member__jurisdiction", flat=True) if commitment else ()
    return sorted(parts or plan.members.values_list("jurisdiction", flat=True))


def seen(name: str, model: Any) -> Q:
    """Entries of what was published."""
    return Q(**{f"{name}__in": model.objects.public().values("pk")})


def place(anchor: str, row: Any) -> tuple[UUID, str]:
    """A report is read on the page of its commitment where it is about one, else on its plan's; so is an update."""
    commitment = getattr(row, "commitment", None)
    return (commitment or row.plan).key, anchor


def findable() -> Iterator[Kind]:
    """The kinds of this room."""
    reports = {
        "inception": InceptionReport,
        "assessment": EndOfCommitmentReport,
        "learning": LearningReport,
    }
    for name, model in reports.items():
        yield kind(name, model, report_thing)
    yield kind("progress_update", ProgressUpdate, update_thing)


def kind(name: str, model: Any, thing: Any) -> Kind:
    """One kind of report."""
    at = partial(place, UPDATES if name == "progress_update" else REPORTS)
    return Kind(name, "report", model, model.objects.all, thing, partial(seen, name, model), at)
