"""The next dates of a plan in words: what, for whom, and how each was reckoned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogp_wagtail.handbook.facts import CommitmentFacts, MeetingFacts, ParticipationFacts, PlanFacts
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.timetable import Deadline, dates_due
from ogp_wagtail.in_words import cited, formula_of, name_of, title_of
from ogp_wagtail.pages.public.order import natural
from ogp_wagtail.plans.facts import member_facts
from ogp_wagtail.plans.models import Commitment, Meeting, Plan, PlanMember


@dataclass(frozen=True, slots=True)
class NextDate:
    """One date, in the active language. ``subjects`` are whom or what it concerns; empty: the whole plan."""

    date: date
    what: str
    subjects: tuple[str, ...]
    formula: str
    rule: str
    section: str


def next_dates(facts: PlanFacts, day: date, count: int) -> list[NextDate]:
    """The first ``count`` dates from ``day`` on; what falls due on one day for one reason is one date."""
    grouped: dict[tuple[Any, ...], list[Deadline]] = {}
    for one in dates_due(facts, edition_of(facts), day):
        grouped.setdefault((one.date, one.rule, one.formula), []).append(one)
    return [_in_words(group) for group in list(grouped.values())[:count]]


def _in_words(group: list[Deadline]) -> NextDate:
    first = group[0]
    subjects = tuple(sorted((name for one in group if (name := name_of(one.subject))), key=natural))
    what, formula = title_of(first), formula_of(first)
    return NextDate(first.date, what, subjects, formula, first.rule, cited(first.section))


def facts_for_dates(
    plan: Plan,
    members: Iterable[PlanMember],
    commitments: Iterable[Commitment],
    meetings: Iterable[Meeting] = (),
) -> PlanFacts:
    """What the timetable needs of a plan, of these rows alone: a commitment that is not public has no dates here."""
    return PlanFacts(
        key=str(plan.key),
        code=plan.code,
        title=plan.title,
        members=tuple(member_facts(row) for row in members),
        commitments=tuple(_commitment(row) for row in commitments),
        meetings=tuple(_meeting(row) for row in meetings),
        is_joint=plan.is_joint,
        period_start=plan.period_start,
        period_end=plan.period_end,
        submitted_on=plan.submitted_on,
        edition=plan.edition,
        readings=plan.readings,
    )


def _meeting(row: Meeting) -> MeetingFacts:
    return MeetingFacts(str(row.key), row.title, row.held_on, frozenset(row.purposes))


def _commitment(row: Commitment) -> CommitmentFacts:
    life = ("submitted_on", "included_on", "implemented_on", "assessed_on", "released_on", "withdrawn_on")
    return CommitmentFacts(
        key=str(row.key),
        code=row.code,
        scope=row.scope,
        start=row.start,
        end=row.end,
        participations=tuple(
            ParticipationFacts(str(part.member.jurisdiction_id), part.end, part.implemented_on)
            for part in row.participations.all()
        ),
        **{name: getattr(row, name) for name in life},
    )
