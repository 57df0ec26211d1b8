"""Which commitments the tracker of a plan is asked about, for the plan as a whole or for one member."""

from datetime import date

from ..editions import Edition
from ..facts import CommitmentFacts, PlanFacts


def commitments_of(plan: PlanFacts, member: str | None = None) -> tuple[CommitmentFacts, ...]:
    """COAL-22, §3.4, §4 (derived): a member's separate commitments and all joint ones; of one city, all."""
    if member is None or not plan.is_joint:
        return plan.commitments
    return tuple(one for one in plan.commitments if one.scope == "joint" or _takes_part(one, member))


def _takes_part(commitment: CommitmentFacts, member: str) -> bool:
    return any(part.member == member for part in commitment.participations)


def is_suspended(plan: PlanFacts, member: str | None, day: date, edition: Edition) -> bool:
    """COAL-22, §3.4, §4 (derived): in a coalition the tests stop for a member that has finished all its own.

    They also stop for one that has left. A member that never had a commitment has finished none.
    """
    seat = plan.member(member) if member else None
    if seat and seat.left_on and seat.left_on <= day:
        return True
    if member is None or not plan.is_joint or not edition.coalition.suspend_finished_member:
        return False
    own = [one for one in commitments_of(plan, member) if _is_in_force(one, day)]
    return bool(own) and all(_is_finished(one, day) for one in own)


def _is_in_force(commitment: CommitmentFacts, day: date) -> bool:
    included, withdrawn = commitment.included_on, commitment.withdrawn_on
    return included is not None and included <= day and (withdrawn is None or withdrawn > day)


def _is_finished(commitment: CommitmentFacts, day: date) -> bool:
    implemented, assessed = commitment.fully_implemented_on, commitment.assessed_on
    return implemented is not None and assessed is not None and max(implemented, assessed) <= day
