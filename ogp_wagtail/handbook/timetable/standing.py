"""How each date stands on a day: done, open or missed, and what shows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..calendar import Month
from ..editions import CURRENT, Edition
from ..facts import CommitmentFacts, MembershipFacts, PlanFacts
from ..meetings import implementation_meetings
from .dates import BOUNDS, timetable
from .deadlines import Deadline


class Standing(StrEnum):
    """``LIMIT`` is a date that only bounds a choice, such as the last start of a new commitment: nothing is due."""

    DONE = "done"
    LATE = "late"
    OPEN = "open"
    MISSED = "missed"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline as it stands on a day. ``done_on`` is the day it was met, None while it was not."""

    deadline: Deadline
    standing: Standing
    done_on: date | None = None

    def as_dict(self) -> dict[str, str | int | None]:
        """Return the entry under stable names, ready for JSON; dates in ISO form."""
        done_on = self.done_on.isoformat() if self.done_on else None
        return {**self.deadline.as_dict(), "state": str(self.standing), "done_on": done_on}


# On these days nothing is due: they bound what may be written, amended or started.
LIMITS = frozenset(
    {"ELIG-05", "COM-DUR-01", "PLAN-PERIOD-02", "COAL-05", "COAL-06", "PLAN-COUNT-06", "AMEND-04"}
)

Met = Callable[[PlanFacts, Deadline, date], date | None]


def calendar_of(plan: PlanFacts, edition: Edition = CURRENT, *, day: date) -> list[Entry]:
    """Return every date of the plan and of its members in order, each as it stands on ``day``.

    What was done after its date is late: it was missed, and then done.
    """
    return [_entry(plan, one, day) for one in timetable(plan, edition) if not _is_behind(plan, one)]


def next_dates(plan: PlanFacts, edition: Edition, day: date, count: int | None = 5) -> list[Deadline]:
    """Return the first ``count`` dates on ``day`` or later on which something not yet done is due; None: all of them.

    Limits that lie ahead are among them. What ``day`` finds done is not, whatever its date.
    """
    ahead = (Standing.OPEN, Standing.LIMIT)
    entries = [one for one in calendar_of(plan, edition, day=day) if one.standing in ahead]
    due = [one.deadline for one in entries if one.deadline.date >= day and one.deadline.rule not in BOUNDS]
    return due[:count]


def _is_behind(plan: PlanFacts, deadline: Deadline) -> bool:
    """ELIG-05: the last day on which to apply says nothing to a member that has joined."""
    joined = (one.subject for one in plan.members if one.joined_on)
    return deadline.rule == "ELIG-05" and deadline.subject in joined


def _entry(plan: PlanFacts, deadline: Deadline, day: date) -> Entry:
    if deadline.rule in LIMITS:
        return Entry(deadline, Standing.LIMIT)
    met = _MET.get(deadline.rule)
    done_on = met(plan, deadline, day) if met else None
    if done_on is not None and done_on > day:
        done_on = None
    return Entry(deadline, _standing(deadline.date, done_on, day), done_on)


def _standing(due: date, done_on: date | None, day: date) -> Standing:
    if done_on is not None:
        return Standing.DONE if done_on <= due else Standing.LATE
    return Standing.OPEN if day <= due else Standing.MISSED


def _first_report(plan: PlanFacts, kind: str) -> date | None:
    """The report of that kind on the whole plan: a look at one later commitment is none (INC-04)."""
    of_plan = [one for one in plan.reports if one.kind == kind and one.commitment is None]
    days = [one.submitted_on for one in of_plan if one.submitted_on]
    return min(days, default=None)


def _inception(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    return _first_report(plan, "inception")


def _learning(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    return _first_report(plan, "learning")


def _assessment(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    """EOC-02: of one commitment its first assessment since the trigger; of the unfinished ones the last of them."""
    commitments = [one for one in plan.live_commitments if one.included_on]
    of_one = [one for one in commitments if one.subject == deadline.subject]
    if of_one:
        return _assessed(plan, of_one[0], deadline.anchor_date)
    unfinished = [one for one in commitments if not _done_before(one, deadline.anchor_date)]
    days = [_assessed(plan, one, deadline.anchor_date) for one in unfinished]
    known = [one for one in days if one]
    return max(known, default=deadline.anchor_date) if len(known) == len(days) else None


def _done_before(commitment: CommitmentFacts, day: date) -> bool:
    done = commitment.fully_implemented_on
    return done is not None and done < day


def _assessed(plan: PlanFacts, commitment: CommitmentFacts, since: date) -> date | None:
    days = [
        one.submitted_on
        for one in plan.reports
        if one.commitment == commitment.key and one.submitted_on and one.submitted_on >= since
    ]
    return min(days, default=None)


def _tracker(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    """TRK-01: the first publication for the quarter, in the quarter: what comes later belongs to the next."""
    days = [
        one.published_on
        for one in plan.updates
        if one.published_on
        and one.subject == f"update {deadline.subject}"
        and one.published_on <= deadline.date
    ]
    return min(days, default=None)


def _meetings(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    """COCR-03: the day of the meeting that completed the number needed in the year."""
    meetings = implementation_meetings(plan, plan.period_end or date.max, day)
    held = sorted(one.held_on for one in meetings if one.held_on and _within(deadline, one.held_on))
    return held[deadline.parameter - 1] if len(held) >= deadline.parameter else None


def _within(deadline: Deadline, day: date) -> bool:
    """Say whether a day lies in the year that the deadline is of."""
    match deadline.extra:
        case {"first": date() as first, "last": date() as last}:
            return first <= day <= last
    return False


def _next_plan(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    """GAP-01, COAL-18: the next plan of the member named, or of every member."""
    members = [one for one in plan.memberships if one.subject == deadline.subject] or list(plan.memberships)
    days = [_submitted_after(plan, one) for one in members]
    return max((one for one in days if one), default=None) if days and all(days) else None


def _submitted_after(plan: PlanFacts, member: MembershipFacts) -> date | None:
    """The day on which the member submitted the plan that follows this one."""
    first = plan.submitted_on or date.min
    days = [one.submitted_on for one in member.plans if one.key != plan.key and one.submitted_on > first]
    return min(days, default=None)


def _news(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    month = deadline.extra["month"]
    days = [one.published_on for one in plan.notices if one.published_on]
    days += [one.minutes_published_on for one in plan.meetings if one.minutes_published_on]
    return min((one for one in days if Month.of(one) == month), default=None)


def _orientation(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    members = [one for one in plan.memberships if deadline.subject in (one.subject, plan.subject)]
    days = [person.completed_on for one in members for person in one.orientation]
    return max((one for one in days if one), default=None) if days and all(days) else None


def _first_plan(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    return plan.submitted_on


def _cured(plan: PlanFacts, deadline: Deadline, day: date) -> date | None:
    """STAT-11, STAT-14: the day from which the member was active again, after the status that started the clock."""
    days = [
        event.conferred_on
        for one in plan.memberships
        if one.subject == deadline.subject
        for event in one.events
        if event.status == "active" and event.conferred_on >= deadline.anchor_date
    ]
    return min(days, default=None)


_MET: dict[str, Met] = {
    "INC-01": _inception,
    "FLE-01": _learning,
    "EOC-02": _assessment,
    "TRK-01": _tracker,
    "COCR-03": _meetings,
    "GAP-01": _next_plan,
    "COAL-18": _next_plan,
    "STAT-03": _next_plan,
    "WEB-10": _news,
    "ORIENT-01": _orientation,
    "PLAN-SUB-03": _first_plan,
    "STAT-11": _cured,
    "STAT-14": _cured,
}


def missed(entries: list[Entry]) -> Iterator[Entry]:
    """Yield what was missed and is still not done."""
    return (one for one in entries if one.standing is Standing.MISSED)
