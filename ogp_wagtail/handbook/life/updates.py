"""The life of a quarterly update of the tracker (§3.5.4)."""

from datetime import date

from ..words import _
from .types import Machine, Transition

UPDATE = Machine(
    "quarterly update",
    (
        Transition("upcoming", "begin", "open", _("The quarter has begun.")),
        Transition("open", "publish", "published", _("The point of contact publishes it.")),
        Transition("open", "pass", "missed", _("The quarter is over, days of grace included.")),
    ),
    {
        "upcoming": _("to come"),
        "open": _("open"),
        "published": _("published"),
        "missed": _("missed"),
        "begin": _("begin"),
        "publish": _("publish"),
        "pass": _("pass"),
    },
)


def update_state(first: date, due: date, published_on: date | None, day: date) -> str:
    """TRK-01, §3.5.4: the state on ``day`` of the update of a quarter from ``first``, due by ``due``.

    One published after the due day counts for a later quarter: this one stays missed.
    """
    if published_on and first <= published_on <= min(day, due):
        return "published"
    if day < first:
        return "upcoming"
    return "open" if day <= due else "missed"
