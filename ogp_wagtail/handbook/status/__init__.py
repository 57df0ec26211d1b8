"""Membership status (§4): what was conferred, which conditions the facts meet, and what lies ahead.

The software computes conditions; the Support Unit confers (STAT-01). ``conditions`` asks all rules of one member
on one day, ``check_status`` says it in a review, and ``handbook.forecast`` puts it together for a board.
"""

from .automatic import situation_on
from .checks import check_status, member_is_not_revoked
from .civic_space import case_state, check_case, status_after_letter
from .conditions import conditions
from .conferred import cure_due, event_on, restart_due, status_on, status_since, work_goes_on
from .plans import first_plan_due, is_extension_pending
from .public import PublicStatus, public_status
from .records import check_event, is_sanction, revocation_waits
from .restart import cure_found, restart_found
from .situation import Situation, situation
from .types import Condition, Evidence

__all__ = [
    "Condition",
    "Evidence",
    "PublicStatus",
    "Situation",
    "case_state",
    "check_case",
    "check_event",
    "check_status",
    "conditions",
    "cure_due",
    "cure_found",
    "event_on",
    "first_plan_due",
    "is_extension_pending",
    "is_sanction",
    "member_is_not_revoked",
    "public_status",
    "restart_due",
    "restart_found",
    "revocation_waits",
    "situation",
    "situation_on",
    "status_after_letter",
    "status_on",
    "status_since",
    "work_goes_on",
]
