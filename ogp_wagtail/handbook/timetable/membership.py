"""Dates that hang on the membership of those who take part."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from ..editions import Edition
from ..facts import MembershipFacts, StatusEventFacts
from ..status.conferred import cure_due, events_until, restart_due
from ..status.plans import first_plan_due
from ..words import Label, _
from .deadlines import Deadline, in_months

AS_SET = "%(anchor)s %(day)s"


def membership_dates(membership: MembershipFacts, edition: Edition) -> Iterator[Deadline]:
    """Yield the dates of a member: PLAN-SUB-03, STAT-11 and STAT-14."""
    if membership.is_new:
        yield from first_plan_date(membership)
    yield from status_clocks(membership, edition)


def first_plan_date(membership: MembershipFacts) -> Iterator[Deadline]:
    """PLAN-SUB-03, §4.1: a new member submits its first plan by the day the Support Unit set or granted."""
    due = first_plan_due(membership)
    if due:
        is_extended = due != membership.su_deadline
        anchor = _("day granted by the Support Unit") if is_extended else _("day set by the Support Unit")
        yield Deadline("PLAN-SUB-03", membership.subject, due, Label(anchor), due, AS_SET, 0)


def status_clocks(membership: MembershipFacts, edition: Edition) -> Iterator[Deadline]:
    """Yield the clocks of inactivity and probation, unless another status stopped them in time."""
    events = events_until(membership, date.max)
    for event, following in zip_longest(events, events[1:]):
        for clock in (*restart_clock(membership, event, edition), *cure_clock(membership, event, edition)):
            if following is None or following.conferred_on > clock.date:
                yield clock


def restart_clock(
    membership: MembershipFacts, event: StatusEventFacts, edition: Edition
) -> Iterator[Deadline]:
    """STAT-11, §4.2: six months to start co-creation or show progress; none if it could not be avoided."""
    if restart_due(event, edition):
        anchor, months = _("inactive status conferred"), edition.status.contrary_after_inactive_months
        yield in_months("STAT-11", membership.subject, anchor, event.conferred_on, months)


def cure_clock(membership: MembershipFacts, event: StatusEventFacts, edition: Edition) -> Iterator[Deadline]:
    """STAT-14, §4.2: four months to put right what led to probation."""
    if cure_due(event, edition):
        anchor, months = _("probation conferred"), edition.status.cure_months
        yield in_months("STAT-14", membership.subject, anchor, event.conferred_on, months)
