"""Who may do what with a plan (D7): one predicate for views, commands and everything else."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.handbook.permissions import GOVERNMENT, POINT_OF_CONTACT
from ogp_wagtail.handbook.questions import QUESTIONS
from ogp_wagtail.members.permissions import role_of
from ogp_wagtail.plans.models import Plan

BY_BODY = frozenset(one.slug for one in QUESTIONS if one.by_body)


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


def can_judge(user: Any, plan: Plan, question: str = "") -> bool:
    """Who answers a review question, or, without one, overrules a warning: anybody who works on the plan.

    What the monitoring body assesses, the government does not judge of itself (QUAL-01, QUAL-04, QUAL-08).
    """
    if not (user and user.is_active):
        return False
    return question not in BY_BODY or role_of(user, plan.owner) not in (POINT_OF_CONTACT, GOVERNMENT)
