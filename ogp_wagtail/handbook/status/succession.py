"""One plan after another: no limit to their number, each made anew, no coalition renewed by itself."""

from collections.abc import Iterator
from datetime import date

from ..calendar import add_months
from ..editions import Edition
from ..facts import MembershipFacts, PlanFacts
from ..findings import Finding, advice, warning
from ..limits import plan_end
from ..words import _
from .situation import Situation


def number_of_plan(membership: MembershipFacts, plan: PlanFacts) -> int:
    """GAP-04, §3: which of its plans this is to a member; there may be any number of them."""
    earlier = [one for one in membership.plans if one.key != plan.key and _is_before(one.submitted_on, plan)]
    return len(earlier) + 1


def _is_before(day: date, plan: PlanFacts) -> bool:
    return plan.submitted_on is None or day < plan.submitted_on


def is_made_anew(plan: PlanFacts) -> Iterator[Finding]:
    """GAP-02, §3.2: the next plan has meetings and endorsements of its own, not those of the last one."""
    before = plan.previous_submitted_on
    meetings = [one for one in plan.meetings if "co-creation" in one.purposes and one.held_on]
    endorsed = [one.endorsed_on for one in plan.endorsements if one.endorsed_on]
    if before and endorsed and max(endorsed) <= before:
        yield warning(
            "GAP-02",
            plan,
            _("Every endorsement is from before %(day)s, when the last plan was submitted."),
            hint=_("Ask the stakeholders to endorse this plan."),
            field="endorsements",
            day=before,
        )
    if before and meetings and max(one.held_on or date.min for one in meetings) <= before:
        yield warning(
            "GAP-02",
            plan,
            _("Every co-creation meeting is from before %(day)s, when the last plan was submitted."),
            hint=_("Co-create the vision and the commitments of this plan anew."),
            field="meetings",
            day=before,
        )


def is_over(plan: PlanFacts, edition: Edition, day: date) -> bool:
    """COAL-17, §3.4: whether a joint plan is over; from then on its coalition exists no longer."""
    end = plan_end(plan, edition)
    return plan.submitted_on is not None and end is not None and day > end


def members_choose_anew(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """COAL-17, §3.4: nothing is renewed; after a joint plan each member goes on alone or in a new coalition."""
    end = plan_end(plan, edition)
    if not (plan.is_joint and end and is_over(plan, edition, day)):
        return
    done = {one.key for one in plan.memberships if any(_is_after(p.submitted_on, end) for p in one.plans)}
    chosen = {one.member: one.step for one in plan.coalition.next_steps} if plan.coalition else {}
    for member in plan.members:
        if member.key not in done:
            message, hint = _GOING_ON[chosen.get(member.key, "undecided")]
            due = add_months(end, edition.plan.gap_months)
            yield advice("COAL-17", member, message, hint=hint, member=member.name, end=end, due=due)


# What each choice of a member after the joint plan means: what is said of it, and what to do.
_GOING_ON = {
    "undecided": (
        _("The joint plan ended on %(end)s. %(member)s has not chosen yet: alone, or in a new coalition."),
        _("Record the choice in the coalition, and submit the next plan by %(due)s."),
    ),
    "own": (
        _("The joint plan ended on %(end)s. %(member)s goes on alone, with a plan of its own."),
        _("Submit its own plan by %(due)s."),
    ),
    "coalition": (
        _("The joint plan ended on %(end)s. %(member)s goes on in a new coalition."),
        _("Record the new coalition with its agreement, and submit its plan by %(due)s."),
    ),
}


def _is_after(day: date, end: date) -> bool:
    return day > end


def next_plan_is_in_time(case: Situation, plan: PlanFacts) -> Iterator[Finding]:
    """COAL-18, §3.2, §3.4 (derived): each member of a joint plan follows within four months of its own last one."""
    earlier = [one for one in case.submissions if one.key != plan.key]
    if not plan.is_joint or plan.submitted_on is None or not earlier or earlier[-1].period_end is None:
        return
    due = add_months(earlier[-1].period_end, case.edition.plan.gap_months)
    if earlier[-1].submitted_on < plan.submitted_on and plan.submitted_on > due:
        yield warning(
            "COAL-18",
            case.membership,
            _("The plan is submitted on %(day)s; %(member)s had to follow its last one by %(due)s."),
            field="submitted_on",
            member=case.membership.name,
            day=plan.submitted_on,
            due=due,
        )
