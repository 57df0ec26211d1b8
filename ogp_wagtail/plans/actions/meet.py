"""A meeting record is published: its facts are written."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogp_wagtail.handbook.facts import MeetingFacts
from ogp_wagtail.handbook.meeting_records import record_is_complete
from ogp_wagtail.law import refuse_if
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.plans.models import Attendance, Meeting, Plan


@dataclass(frozen=True)
class MeetingDetails:
    """A meeting as its page states it.

    ``commitments`` are keys of commitments of the plan, ``jurisdictions`` primary keys of its members.
    """

    key: uuid.UUID
    values: dict[str, Any]
    attendances: Sequence[Attendance] = ()
    commitments: Sequence[str] = ()
    jurisdictions: Sequence[str] = ()
    has_minutes: bool = False


def record_meeting(plan: Plan, details: MeetingDetails, day: date) -> Meeting:
    """Write a published meeting into the register. Raises ``LawError`` when its day is missing (MEET-01)."""
    values = details.values
    purposes = frozenset(values["purposes"] or ())
    refuse_if(
        record_is_complete(MeetingFacts(str(details.key), values["title"], values["held_on"], purposes))
    )
    published = {"minutes_published_on": minutes_published_on(details, day)}
    meeting, _made = Meeting.objects.update_or_create(
        key=details.key,
        defaults={"plan": plan, "commitment_keys": list(details.commitments), **values, **published},
    )
    meeting.attendances.all().delete()
    for attendance in details.attendances:
        attendance.meeting = meeting
    Attendance.objects.bulk_create(details.attendances)
    meeting.commitments.set(plan.commitments.filter(key__in=details.commitments))
    seats = plan.members.filter(jurisdiction_id__in=details.jurisdictions)
    meeting.jurisdictions.set(Jurisdiction.objects.filter(plan_seats__in=seats))
    return meeting


def minutes_published_on(details: MeetingDetails, day: date) -> date | None:
    """The day that the page states; else the day on which it was first published with minutes (MEET-06)."""
    if details.values["minutes_published_on"] or not details.has_minutes:
        return details.values["minutes_published_on"]
    before = Meeting.objects.filter(key=details.key).values_list("minutes_published_on", flat=True).first()
    return before or day
