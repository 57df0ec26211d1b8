"""Who may do what with a plan (D7): one predicate for views, commands and everything else."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.plans.models import Plan


def can_submit_plan(user: Any, plan: Plan) -> bool:
    """Only the government's point of contact submits a plan (ROLE-03, COAL-14)."""
    contact = plan.point_of_contact
    return bool(user and user.is_active and contact and contact.user_id and contact.user_id == user.pk)
