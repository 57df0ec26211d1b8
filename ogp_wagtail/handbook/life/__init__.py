"""The lives of the things the handbook speaks of, as tables of the transitions it allows (chapter 19).

``check_life`` is the chapter's entry point for a filed plan.
"""

from .checks import check_life
from .coalitions import COALITION, coalition_state
from .commitments import COMMITMENT, CommitmentState, commitment_state
from .declaring import may_be_declared
from .milestones import MILESTONE, milestone_move
from .phases import phases_on
from .plans import PLAN, plan_state
from .slots import slots_in_words
from .types import Machine, Transition
from .updates import UPDATE, update_state

__all__ = [
    "COALITION",
    "COMMITMENT",
    "MILESTONE",
    "PLAN",
    "UPDATE",
    "CommitmentState",
    "Machine",
    "Transition",
    "check_life",
    "coalition_state",
    "commitment_state",
    "may_be_declared",
    "milestone_move",
    "phases_on",
    "plan_state",
    "slots_in_words",
    "update_state",
]
