"""Limits: one function for each rule that a plan, a coalition or a commitment must respect.

Four entry points gather them: ``check_members``, ``check_period``, ``check_commitment`` and ``check_slots``;
each takes facts and an edition and returns findings. A message names the date or number that *is* allowed.
"""

from .agreement import check_coalition
from .commitments import check_commitment
from .designations import check_designations
from .ending import period_start, plan_end
from .members import (
    check_members,
    commitment_limit,
    earliest_limit,
    every_member_takes_part,
    one_joint_plan,
    plan_end_limit,
    term_limit,
)
from .membership import partners_are_members
from .period import check_period
from .slots import (
    at_least_one_commitment,
    check_slots,
    check_slots_throughout,
    occupies_slot,
    slot_released_on,
    slots_allowed,
    slots_in_use,
)

__all__ = [
    "at_least_one_commitment",
    "check_coalition",
    "check_commitment",
    "check_designations",
    "check_members",
    "check_period",
    "check_slots",
    "check_slots_throughout",
    "commitment_limit",
    "earliest_limit",
    "every_member_takes_part",
    "occupies_slot",
    "one_joint_plan",
    "partners_are_members",
    "period_start",
    "plan_end",
    "plan_end_limit",
    "slot_released_on",
    "slots_allowed",
    "slots_in_use",
    "term_limit",
]
