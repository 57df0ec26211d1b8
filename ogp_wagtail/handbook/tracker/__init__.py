"""The quarterly tracker: which quarters need an update, which had one, and which show progress (§3.5.4, §4.1)."""

from .checks import check_tracker
from .progress import counts, is_progress, says_something, shows_step, takes_step
from .quarters import Quarter, quarters_of, tracker_quarters, update_due
from .shares import commitments_of, is_suspended

__all__ = [
    "Quarter",
    "check_tracker",
    "commitments_of",
    "counts",
    "is_progress",
    "is_suspended",
    "quarters_of",
    "says_something",
    "shows_step",
    "takes_step",
    "tracker_quarters",
    "update_due",
]
