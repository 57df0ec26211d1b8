"""What the public is told of a member's status (STAT-17)."""

from dataclasses import dataclass
from datetime import date

from ..facts import MembershipFacts
from ..vocabularies.statuses import STATUS_TRIGGERS, STATUSES
from ..words import Label
from .conferred import event_on, status_on, status_since


@dataclass(frozen=True, slots=True)
class PublicStatus:
    """A member's status with the day it began and why; the labels are to be translated."""

    status: str
    label: Label
    since: date | None
    reason: Label
    is_voluntary: bool = False


def public_status(membership: MembershipFacts, day: date) -> PublicStatus:
    """STAT-17, §4.1, §4.2: everybody may see a member's status with its date and reason."""
    event, status = event_on(membership, day), status_on(membership, day)
    trigger = event.trigger if event else ""
    known = trigger in STATUS_TRIGGERS
    return PublicStatus(
        status,
        STATUSES.label_of(status) if status in STATUSES else Label(status),
        status_since(membership, day),
        STATUS_TRIGGERS.label_of(trigger) if known else Label(""),
        bool(event and event.is_voluntary),
    )
