"""Which meetings count, and what the form computes from them (MEET-02, MEET-07; §3.3.1)."""

from datetime import date

from .facts import MeetingFacts, PlanFacts

BOTH_SIDES = frozenset({"government", "ngs"})


def cocreation_start(plan: PlanFacts) -> date | None:
    """Return the day co-creation began: the first notice or the first co-creation meeting (COCR-08)."""
    days = [meeting.held_on for meeting in plan.meetings if "co-creation" in meeting.purposes]
    return min((day for day in [*days, plan.cocreation_notice_on] if day), default=None)


def counts_as_cocreation(meeting: MeetingFacts, until: date) -> bool:
    """Say whether a meeting counts for co-creation that ended on ``until``, that day included (MEET-02).

    Purpose, date, both sides present and primary evidence: all four are needed.
    """
    in_time = meeting.held_on is not None and meeting.held_on <= until
    return in_time and "co-creation" in meeting.purposes and meeting.evidenced and _has_both_sides(meeting)


def _has_both_sides(meeting: MeetingFacts) -> bool:
    return meeting.sectors >= BOTH_SIDES


def cocreation_meetings(plan: PlanFacts, day: date) -> tuple[MeetingFacts, ...]:
    """Return the meetings that count for the plan: up to its submission, and on ``day`` already held."""
    until = min(day, plan.submitted_on) if plan.submitted_on else day
    return tuple(meeting for meeting in plan.meetings if counts_as_cocreation(meeting, until))


def meeting_count(plan: PlanFacts, day: date) -> int:
    """Return the number of meetings in co-creation (Annex 1 item 5.7)."""
    return len(cocreation_meetings(plan, day))


def group_count(plan: PlanFacts, day: date) -> int:
    """Return the number of groups that took part; two people of one organisation are one (item 5.6)."""
    return len({group for meeting in cocreation_meetings(plan, day) for group in meeting.groups})


def group_types(plan: PlanFacts, day: date) -> frozenset[str]:
    """Return the types of groups that took part (item 5.5); where none are recorded, the sides present."""
    meetings = cocreation_meetings(plan, day)
    recorded = frozenset(kind for meeting in meetings for kind in meeting.group_types)
    return recorded or frozenset(side for meeting in meetings for side in meeting.sectors)
