"""Who may do what with a plan (D7): one predicate for views, commands and everything else."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.plans.models import Plan


def can_submit_plan(user: Any, plan: Plan) -> bool:
    """Only the government's point of contact submits a plan (ROLE-03, COAL-14)."""
    contact = plan.point_of_contact
    return bool(user and user.is_active and contact and contact.user_id and contact.user_id == user.pk)


def can_declare_implemented(user: Any, plan: Plan) -> bool:
    """Only the point of contact declares a commitment fully implemented (COM-LIFE-01)."""
    return can_submit_plan(user, plan)


def can_record_leaving(user: Any, plan: Plan) -> bool:
    """The partners agreed on one point of contact: that person records who left (COAL-14, COAL-21)."""
    return can_submit_plan(user, plan)
