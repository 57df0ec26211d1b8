"""The cycle of a member's work, and where a plan stands in it (PLAN-CYCLE-01)."""

from datetime import date

from ..calendar import add_months
from ..editions import Edition
from ..facts import PlanFacts
from ..monitoring.reports import filed
from ..vocabularies import LEARNING
from ..words import _
from .plans import plan_state

PHASES = (
    ("orientation", _("Orientation")),
    ("planning", _("Planning and strategic vision")),
    ("implementation", _("Co-creation and implementation of commitments")),
    ("monitoring", _("Monitoring, evaluation and reporting")),
    ("learning", _("Final learning")),
    ("gap", _("Between two plans")),
)


def phases_on(plan: PlanFacts, edition: Edition, day: date) -> tuple[str, ...]:
    """PLAN-CYCLE-01, §3: the phases a plan is in on ``day``, in their order; some run side by side.

    Orientation is of new members alone. In the gap the next plan is made: it has phases of its own.
    """
    state = plan_state(plan, day, edition)
    if state == "drafting":
        return ("orientation", "planning") if needs_orientation(plan, day) else ("planning",)
    if state == "active":
        return ("implementation", "monitoring")
    if state in ("ended", "closed"):
        return tuple(_after_the_end(plan, edition, day))
    return ()


def _after_the_end(plan: PlanFacts, edition: Edition, day: date) -> list[str]:
    phases = []
    if not any(one.submitted_on and one.submitted_on <= day for one in filed(plan, LEARNING)):
        phases.append("learning")
    if plan.period_end and day <= add_months(plan.period_end, edition.plan.gap_months):
        phases.append("gap")
    return phases


def needs_orientation(plan: PlanFacts, day: date) -> bool:
    """ORIENT-01, §3.1: whether a new member has participants whose orientation is not completed by ``day``."""
    if plan.previous_period_end:
        return False
    open_ones = (
        one.completed_on is None or one.completed_on > day
        for membership in plan.memberships
        if membership.is_new
        for one in membership.orientation
    )
    return any(open_ones)
