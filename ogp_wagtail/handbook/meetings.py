"""Which meetings count, and what the form computes from them (MEET-02, MEET-03, MEET-07; §3.3.1)."""

from dataclasses import dataclass
from datetime import date

from .facts import MeetingFacts, PlanFacts
from .processes import BOTH_SIDES


def cocreation_start(plan: PlanFacts) -> date | None:
    """Return the day co-creation began: the first notice or the first co-creation meeting (COCR-08)."""
    held = [meeting.held_on for meeting in plan.meetings if "co-creation" in meeting.purposes]
    noticed = [notice.published_on for notice in plan.notices if notice.kind == "opportunity"]
    until = plan.submitted_on or date.max
    days = [*held, *noticed, plan.cocreation_notice_on]
    return min((day for day in days if day and day <= until), default=None)


def cocreation_period(plan: PlanFacts, day: date) -> tuple[date, date] | None:
    """COCR-08 (derived): from the first notice or meeting to the submission, or so far; None before it began."""
    start, end = cocreation_start(plan), plan.submitted_on or day
    return (start, end) if start and start <= end else None


def counts_as_cocreation(plan: PlanFacts, meeting: MeetingFacts, until: date) -> bool:
    """MEET-02, §3.3.1 (derived): whether a meeting counts for co-creation that ended on ``until``, inclusive.

    Purpose, date, both sides present and primary evidence: all four are needed.
    """
    in_time = meeting.held_on is not None and meeting.held_on <= until
    return in_time and "co-creation" in meeting.purposes and _is_whole(plan, meeting)


def counts_as_implementation(plan: PlanFacts, meeting: MeetingFacts, until: date) -> bool:
    """MEET-03, §3.3.1 (derived): whether a meeting counts for implementation that lasts to ``until``, inclusive.

    It comes after the submission: one on that very day belongs to co-creation. A meeting with both purposes
    counts once for each.
    """
    held, submitted = meeting.held_on, plan.submitted_on
    in_time = held is not None and submitted is not None and submitted < held <= until
    return in_time and "implementation" in meeting.purposes and _is_whole(plan, meeting)


def _is_whole(plan: PlanFacts, meeting: MeetingFacts) -> bool:
    return meeting.sectors >= BOTH_SIDES and is_evidenced(plan, meeting)


def is_evidenced(plan: PlanFacts, meeting: MeetingFacts) -> bool:
    """Say whether there is primary evidence of a meeting: on its own record, or among the plan's evidence."""
    return meeting.evidenced or any(
        meeting.key in piece.proves and piece.source_class == "primary" and piece.has_source
        for piece in plan.evidence
    )


def cocreation_meetings(plan: PlanFacts, day: date) -> tuple[MeetingFacts, ...]:
    """Return the meetings that count for the plan: up to its submission, and on ``day`` already held."""
    until = min(day, plan.submitted_on) if plan.submitted_on else day
    return tuple(meeting for meeting in plan.meetings if counts_as_cocreation(plan, meeting, until))


def implementation_meetings(plan: PlanFacts, end: date, day: date) -> tuple[MeetingFacts, ...]:
    """Return the meetings that count for implementation: to the plan's ``end``, and on ``day`` already held."""
    return tuple(
        meeting for meeting in plan.meetings if counts_as_implementation(plan, meeting, min(end, day))
    )


@dataclass(frozen=True, slots=True)
class FormCounts:
    """Items 5.5 to 5.7 of Annex 1: the types of groups, the number of groups, the number of meetings."""

    types: frozenset[str]
    groups: int
    meetings: int


def form_counts(plan: PlanFacts, day: date) -> FormCounts:
    """MEET-07, Annex 1 items 5.5 to 5.7 (derived): what the form says of the meetings held by ``day``."""
    return FormCounts(group_types(plan, day), group_count(plan, day), meeting_count(plan, day))


def meeting_count(plan: PlanFacts, day: date) -> int:
    """Return the number of meetings in co-creation (Annex 1 item 5.7)."""
    return len(cocreation_meetings(plan, day))


def group_count(plan: PlanFacts, day: date) -> int:
    """Return the number of groups that took part; two people of one organisation are one (item 5.6)."""
    meetings = cocreation_meetings(plan, day)
    return len({" ".join(group.split()).casefold() for meeting in meetings for group in meeting.groups})


def group_types(plan: PlanFacts, day: date) -> frozenset[str]:
    """Return the types of groups that took part (item 5.5); where none are recorded, the sides present."""
    meetings = cocreation_meetings(plan, day)
    recorded = frozenset(kind for meeting in meetings for kind in meeting.group_types)
    return recorded or frozenset(side for meeting in meetings for side in meeting.sectors)
