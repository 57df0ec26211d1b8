"""What shows that a member works again (STAT-10), and that what it missed is put right (STAT-15)."""

from collections.abc import Iterator
from datetime import date

from ..facts import MeetingFacts, PlanFacts, StatusEventFacts
from ..meetings import counts_as_cocreation
from ..tracker import commitments_of
from ..tracker.progress import is_progress
from .requirements import requirements_rectified_on
from .situation import Situation
from .types import Evidence


def restart_after(case: Situation, since: date) -> Evidence | None:
    """STAT-10, §4.1: the first sign of work after ``since``: a meeting that counts, progress, or a plan.

    A letter of intent is none. The Support Unit records the return; this only finds what it can rest on.
    """
    found = [one for one in _signs(case) if one.on > since]
    return min(found, key=lambda one: (one.on, one.kind, one.key), default=None)


def restart_found(case: Situation) -> Evidence | None:
    """STAT-10, §4.1: for a member that is inactive, the first sign of work after that was conferred."""
    event = case.event
    return restart_after(case, event.conferred_on) if event and event.status == "inactive" else None


def rectified_on(case: Situation, event: StatusEventFacts) -> date | None:
    """STAT-15, §4.2: the day on which what led to this probation was put right; active at once from then.

    After inactivity that is the first sign of work since that began, else the last requirement to be met.
    """
    if event.trigger == "STAT-12":
        return requirements_rectified_on(case, event.conferred_on)
    earlier = [one for one in case.membership.events if one.conferred_on <= event.conferred_on]
    began = [one.conferred_on for one in earlier if one.status == "inactive"]
    sign = restart_after(case, began[-1] if began else event.conferred_on)
    return sign.on if sign else None


def cure_found(case: Situation) -> date | None:
    """STAT-15, §4.2: for a member on probation, the day from which it may be active again."""
    event = case.event
    return rectified_on(case, event) if event and event.status == "probation" else None


def _signs(case: Situation) -> Iterator[Evidence]:
    for plan in case.plans:
        yield from _meetings(plan, case)
        yield from _progress(plan, case)
    for one in case.submissions:
        yield Evidence("plan", one.submitted_on, one.key)


def _meetings(plan: PlanFacts, case: Situation) -> Iterator[Evidence]:
    for meeting in plan.meetings:
        if meeting.held_on and _is_of(meeting, case) and _starts_cocreation(meeting, plan, case.day):
            yield Evidence("meeting", meeting.held_on, meeting.key)


def _is_of(meeting: MeetingFacts, case: Situation) -> bool:
    return not meeting.members or case.membership.key in meeting.members


def _starts_cocreation(meeting: MeetingFacts, plan: PlanFacts, day: date) -> bool:
    """MEET-02: up to the submission of the plan, or of a later commitment to which the meeting is linked.

    A draft that was given up since was co-created all the same.
    """
    submitted = {one.key: one.submitted_on for one in plan.commitments}
    ends = [plan.submitted_on or day, *(submitted.get(key) or day for key in meeting.commitments)]
    return any(counts_as_cocreation(plan, meeting, end) for end in ends)


def _progress(plan: PlanFacts, case: Situation) -> Iterator[Evidence]:
    own = frozenset(one.key for one in commitments_of(plan, case.membership.key))
    for update in plan.updates:
        if update.published_on and is_progress(update, own):
            yield Evidence("progress", update.published_on, update.key)
