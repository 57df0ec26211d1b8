"""Rows of this room as facts for the handbook."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.monitoring.bodies import bodies_of
from ogp_wagtail.plans.models import Plan


def monitoring_of(plan: Plan, facts: PlanFacts) -> dict[str, Any]:
    """Who monitors the plan, and who did before."""
    return bodies_of(plan, facts)
