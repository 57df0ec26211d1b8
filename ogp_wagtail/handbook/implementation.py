"""Whether people keep meeting while the plan is carried out (COCR-03, §3.3.1)."""

from collections.abc import Iterator
from datetime import date

from .calendar import Block
from .editions import Edition
from .facts import MemberFacts, PlanFacts
from .findings import Finding, advice, error
from .meetings import implementation_meetings
from .processes import concerning, processes, whose
from .timetable import implementation_years, plan_end
from .words import _


def check_implementation_meetings(plan: PlanFacts, edition: Edition, *, day: date) -> Iterator[Finding]:
    """COCR-03, §3.3.1: in each year of implementation as many meetings as it needs, by its last day.

    A year that is over with too few is an error; of the one that runs, advice says how many are still to come.
    Members that co-create separately answer each for itself (COAL-13).
    """
    submitted, end = plan.submitted_on, plan_end(plan, edition)
    if submitted is None or end is None or day <= submitted:
        return
    years = implementation_years(edition, submitted, end)
    for member in processes(plan):
        for year, needed in years:
            if year.first_day <= day:
                yield from _enough_in(year, needed, plan, member, day)


def _enough_in(
    year: Block, needed: int, plan: PlanFacts, member: MemberFacts | None, day: date
) -> Iterator[Finding]:
    count = held_in(year, plan, member, day)
    if count >= needed:
        return
    is_over = day > year.last_day
    template = (
        _(
            "Meetings on implementation that count, from %(first)s to %(last)s: %(count)s; needed were %(needed)s."
        )
        if is_over
        else _("Meetings on implementation that count since %(first)s: %(count)s of %(needed)s by %(last)s.")
    )
    yield (error if is_over else advice)(
        "COCR-03",
        whose(plan, member),
        template,
        hint=_("It counts after the submission with both sides present and minutes, agenda or participants."),
        field="meetings",
        first=year.first_day,
        last=year.last_day,
        count=count,
        needed=needed,
    )


def held_in(year: Block, plan: PlanFacts, member: MemberFacts | None, day: date) -> int:
    """Return how many meetings that count for this member, or for the whole plan, lie in the year (MEET-03)."""
    meetings = concerning(implementation_meetings(plan, year.last_day, day), member)
    return sum(one.held_on is not None and one.held_on >= year.first_day for one in meetings)
