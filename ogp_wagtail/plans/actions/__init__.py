"""The changes of the register. Each is called under the lock of its plan, checks first, and writes all or nothing."""

from ogp_wagtail.plans.actions.amended import as_filed, withdraw
from ogp_wagtail.plans.actions.assess import assess, reopen
from ogp_wagtail.plans.actions.declare import declare_implemented
from ogp_wagtail.plans.actions.include import Included, completed, include, next_code
from ogp_wagtail.plans.actions.judge import answer_question, overrule
from ogp_wagtail.plans.actions.meet import MeetingDetails, record_meeting
from ogp_wagtail.plans.actions.put_in_force import PlanDetails, put_in_force, remember_plan
from ogp_wagtail.plans.actions.remove import refuse_move, refuse_removal, take_out
from ogp_wagtail.plans.actions.track import move
from ogp_wagtail.plans.actions.write import Details
from ogp_wagtail.plans.slots import release

__all__ = [
    "Details",
    "Included",
    "MeetingDetails",
    "PlanDetails",
    "answer_question",
    "as_filed",
    "assess",
    "completed",
    "declare_implemented",
    "include",
    "move",
    "next_code",
    "overrule",
    "put_in_force",
    "record_meeting",
    "refuse_move",
    "refuse_removal",
    "release",
    "remember_plan",
    "reopen",
    "take_out",
    "withdraw",
]
