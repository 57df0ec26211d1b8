"""What happens to a coalition once its plan was filed: a member leaves (COAL-21)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import transaction

from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.lawful import Rows
from ogp_wagtail.plans import slots
from ogp_wagtail.plans.actions.declare import complete_without
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Plan, PlanMember
from ogp_wagtail.plans.permissions import can_record_leaving


def leave(
    member: PlanMember, user: Any, day: date, *, left_on: date | None = None, reason: str
) -> PlanMember:
    """Record on ``day`` that a member of a filed joint plan left its coalition, on that day or on an earlier one.

    What is in force stays. The places for new commitments are those of the members that are left; nobody waits for
    the part of who left, and what it had alone is withdrawn only by an amendment.

    Raises:
        LawError: the user is not the point of contact, the plan is not filed, or day or reason are missing.
    """
    gone = left_on or day
    with transaction.atomic():
        lock_plan(member.plan.key)
        plan = Plan.objects.with_owner().get(pk=member.plan_id)
        row = PlanMember.objects.select_related("jurisdiction").get(pk=member.pk)
        refuse_if(_may_leave(plan, row, user, day, gone, reason.strip()))
        PlanMember.objects.filter(pk=row.pk)._update_lawfully(left_on=gone, left_reason=reason.strip())
        slots.lay_out(plan)
        complete_without(plan, row)
        row.refresh_from_db()
        return row


def _may_leave(
    plan: Plan, row: PlanMember, user: Any, day: date, gone: date, reason: str
) -> Iterator[Finding]:
    thing = Rows(f"member {row.jurisdiction.name}", str(row.jurisdiction_id))
    if not can_record_leaving(user, plan):
        contact = plan.point_of_contact
        template = _("Only the point of contact records that a member left: %(contact)s.")
        yield error("COAL-14", thing, template, contact=contact.name if contact else "–")
    if plan.coalition_id is None or plan.submitted_on is None:
        template = _("The members of a plan that is not filed are simply changed in its coalition.")
        yield error("COAL-21", thing, template)
        return
    if row.left_on:
        yield error("COAL-21", thing, _("It left on %(lost)s already."), field="left_on", lost=row.left_on)
    if not plan.submitted_on <= gone <= day:
        yield error(
            "COAL-21",
            thing,
            _("It left between the day of filing, %(first)s, and today, %(day)s."),
            field="left_on",
            first=plan.submitted_on,
            day=day,
        )
    if not reason:
        yield error("COAL-21", thing, _("Say why it left."), field="reason")
