"""What the record of a meeting holds, and when it is published (MEET-01, MEET-04 to MEET-06)."""

from collections.abc import Iterable, Iterator
from datetime import date

from .facts import MeetingFacts, PlanFacts
from .findings import Finding, advice, error, warning
from .meetings import is_evidenced
from .words import Labels, _

ON_THE_PROCESS = frozenset({"co-creation", "implementation"})


def check_meetings(plan: PlanFacts, *, day: date) -> list[Finding]:
    """Return what is missing on ``day`` from the records of meetings."""
    return [
        *(finding for meeting in plan.meetings for finding in record_is_complete(meeting)),
        *meetings_are_evidenced(plan, day),
        *participants_are_known(plan),
        *(finding for meeting in plan.meetings for finding in days_are_in_order(plan, meeting)),
        *meetings_are_public(plan, day),
    ]


def held(plan: PlanFacts, day: date) -> list[MeetingFacts]:
    """Return the meetings on the process that had taken place by ``day``."""
    return [
        meeting
        for meeting in plan.meetings
        if meeting.held_on and meeting.held_on <= day and meeting.purposes & ON_THE_PROCESS
    ]


def names(meetings: Iterable[MeetingFacts]) -> Labels:
    """Return what the meetings are called, for a sentence."""
    return Labels(meeting.title or str(meeting.held_on or meeting.key) for meeting in meetings)


def record_is_complete(meeting: MeetingFacts) -> Iterator[Finding]:
    """MEET-01, §3.3.1, Annex 5: a record has a date; without a purpose the meeting counts for nothing."""
    if meeting.held_on is None:
        yield error("MEET-01", meeting, _("The day of the meeting is missing."), field="held_on")
    if not meeting.purposes:
        yield warning(
            "MEET-01",
            meeting,
            _("What the meeting was for is not stated, so it counts for no requirement."),
            field="purposes",
        )


def meetings_are_evidenced(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """MEET-04, Annex 5, §3.5: a meeting without primary evidence is claimed, not evidenced, and does not count."""
    for meeting in held(plan, day):
        if not is_evidenced(plan, meeting):
            yield warning(
                "MEET-04",
                meeting,
                _("The meeting is claimed, not evidenced, so it does not count."),
                hint=_("Add its agenda or minutes, or evidence such as the list of participants."),
                field="minutes",
            )


def participants_are_known(plan: PlanFacts) -> Iterator[Finding]:
    """MEET-05, Annex 5: an affiliation without a name is enough; neither of the two is not."""
    for meeting in plan.meetings:
        if meeting.unnamed:
            yield warning(
                "MEET-05",
                meeting,
                _("People listed without the organisation or group they came from: %(count)s."),
                hint=_("Names may stay private; say where people came from."),
                field="attendances",
                count=meeting.unnamed,
            )


def noticed_on(plan: PlanFacts, meeting: MeetingFacts) -> date | None:
    """Return the day on which the meeting was first announced, by its record or by a published notice."""
    noticed = [notice.published_on for notice in plan.notices if notice.meeting == meeting.key]
    return min((day for day in [meeting.noticed_on, *noticed] if day), default=None)


def days_are_in_order(plan: PlanFacts, meeting: MeetingFacts) -> Iterator[Finding]:
    """MEET-06, §2.1, §3.3.2: the notice comes before the meeting, the minutes after it."""
    noticed, day = noticed_on(plan, meeting), meeting.held_on
    if day and noticed and noticed >= day:
        template = _("The meeting of %(day)s was announced on %(noticed)s, not before it.")
        yield warning("MEET-06", meeting, template, field="noticed_on", day=day, noticed=noticed)
    if day and meeting.minutes_published_on and meeting.minutes_published_on < day:
        yield warning(
            "MEET-06",
            meeting,
            _("The minutes were published on %(published)s, before the meeting of %(day)s."),
            field="minutes_published_on",
            day=day,
            published=meeting.minutes_published_on,
        )


def meetings_are_public(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """MEET-06, §2.1, §3.3.2, Annex 4: each meeting is announced, and its minutes are published; all in one list."""
    meetings = held(plan, day)
    silent = [one for one in meetings if noticed_on(plan, one) is None]
    secret = [one for one in meetings if one.minutes_published_on is None]
    if silent:
        template = _("No notice before the meeting is on record for: %(meetings)s.")
        yield warning("MEET-06", plan, template, field="meetings", meetings=names(silent))
    if secret:
        template = _("No minutes are published yet of: %(meetings)s.")
        yield advice("MEET-06", plan, template, field="meetings", meetings=names(secret))
