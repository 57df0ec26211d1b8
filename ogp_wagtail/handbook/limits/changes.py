"""Dates that changed after a plan was filed: what conflicts now, and what stays as it is (PLAN-PERIOD-09)."""

import dataclasses
from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import CommitmentFacts, DateChangeFacts, MemberFacts, ParticipationFacts, PlanFacts
from ..findings import Finding, warning
from ..words import Label, _
from .members import commitment_limit, plan_end_limit

WHAT = {
    "term-end": _("end of the term"),
    "own-period": _("end of its own period"),
    "joined-on": _("day of joining"),
}


def as_it_was_filed(plan: PlanFacts, member: MemberFacts) -> MemberFacts:
    """Return the member with the term or period that it had when the plan was filed."""
    first = {one.what: one.old for one in reversed(plan.date_changes) if one.member == member.key}
    term_end = first.get("term-end", member.term_end)
    return dataclasses.replace(
        member, term_end=term_end, period_end=first.get("own-period", member.period_end)
    )


def ended_in_time(plan: PlanFacts, edition: Edition) -> bool:
    """Say whether a filed plan ended in time by the terms it was filed under, whatever changed since."""
    if not (plan.submitted_on and plan.date_changes and plan.period_end):
        return False
    members = tuple(as_it_was_filed(plan, one) for one in plan.members)
    limit = plan_end_limit(dataclasses.replace(plan, members=members), edition)
    return limit is not None and plan.period_end <= limit


def was_in_time(
    plan: PlanFacts, commitment: CommitmentFacts, part: ParticipationFacts, edition: Edition
) -> bool:
    """Say whether a submitted part ended in time by the term it was submitted under."""
    member, end = plan.member(part.member), part.end or commitment.end
    if not (member and end and commitment.submitted_on and plan.date_changes):
        return False
    limit = commitment_limit(as_it_was_filed(plan, member), edition)
    return limit is not None and end <= limit


def changed_dates_are_settled(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """PLAN-PERIOD-09, §3.2 (derived): a term that changed after filing lists its conflicts and shifts nothing."""
    if plan.submitted_on is None:
        return
    for change in plan.date_changes:
        yield from _is_told(plan, change)
    if any(one.what != "joined-on" for one in plan.date_changes):
        yield from _plan_end_conflicts(plan, edition)
        for commitment in plan.live_commitments:
            yield from _parts_conflict(plan, commitment, edition)


def _is_told(plan: PlanFacts, change: DateChangeFacts) -> Iterator[Finding]:
    member = plan.member(change.member)
    if change.note and change.told_on:
        return
    yield warning(
        "PLAN-PERIOD-09",
        plan,
        _("The %(what)s of %(member)s changed from %(old)s to %(new)s after the plan was filed."),
        hint=_("Contact the OGP Local team, and note why it changed and when you told them. Nothing moved."),
        field="date_changes",
        what=Label(WHAT.get(change.what, change.what)),
        member=member.name if member else change.member,
        old=change.old,
        new=change.new,
    )


def _plan_end_conflicts(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    limit = plan_end_limit(plan, edition)
    if limit and plan.period_end and plan.period_end > limit:
        yield warning(
            "PLAN-PERIOD-09",
            plan,
            _("The plan was filed to end on %(end)s; by the terms of today it would end by %(limit)s."),
            hint=_("Contact the OGP Local team: the last day of a filed plan does not move by itself."),
            field="period_end",
            end=plan.period_end,
            limit=limit,
        )


def _parts_conflict(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    for part in commitment.participations if plan.is_joint else ():
        member = plan.member(part.member)
        limit = commitment_limit(member, edition) if member else None
        end = part.end or commitment.end
        if member and limit and end and end > limit and commitment.submitted_on:
            yield _part_conflicts(commitment, member, end, limit)


def _part_conflicts(commitment: CommitmentFacts, member: MemberFacts, end: date, limit: date) -> Finding:
    return warning(
        "PLAN-PERIOD-09",
        commitment,
        _("%(member)s's part was filed to end on %(end)s; by its term of today it would end by %(limit)s."),
        hint=_("Contact the OGP Local team; an amendment may end it earlier."),
        field="participations",
        member=member.name,
        end=end,
        limit=limit,
    )
