"""The questions of a report's form as the editor and the reader meet them, in the active language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ogp_wagtail.fields import label
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.facts import ReportFacts
from ogp_wagtail.handbook.monitoring import Question, form_of, scale_of
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.vocabularies import INCEPTION
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.plans.models import Commitment

COLUMNS = ("completion", "exercise_on")  # questions that a column of their own answers


@dataclass(frozen=True)
class Line:
    """One question: the name under which its answer is stored, its words, and the answers it may take."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = True

    def answer_of(self, given: dict[str, Any]) -> str:
        """The answer in words; empty where there is none."""
        text = str(given.get(self.name) or "")
        return dict(self.choices).get(text, text)


def lines(report: Any) -> list[Line]:
    """Every question of the report's form that is answered in words or by a choice, in the form's order."""
    about = str(report.commitment_id) if getattr(report, "commitment_id", None) else None
    found: list[Line] = []
    rows = rated(report) if report.kind == INCEPTION else []
    members = each_on_its_own(report) if report.kind == INCEPTION else []
    for question in form_of(ReportFacts("", report.kind, about)):
        if question.for_each:
            found += [_line(report, question, f"{row.key}:{question.id}", row.code) for row in rows]
        elif question.for_members and members:
            found += [_line(report, question, f"{one.pk}:{question.id}", one.name) for one in members]
        elif question.id not in COLUMNS:
            found.append(_line(report, question, question.id))
    return found


def _line(report: Any, question: Question, name: str, code: str = "") -> Line:
    scale = scale_of(question, edition_of(report.plan) if report.plan_id else CURRENT)
    vocabulary = question.scale
    choices = tuple((slug, label(vocabulary, slug)) for slug in scale) if vocabulary else ()
    text = _(question.text)
    return Line(name, f"{code}: {text}" if code else text, choices, question.required)


def rated(report: Any) -> list[Commitment]:
    """The commitments that an inception report rates: the initial ones, or the one it is about (INC-03, INC-04)."""
    if report.commitment_id:
        return [report.commitment]
    if not report.plan_id or not report.plan.submitted_on:
        return []
    initial = report.plan.commitments.filter(
        submitted_on__lte=report.plan.submitted_on, withdrawn_on__isnull=True
    )
    return list(initial.order_by("code"))


def each_on_its_own(report: Any) -> list[Jurisdiction]:
    """The members whose requirements are looked at one by one: those that co-create each on its own (COAL-13)."""
    coalition = report.plan.coalition if report.plan_id else None
    if coalition is None or coalition.cocreation_mode != "separate":
        return []
    return list(Jurisdiction.objects.filter(plan_seats__plan=report.plan).order_by("name"))


def answered(report: Any) -> list[tuple[str, str]]:
    """The questions that have an answer, each with it, for readers."""
    pairs = ((line.label, line.answer_of(report.answers)) for line in lines(report))
    return [(text, answer) for text, answer in pairs if answer]
