"""The life of a plan, single or joint (PLAN-PERIOD-08)."""

from datetime import date

from ..editions import CURRENT, Edition
from ..facts import PlanFacts
from ..monitoring.reports import filed
from ..vocabularies import LEARNING
from ..words import _
from .commitments import commitment_state
from .types import Machine, Transition

PLAN = Machine(
    "plan",
    (
        Transition("drafting", "submit", "active", _("By the point of contact; no other plan is active.")),
        Transition("active", "end", "ended", _("The day after the last day of the plan.")),
        Transition("ended", "close", "closed", _("Every assessment and the learning report are filed.")),
        Transition("active", "revoke", "frozen", _("The membership is revoked.")),
        Transition("ended", "revoke", "frozen", _("The membership is revoked.")),
    ),
    {
        "drafting": _("being drafted"),
        "active": _("active"),
        "ended": _("ended"),
        "closed": _("closed"),
        "frozen": _("frozen, the membership is revoked"),
        "submit": _("submit"),
        "end": _("end"),
        "close": _("close"),
        "revoke": _("revoke the membership"),
    },
)

CLOSED = frozenset({"closed-complete", "closed-incomplete", "withdrawn"})


def plan_state(plan: PlanFacts, day: date, edition: Edition = CURRENT) -> str:
    """PLAN-PERIOD-08, §3.2: the state of a plan on ``day``; its last day is its last active one."""
    if plan.submitted_on is None or plan.submitted_on > day:
        return "drafting"
    if plan.members and all(one.status == "revoked" for one in plan.members):
        return "frozen"
    if plan.period_end is None or day <= plan.period_end:
        return "active"
    return "closed" if _everything_is_filed(plan, day, edition) else "ended"


def _everything_is_filed(plan: PlanFacts, day: date, edition: Edition) -> bool:
    """Whether the assessment of every submitted commitment and the learning report are filed (EOC-04, FLE-01)."""
    learned = any(one.submitted_on and one.submitted_on <= day for one in filed(plan, LEARNING))
    submitted = [one for one in plan.live_commitments if one.submitted_on]
    return learned and all(commitment_state(one, plan, edition, day).state in CLOSED for one in submitted)
