"""Where a member stands on a day: its membership, its plans and what was known of them then."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..editions import Edition
from ..facts import (
    CommitmentFacts,
    MembershipFacts,
    ParticipationFacts,
    PlanFacts,
    StatusEventFacts,
    SubmittedPlanFacts,
)
from ..limits import plan_end
from .conferred import event_on, events_until, returned_on, status_on


@dataclass(frozen=True, slots=True)
class Situation:
    """A member on a day. Nothing in it happened later than ``day``, so a rule may look at all of it."""

    membership: MembershipFacts
    plans: tuple[PlanFacts, ...]
    edition: Edition
    day: date

    @property
    def event(self) -> StatusEventFacts | None:
        """The event that gave the present status."""
        return event_on(self.membership, self.day)

    @property
    def status(self) -> str:
        """The present status."""
        return status_on(self.membership, self.day)

    @property
    def returned_on(self) -> date | None:
        """The day of the last return to active."""
        return returned_on(self.membership, self.day)

    @property
    def submissions(self) -> list[SubmittedPlanFacts]:
        """Every plan submitted so far, the last one last."""
        known = {one.key: one for one in self.membership.plans}
        known |= {one.key: _submission(one, self.edition) for one in self.plans if one.submitted_on}
        return sorted(known.values(), key=lambda one: one.submitted_on)

    @property
    def last_submission(self) -> SubmittedPlanFacts | None:
        """The plan submitted last."""
        return self.submissions[-1] if self.submissions else None

    @property
    def plan(self) -> PlanFacts | None:
        """The plan submitted last, where all that is in it is known."""
        last = self.last_submission
        return next((one for one in self.plans if last and one.key == last.key), None)

    def is_settled(self, met_on: date) -> bool:
        """Whether the member has returned to active since: the same date does not count twice (STAT-10)."""
        return self.returned_on is not None and self.returned_on >= met_on


def situation(
    membership: MembershipFacts, plans: PlanFacts | Sequence[PlanFacts], edition: Edition, day: date
) -> Situation:
    """Return what was known of a member and its plans on ``day``; plans of others are left out."""
    everything = [plans] if isinstance(plans, PlanFacts) else plans
    own = [_plan_known(one, day) for one in everything if not one.members or one.member(membership.key)]
    own.sort(key=lambda one: one.submitted_on or date.max)
    return Situation(_membership_known(membership, day), tuple(own), edition, day)


def _submission(plan: PlanFacts, edition: Edition) -> SubmittedPlanFacts:
    return SubmittedPlanFacts(plan.key, plan.submitted_on or date.max, plan_end(plan, edition))


def _membership_known(membership: MembershipFacts, day: date) -> MembershipFacts:
    return dataclasses.replace(
        membership,
        events=tuple(events_until(membership, day)),
        plans=tuple(one for one in membership.plans if one.submitted_on <= day),
    )


def _plan_known(plan: PlanFacts, day: date) -> PlanFacts:
    return dataclasses.replace(
        plan,
        submitted_on=_by(plan.submitted_on, day),
        members=tuple(dataclasses.replace(one, left_on=_by(one.left_on, day)) for one in plan.members),
        memberships=tuple(_membership_known(one, day) for one in plan.memberships),
        commitments=tuple(_commitment_known(one, day) for one in plan.commitments),
        meetings=tuple(one for one in plan.meetings if _by(one.held_on, day)),
        updates=tuple(one for one in plan.updates if _by(one.published_on, day)),
        reports=tuple(one for one in plan.reports if _by(one.submitted_on, day)),
        requirements=tuple(one for one in plan.requirements if _by(one.evaluated_on, day)),
    )


def _commitment_known(commitment: CommitmentFacts, day: date) -> CommitmentFacts:
    return dataclasses.replace(
        commitment,
        submitted_on=_by(commitment.submitted_on, day),
        included_on=_by(commitment.included_on, day),
        implemented_on=_by(commitment.implemented_on, day),
        assessed_on=_by(commitment.assessed_on, day),
        released_on=_by(commitment.released_on, day),
        withdrawn_on=_by(commitment.withdrawn_on, day),
        participations=tuple(_part_known(part, day) for part in commitment.participations),
    )


def _part_known(part: ParticipationFacts, day: date) -> ParticipationFacts:
    return dataclasses.replace(
        part, implemented_on=_by(part.implemented_on, day), dropped_on=_by(part.dropped_on, day)
    )


def _by(then: date | None, day: date) -> date | None:
    """The day of something, unless it had not happened yet."""
    return then if then and then <= day else None
