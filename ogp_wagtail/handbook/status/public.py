"""What the public is told of a member's status (STAT-17)."""

from dataclasses import dataclass
from datetime import date

from ..facts import MembershipFacts
from ..vocabularies.statuses import STATUS_TRIGGERS, STATUSES
from ..words import Label
from .conferred import event_on, status_on, status_since

NOTHING = Label("")


@dataclass(frozen=True, slots=True)
class PublicStatus:
    """A member's status with the day it began and why; the labels are to be translated.

    ``trigger`` is what led to it, ``reason`` its label, ``note`` the reason in the record's own words.
    """

    status: str
    label: Label
    since: date | None
    trigger: str = ""
    reason: Label = NOTHING
    note: str = ""
    is_voluntary: bool = False


def public_status(membership: MembershipFacts, day: date) -> PublicStatus:
    """STAT-17, §4.1, §4.2: everybody may see a member's status with its date and reason."""
    event, status = event_on(membership, day), status_on(membership, day)
    label = STATUSES.label_of(status) if status in STATUSES else Label(status)
    since = status_since(membership, day)
    if event is None:
        return PublicStatus(status, label, since)
    trigger = event.trigger if event.trigger in STATUS_TRIGGERS else ""
    reason = STATUS_TRIGGERS.label_of(trigger) if trigger else NOTHING
    return PublicStatus(status, label, since, trigger, reason, event.reason, event.is_voluntary)
