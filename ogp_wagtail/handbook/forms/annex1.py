"""Annex 1: the form of the strategic vision, field by field."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from ..editions import Edition
from ..facts import MemberFacts, PlanFacts
from ..findings import Finding, error
from ..meetings import meeting_count
from ..words import _
from .fields import FormField, Kind, Required, filled, missing
from .taking_part import check_taking_part, count_said, types_said

TERM_END = FormField("1.1", "A1-1.1", "term_end", Required.IF_ELECTED, Kind.DATE)

ANNEX_1 = (
    TERM_END,
    FormField("1.2", "A1-1.2", "period_end", kind=Kind.DATE),
    FormField("2", "A1-2", "forewords", kind=Kind.ROWS),
    FormField("3", "A1-3", "introduction_letter", Required.OPTIONAL, Kind.FILE),
    FormField("4.1", "A1-4.1", "long_term_vision", name=_("Long-term vision")),
    FormField("4.1", "A1-4.1", "goals", kind=Kind.ROWS, name=_("Long-term goals")),
    FormField("4.2", "A1-4.2", "achievements"),
    FormField("4.3", "A1-4.3", "challenges"),
    FormField("4.4", "A1-4.4", "medium_term_goals"),
    FormField("4.5", "A1-4.5", "contribution_to_vision"),
    FormField("4.6", "A1-4.6", "contribution_to_policy"),
    FormField("5.1", "A1-5.1", "institutions", kind=Kind.ROWS),
    FormField("5.2", "A1-5.2", "institutional_arrangements"),
    FormField("5.3", "A1-5.3", "spaces", kind=Kind.ROWS),
    FormField("5.4", "A1-5.4", "diversity_measures"),
    FormField("5.5", "A1-5.5", "group_types", kind=Kind.COMPUTED),
    FormField("5.6", "A1-5.6", "group_count", kind=Kind.COMPUTED),
    FormField("5.7", "A1-5.7", "meeting_count", kind=Kind.COMPUTED),
    FormField("5.8", "A1-5.8", "collaboration"),
    FormField("6.1", "A1-6.1", "monitoring_body_description"),
    FormField("6.2", "A1-6.2", "monitoring_body_contact", kind=Kind.CONTACT),
    FormField("6.3", "A1-6.3", "progress_discussion"),
    FormField("6.4", "A1-6.4", "progress_checks"),
    FormField("6.5", "A1-6.5", "results_sharing"),
    FormField("7", "A1-7", "endorsements", kind=Kind.ROWS),
    FormField("8", "A1-8", "strategy_documents", Required.OPTIONAL, Kind.FILE),
    FormField("9", "A1-9", "consultation_url", Required.CONDITIONAL, Kind.URL),
)

_IS_FILLED: Mapping[str, Callable[[PlanFacts, date], bool]] = MappingProxyType(
    {
        "period_end": lambda plan, day: plan.period_end is not None,
        "forewords": lambda plan, day: any(filled(foreword.text) for foreword in plan.forewords),
        "goals": lambda plan, day: any(filled(goal.text) for goal in plan.goals),
        "institutions": lambda plan, day: any(map(filled, plan.institutions)),
        "spaces": lambda plan, day: bool(plan.spaces),
        "group_types": lambda plan, day: bool(types_said(plan, day)),
        "group_count": lambda plan, day: count_said(plan, day) > 0,
        "meeting_count": lambda plan, day: meeting_count(plan, day) > 0,
        "monitoring_body_contact": lambda plan, day: filled(
            plan.monitoring_body.email if plan.monitoring_body else ""
        ),
        "endorsements": lambda plan, day: bool(plan.endorsements),
    }
)


def check_annex_1(plan: PlanFacts, edition: Edition, *, day: date | None = None) -> list[Finding]:
    """Return what keeps the vision from being filed, and what looks odd in it.

    The computed items 5.5 to 5.7 count the meetings held up to ``day`` (default: the day of submission).
    """
    until = day or plan.submitted_on or date.max
    return [*terms_are_stated(plan), *vision_is_complete(plan, until), *check_taking_part(plan, until)]


def vision_is_complete(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """A1-1.2 to A1-8, Annex 1: each item is filled, but for the two that are asked "if available" (3 and 8)."""
    for field in ANNEX_1:
        if not _is_filled(plan, field, day):
            yield missing(field, plan)


def _is_filled(plan: PlanFacts, field: FormField, day: date) -> bool:
    if field.required is not Required.ALWAYS:
        return True
    if field.kind is Kind.TEXT:
        return filled(plan.texts.get(field.field, ""))
    return _IS_FILLED[field.field](plan, day)


def terms_are_stated(plan: PlanFacts) -> Iterator[Finding]:
    """A1-1.1, Annex 1 item 1.1, and COAL-20: one term end for each elected member, after the submission."""
    for member in plan.members:
        if member.elected and member.term_end is None:
            yield missing(TERM_END, member)
        elif member.elected:
            yield from _term_is_running(member, plan)


def _term_is_running(member: MemberFacts, plan: PlanFacts) -> Iterator[Finding]:
    if plan.submitted_on and member.term_end and member.term_end <= plan.submitted_on:
        yield error(
            "A1-1.1",
            member,
            _("%(member)s's term ends on %(term_end)s; the plan is submitted on %(day)s, after that."),
            field="term_end",
            member=member.name,
            term_end=member.term_end,
            day=plan.submitted_on,
        )
