"""The life of a coalition, and what it means that a member is lost (COAL-17, COAL-21)."""

from collections.abc import Iterator
from datetime import date

from ..editions import Edition
from ..facts import MemberFacts, PlanFacts
from ..findings import Finding, warning
from ..limits.slots import slots_allowed, slots_in_use
from ..words import _
from .types import Machine, Transition

COALITION = Machine(
    "coalition",
    (
        Transition("forming", "submit", "active", _("Two to four members of one country file their plan.")),
        Transition("active", "lose-a-member", "active", _("Two or more are left.")),
        Transition("active", "lose-all-but-one", "ended", _("One is left: its plan is no longer joint.")),
        Transition("active", "end", "ended", _("The day after the last day of the joint plan.")),
    ),
    {
        "forming": _("forming"),
        "active": _("active"),
        "ended": _("ended"),
        "submit": _("submit the joint plan"),
        "lose-a-member": _("lose a member"),
        "lose-all-but-one": _("lose all members but one"),
        "end": _("end with its plan"),
    },
)


def coalition_state(plan: PlanFacts, day: date, edition: Edition) -> str:
    """COAL-17, COAL-21, §3.4: the state on ``day`` of the coalition whose plan this is. It is never renewed."""
    ended = plan.coalition.ended_on if plan.coalition else None
    if ended and ended < day:
        return "ended"
    if plan.submitted_on is None or plan.submitted_on > day:
        return "forming"
    is_over = plan.period_end is not None and day > plan.period_end
    too_few = len(plan.members_on(day)) < edition.coalition.min_members
    return "ended" if is_over or too_few else "active"


def members_are_settled(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """COAL-21, §3.4 (derived): what follows when a filed joint plan lost a member by ``day``."""
    if not plan.is_joint or plan.submitted_on is None:
        return
    for member in plan.members:
        lost = plan.lost_on(member)
        if lost and lost <= day:
            yield _what_follows(plan, member, lost, edition, day)
    if plan.members and len(plan.members_on(day)) < edition.coalition.min_members:
        yield warning(
            "COAL-21",
            plan,
            _("Members left: %(count)s. The plan is no longer joint."),
            hint=_("Ask the OGP Local team how to go on."),
            field="members",
            count=len(plan.members_on(day)),
        )


def _what_follows(plan: PlanFacts, member: MemberFacts, lost: date, edition: Edition, day: date) -> Finding:
    return warning(
        "COAL-21",
        member,
        _(
            "%(member)s left on %(lost)s. New commitments are included while the plan holds fewer than "
            "%(allowed)s; it holds %(held)s, and these stay."
        ),
        hint=_("Tell the Support Unit. What %(member)s had alone is withdrawn only by an amendment."),
        field="members",
        member=member.name,
        lost=lost,
        allowed=slots_allowed(len(plan.members_on(day)), edition),
        held=len(slots_in_use(plan, day, edition)),
    )
