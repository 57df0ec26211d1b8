"""Every condition for a status, asked of one member on one day."""

from collections.abc import Callable

from .clocks import inactive_for_too_long, not_put_right
from .plans import first_plan_is_missing, next_plan_is_missing
from .quarters import tracker_is_not_updated, tracker_shows_no_progress
from .requirements import requirement_is_not_met
from .situation import Situation
from .types import Condition

CONDITIONS: tuple[Callable[[Situation], Condition | None], ...] = (
    first_plan_is_missing,
    next_plan_is_missing,
    tracker_shows_no_progress,
    tracker_is_not_updated,
    inactive_for_too_long,
    requirement_is_not_met,
    not_put_right,
)


def conditions(case: Situation) -> list[Condition]:
    """Return the conditions that are met, pending or ahead (STAT-02 to 05, 11, 12, 16), by their dates."""
    found = [condition for ask in CONDITIONS if (condition := ask(case))]
    return sorted(found, key=lambda one: (one.met_on, one.rule))
