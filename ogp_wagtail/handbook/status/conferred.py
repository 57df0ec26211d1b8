"""The status conferred by the Support Unit, as its records say: no fact of a plan changes it (STAT-01)."""

from datetime import date

from ..calendar import add_months
from ..editions import Edition
from ..facts import MembershipFacts, StatusEventFacts
from ..vocabularies.statuses import IN_MEMBERSHIP


def events_until(membership: MembershipFacts, day: date) -> list[StatusEventFacts]:
    """Return the events conferred by ``day``, in order; of one day, in the order recorded."""
    known = [event for event in membership.events if event.conferred_on <= day]
    return sorted(known, key=lambda event: event.conferred_on)


def event_on(membership: MembershipFacts, day: date) -> StatusEventFacts | None:
    """Return the event that gave the status a member has on ``day``, if there is one."""
    events = events_until(membership, day)
    return events[-1] if events else None


def status_on(membership: MembershipFacts, day: date) -> str:
    """STAT-01, §4: the status on ``day`` is the last one conferred; without any, a member is active.

    A condition that is met changes nothing here. Before the day of joining a jurisdiction is an applicant; one that
    has not joined is what became of its application (LOS-08, LOS-10).
    """
    event = event_on(membership, day)
    if event:
        return event.status
    if membership.joined_on is None:
        return membership.admission or "active"
    return "applicant" if day < membership.joined_on else "active"


def status_since(membership: MembershipFacts, day: date) -> date | None:
    """Return the day since which a member has its status, as far as it is known."""
    event = event_on(membership, day)
    return event.conferred_on if event else membership.joined_on


def work_goes_on(status: str) -> bool:
    """STAT-13, §4.2: on probation, as while inactive, a member may do all it did; only revocation ends it."""
    return status in IN_MEMBERSHIP


def returned_on(membership: MembershipFacts, day: date) -> date | None:
    """Return the day of the last return to active; what was missed before it is settled (STAT-10)."""
    returns = [one.conferred_on for one in events_until(membership, day) if one.status == "active"]
    return returns[-1] if returns else None


def restart_due(event: StatusEventFacts, edition: Edition) -> date | None:
    """STAT-11, §4.2: inactivity ends within six months of its conferral; unavoidable, voluntary one may last."""
    if event.status != "inactive" or (event.is_voluntary and event.is_unavoidable):
        return None
    return add_months(event.conferred_on, edition.status.contrary_after_inactive_months)


def cure_due(event: StatusEventFacts, edition: Edition) -> date | None:
    """STAT-14, §4.2: what was missed is put right within four months of the conferral of probation."""
    if event.status != "probation":
        return None
    return add_months(event.conferred_on, edition.status.cure_months)
