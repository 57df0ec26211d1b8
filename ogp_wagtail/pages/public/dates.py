"""The next dates of a plan in words: what, for whom, and how each was reckoned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogp_wagtail.handbook.facts import (
    CommitmentFacts,
    MeetingFacts,
    MembershipFacts,
    ParticipationFacts,
    PlanFacts,
    SubmittedPlanFacts,
)
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.timetable import Deadline
from ogp_wagtail.handbook.timetable import next_dates as deadlines_ahead
from ogp_wagtail.handbook.timetable.duties import duty_of, grouped, rules_of, whose
from ogp_wagtail.in_words import cited, formula_of, name_of, title_of
from ogp_wagtail.pages.public.order import natural
from ogp_wagtail.pages.queries import public_plans
from ogp_wagtail.pages.registry import deeds
from ogp_wagtail.plans.facts import member_facts
from ogp_wagtail.plans.models import Commitment, Meeting, Plan, PlanMember


@dataclass(frozen=True, slots=True)
class NextDate:
    """One date, in the active language. ``subjects`` are whom or what it concerns; empty: the whole plan.

    ``rule`` is the id of its rule, or of both rules that ask the same (GAP-01, COAL-18).
    """

    date: date
    what: str
    subjects: tuple[str, ...]
    formula: str
    rule: str
    section: str


def next_dates(facts: PlanFacts, day: date, count: int) -> list[NextDate]:
    """The first ``count`` dates from ``day`` on of what is not done yet; one day for one reason is one date."""
    ahead = deadlines_ahead(facts, edition_of(facts), day, None)
    groups = grouped(ahead, lambda one: (one.date, duty_of(one), one.formula))
    return [_in_words(group) for group in groups[:count]]


def _in_words(group: list[Deadline]) -> NextDate:
    first = group[0]
    subjects = tuple(sorted((name for one in whose(group) if (name := name_of(one))), key=natural))
    what, formula = title_of(first), formula_of(first)
    return NextDate(first.date, what, subjects, formula, rules_of(group), cited(first.section))


def facts_for_dates(
    plan: Plan,
    members: Iterable[PlanMember],
    commitments: Iterable[Commitment],
    meetings: Iterable[Meeting] = (),
    done: dict[str, Any] | None = None,
) -> PlanFacts:
    """What the timetable needs of a plan, of these rows alone: a commitment that is not public has no dates here.

    ``meetings`` carry their attendances; ``done`` is what ``done_by`` found of the plan.
    """
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
        **(done or {}),
    )


def done_by(plans: Collection[Plan], day: date) -> dict[int, dict[str, Any]]:
    """What everybody may see to be done, by the primary key of the plan: reports, updates, the plan that follows."""
    filed = [
        plan for plan in plans if plan.submitted_on
    ]  # before it is filed, nothing is due that can be done
    found = deeds(filed, day) if filed else {}
    return {plan.pk: {**found[plan.pk], **known} for plan, known in _next_plans(filed)}


def _next_plans(plans: Collection[Plan]) -> list[tuple[Plan, dict[str, Any]]]:
    """The members of each plan with all public plans that they submitted (GAP-01, COAL-18); one query."""
    if not plans:
        return []
    bound = PlanMember.objects.filter(plan__in=plans).values("jurisdiction")
    seats = PlanMember.objects.filter(jurisdiction__in=bound, plan__in=public_plans())
    submitted: dict[Any, list[SubmittedPlanFacts]] = defaultdict(list)
    members: dict[int, dict[Any, str]] = defaultdict(dict)
    for seat in seats.select_related("plan", "jurisdiction"):
        members[seat.plan_id][seat.jurisdiction_id] = seat.jurisdiction.name
        if day := seat.plan.submitted_on:
            one = SubmittedPlanFacts(str(seat.plan.key), day, seat.plan.period_end)
            submitted[seat.jurisdiction_id].append(one)
    return [(plan, {"memberships": _memberships(members[plan.pk], submitted)}) for plan in plans]


def _memberships(
    members: dict[Any, str], submitted: dict[Any, list[SubmittedPlanFacts]]
) -> tuple[MembershipFacts, ...]:
    return tuple(
        MembershipFacts(str(pk), name, is_new=False, plans=tuple(submitted[pk]))
        for pk, name in members.items()
    )


def _meeting(row: Meeting) -> MeetingFacts:
    return MeetingFacts(
        str(row.key),
        row.title,
        row.held_on,
        frozenset(row.purposes),
        frozenset(one.sector for one in row.attendances.all()),
        row.has_record,
        minutes_published_on=row.minutes_published_on,
    )


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
