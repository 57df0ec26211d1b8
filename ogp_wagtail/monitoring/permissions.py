"""Who may file a report or publish an update (D7, ROLE-09, TRK-05)."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.permissions import can_submit_plan

__all__ = ["can_evaluate", "can_file_report", "can_publish_update"]

EVALUATE = "ogp_wagtail.evaluate_requirements"


def can_file_report(user: Any, plan: Plan) -> bool:
    """Only the person of the plan's monitoring body files its reports: no superuser, no point of contact."""
    body = plan.monitoring_body
    person = body.person if body else None
    return bool(user and user.is_active and person and person.user_id and person.user_id == user.pk)


def can_publish_update(user: Any, plan: Plan) -> bool:
    """Only the point of contact publishes what the tracker says; others may draft it."""
    return can_submit_plan(user, plan)


def can_evaluate(user: Any, plan: Plan) -> bool:
    """Who may record the Support Unit's results; never the point of contact, whose own work they are about."""
    return bool(user and user.has_perm(EVALUATE) and not can_submit_plan(user, plan))
