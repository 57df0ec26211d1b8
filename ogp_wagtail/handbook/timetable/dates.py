"""Every date a plan has to keep, from all that it hangs on."""

from collections.abc import Iterator
from datetime import date

from ..editions import CURRENT, Edition
from ..facts import PlanFacts
from ..limits import plan_end
from .changes import with_passed_ones_kept
from .deadlines import Deadline
from .joining import irm_dates, orientation_dates
from .members import term_dates
from .membership import membership_dates
from .process import (
    closing_dates,
    cocreation_dates,
    earliest_ends,
    meeting_dates,
    submission_dates,
    tracker_dates,
)

# Bounds that are asked when a jurisdiction applies and when a commitment is written: on these days nothing is due.
BOUNDS = frozenset({"ELIG-05", "COM-DUR-01"})


def timetable(plan: PlanFacts, edition: Edition = CURRENT) -> list[Deadline]:
    """Return the dates of a plan in order. What hangs on a date not yet known is left out."""
    dates = with_passed_ones_kept(plan, _dates(plan, edition))
    return sorted(dates, key=lambda one: (one.date, one.rule, one.subject))


def dates_due(plan: PlanFacts, edition: Edition, day: date) -> list[Deadline]:
    """Return what falls due on ``day`` or later, in order, without the dates that only bound a choice."""
    return [one for one in timetable(plan, edition) if one.date >= day and one.rule not in BOUNDS]


def _dates(plan: PlanFacts, edition: Edition) -> Iterator[Deadline]:
    submitted, end = plan.submitted_on, plan_end(plan, edition)
    yield from orientation_dates(plan)
    yield from irm_dates(plan, edition)
    yield from term_dates(plan, edition, end)
    yield from earliest_ends(plan, edition, submitted)
    for membership in plan.memberships:
        yield from membership_dates(membership, edition)
    if submitted:
        yield from cocreation_dates(plan, edition, submitted, end)
        yield from submission_dates(plan, edition, submitted)
    if submitted and end:
        yield from meeting_dates(plan, edition, submitted, end)
        yield from tracker_dates(plan, edition, submitted, end)
    if end:
        yield from closing_dates(plan, edition, end)
