"""The orientation of new members (ORIENT-01 to ORIENT-04; §3.1)."""

from collections.abc import Iterator
from datetime import date

from .editions import Edition
from .facts import MembershipFacts, PlanFacts
from .findings import Finding, error, warning
from .meetings import cocreation_start
from .processes import BOTH_SIDES
from .vocabularies import SIDES
from .words import Labels, _


def check_orientation(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what is missing from the orientation of the plan's new members (ORIENT)."""
    return [finding for member in new_members(plan) for finding in _of_member(plan, member, edition, day)]


def _of_member(plan: PlanFacts, member: MembershipFacts, edition: Edition, day: date) -> Iterator[Finding]:
    late = list(orientation_is_complete(plan, member, edition, day))
    if member.orientation or not late:  # of nobody's orientation one finding is enough
        yield from everybody_has_access(member)
    yield from late
    yield from stakeholders_are_mapped(plan, member, day)


def new_members(plan: PlanFacts) -> tuple[MembershipFacts, ...]:
    """ORIENT-04, §3.1: those who need orientation. A member that starts a second plan is not asked again."""
    if plan.previous_period_end is not None:
        return ()
    return tuple(member for member in plan.memberships if member.is_new)


def everybody_has_access(member: MembershipFacts) -> Iterator[Finding]:
    """ORIENT-02, §3.1: participants of both sides get access to the platform, each of them."""
    invited = {one.side for one in member.orientation if one.invited_on or one.completed_on}
    if absent := sorted(BOTH_SIDES - invited):
        yield warning(
            "ORIENT-02",
            member,
            _("%(member)s: no access to orientation is recorded for participants of: %(sides)s."),
            hint=_("Record each participant of government and civil society with the day of the invitation."),
            field="orientation",
            member=member.name,
            sides=Labels(SIDES.label_of(side) for side in absent),
        )
    if waiting := [one.person for one in member.orientation if not (one.invited_on or one.completed_on)]:
        yield warning(
            "ORIENT-02",
            member,
            _("%(member)s: not invited to orientation yet: %(people)s."),
            field="orientation",
            member=member.name,
            people=", ".join(waiting),
        )


def orientation_completed_on(member: MembershipFacts) -> date | None:
    """Return the day on which the last participant completed orientation, or None while one has not."""
    days = [one.completed_on for one in member.orientation]
    done = [day for day in days if day]
    return max(done) if done and len(done) == len(days) else None


def orientation_is_complete(
    plan: PlanFacts, member: MembershipFacts, edition: Edition, day: date
) -> Iterator[Finding]:
    """ORIENT-01, §3.1: by the day on which co-creation starts, that day included (AMB-41)."""
    start, completed = cocreation_start(plan), orientation_completed_on(member)
    if start is None or start > day or (completed and completed <= start):
        return
    report = error if edition.orientation.late == "error" else warning
    if completed:
        template = _("%(member)s completed orientation on %(completed)s; it was due by %(start)s.")
    else:
        template = _("%(member)s has not completed orientation; it was due by %(start)s.")
    yield report(
        "ORIENT-01",
        member,
        template,
        hint=_("New members complete it by the day on which co-creation starts."),
        field="orientation",
        member=member.name,
        completed=completed,
        start=start,
    )


def stakeholders_are_mapped(plan: PlanFacts, member: MembershipFacts, day: date) -> Iterator[Finding]:
    """ORIENT-03, §3.1: key stakeholders are identified before the public is first consulted."""
    start, mapped = cocreation_start(plan), member.stakeholders_mapped_on
    if start is None or start > day or (mapped and mapped < start):
        return
    if mapped:
        template = _("%(member)s mapped its stakeholders on %(mapped)s; consultation began on %(start)s.")
    else:
        template = _("%(member)s has no dated map of its stakeholders; consultation began on %(start)s.")
    yield warning(
        "ORIENT-03",
        member,
        template,
        hint=_("The map comes before the first consultation."),
        field="stakeholders_mapped_on",
        member=member.name,
        mapped=mapped,
        start=start,
    )
