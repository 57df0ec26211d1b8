"""How many commitments a plan holds at any one time."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import CommitmentFacts, PlanFacts
from ..findings import Finding, error
from ..words import _


def slots_allowed(member_count: int, edition: Edition) -> int:
    """Return how many commitments a plan of so many members holds at a time (PLAN-COUNT-01, COAL-07)."""
    if member_count <= 1:
        return edition.plan.max_active_single
    table = dict(edition.plan.max_active_joint)
    return table.get(member_count, max(table.values()))


def slot_released_on(commitment: CommitmentFacts, edition: Edition) -> date | None:
    """PLAN-COUNT-03, §3.2: return the day from which the commitment's place is free again; None while it keeps it.

    That is the later of full implementation and assessment, or the day it is withdrawn.
    """
    known = (commitment.released_on, commitment.withdrawn_on, _completed_on(commitment, edition))
    return min((day for day in known if day), default=None)


def _completed_on(commitment: CommitmentFacts, edition: Edition) -> date | None:
    implemented, assessed = commitment.fully_implemented_on, commitment.assessed_on
    if edition.slot.release == "implemented":
        return implemented
    return max(implemented, assessed) if implemented and assessed else None


def occupies_slot(commitment: CommitmentFacts, day: date, edition: Edition) -> bool:
    """Say whether the commitment takes a place on ``day``; a place released on a day is free on that day."""
    if commitment.included_on is None:
        return False
    released = slot_released_on(commitment, edition)
    if released is not None and released <= day:
        return False
    return commitment.included_on <= day if edition.slot.basis == "inclusion" else _runs_on(commitment, day)


def _runs_on(commitment: CommitmentFacts, day: date) -> bool:
    start, end = commitment.start, commitment.latest_end
    return start is not None and end is not None and start <= day <= end


def held_over_its_life(plan: PlanFacts) -> int:
    """PLAN-COUNT-02, §3.2: return how many commitments the plan held in all; this number has no limit."""
    return sum(1 for commitment in plan.commitments if commitment.included_on)


def slots_in_use(plan: PlanFacts, day: date, edition: Edition) -> tuple[CommitmentFacts, ...]:
    """Return the commitments that take a place on ``day``; each counts once, joint or separate (AMB-12)."""
    return tuple(commitment for commitment in plan.commitments if occupies_slot(commitment, day, edition))


def check_slots(plan: PlanFacts, day: date, edition: Edition) -> list[Finding]:
    """Return a finding when the plan holds too many commitments on ``day`` (PLAN-COUNT-01; COAL-07 if joint).

    To ask whether one more may be included, pass a plan in which it already is. Once a member is lost, the number
    that the others may hold is the ceiling for what is included from that day on (COAL-21).
    """
    held = slots_in_use(plan, day, edition)
    allowed = slots_allowed(len(plan.members_on(day)), edition)
    return [_too_many(plan, held, allowed, day)] if len(held) > allowed else []


def check_slots_throughout(plan: PlanFacts, edition: Edition) -> list[Finding]:
    """Return a finding for the first day on which the plan held too many commitments (PLAN-COUNT-07).

    The number can rise only on a day something is included or starts, so these are the days looked at.
    """
    for day in sorted(set(_days_of_rise(plan, edition))):
        if findings := check_slots(plan, day, edition):
            return findings
    return []


def _days_of_rise(plan: PlanFacts, edition: Edition) -> Iterator[date]:
    for commitment in plan.commitments:
        day = commitment.included_on if edition.slot.basis == "inclusion" else commitment.start
        if day:
            yield day


def _too_many(plan: PlanFacts, held: tuple[CommitmentFacts, ...], allowed: int, day: date) -> Finding:
    return error(
        "COAL-07" if plan.is_joint else "PLAN-COUNT-01",
        plan,
        _("Commitments held on %(day)s: %(count)s (%(codes)s). This plan holds %(allowed)s at any one time."),
        hint=_("A place becomes free when a commitment is fully implemented and assessed, or withdrawn."),
        field="commitments",
        day=day,
        count=len(held),
        codes=", ".join(commitment.code for commitment in held),
        allowed=allowed,
    )


def at_least_one_commitment(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """PLAN-COUNT-05, §3.2 (derived): a plan is submitted with at least one commitment."""
    count = len(plan.live_commitments)
    if count < edition.plan.min_commitments:
        yield error(
            "PLAN-COUNT-05",
            plan,
            _("Commitments: %(count)s. A plan is submitted with at least %(least)s."),
            field="commitments",
            count=count,
            least=edition.plan.min_commitments,
        )
