"""A meeting record is published: its facts are written."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ogp_wagtail.handbook.findings import error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans.actions.named import Named
from ogp_wagtail.plans.models import Attendance, Meeting, Plan


@dataclass(frozen=True)
class MeetingDetails:
    """A meeting as its page states it. ``commitments`` are keys of commitments of the plan."""

    key: uuid.UUID
    values: dict[str, Any]
    attendances: Sequence[Attendance] = ()
    commitments: Sequence[str] = ()


def record_meeting(plan: Plan, details: MeetingDetails) -> Meeting:
    """Write a published meeting into the register. Raises ``LawError`` when its day is missing (MEET-01)."""
    if details.values.get("held_on") is None:
        refuse_if(
            [
                error(
                    "MEET-01",
                    Named(str(details.key), details.values["title"]),
                    _("The day of the meeting is missing."),
                    field="held_on",
                )
            ]
        )
    meeting, _made = Meeting.objects.update_or_create(
        key=details.key,
        defaults={"plan": plan, "commitment_keys": list(details.commitments), **details.values},
    )
    meeting.attendances.all().delete()
    for attendance in details.attendances:
        attendance.meeting = meeting
    Attendance.objects.bulk_create(details.attendances)
    meeting.commitments.set(plan.commitments.filter(key__in=details.commitments))
    return meeting
