"""Filing a plan: a frozen canonical copy with its SHA-256, once and for all (PLAN-SUB-01, D2)."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from django.utils import timezone

from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans.models import Commitment, Filing, Plan
from ogp_wagtail.plans.permissions import can_submit_plan


def canonical(document: dict[str, Any]) -> str:
    """The document as text that is the same wherever it is made: sorted keys, no blanks, UTF-8."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(text: str) -> str:
    """The SHA-256 of a canonical copy, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def submit(plan: Plan, document: dict[str, Any], findings: list[Finding], user: Any, day: date) -> Filing:
    """File the plan and what is in force in it. Call under the plan's lock.

    ``document`` is what was reviewed, ``findings`` what the review said of it.

    Raises:
        LawError: it is filed already, the user is not its point of contact, or the review found an error.
    """
    refuse_if([*_already_filed(plan), *_not_the_contact(plan, user), *_still_active(plan, day), *findings])
    text = canonical(document)
    filing = Filing.objects.create(
        plan=plan,
        filed_on=day,
        filed_at=timezone.now(),
        filed_by=user,
        filed_by_name=plan.point_of_contact.name,
        edition=plan.edition,
        document=text,
        sha256=digest(text),
    )
    Plan.objects.filter(pk=plan.pk)._update_lawfully(submitted_on=day)
    unfiled = Commitment.objects.filter(plan=plan, slot__isnull=False, submitted_on__isnull=True)
    unfiled._update_lawfully(submitted_on=day)
    return filing


class _Whole:
    """The plan as a finding names it."""

    subject = "plan"

    def __init__(self, plan: Plan) -> None:
        self.key = str(plan.key)


def _already_filed(plan: Plan) -> list[Finding]:
    if not plan.submitted_on:
        return []
    template = _("The plan was filed on %(day)s. What was filed stays filed.")
    return [error("PLAN-SUB-01", _Whole(plan), template, day=plan.submitted_on)]


def _still_active(plan: Plan, day: date) -> list[Finding]:
    """A jurisdiction is in at most one active plan at any one time (PLAN-PERIOD-10, GAP-03)."""
    others = Plan.objects.filter(
        members__jurisdiction__in=plan.members.values("jurisdiction"),
        submitted_on__isnull=False,
        period_end__gte=day,
    ).exclude(pk=plan.pk)
    template = _("A jurisdiction of this plan is in %(other)s, which is active until %(end)s.")
    return [
        error("PLAN-PERIOD-10", _Whole(plan), template, other=other.code, end=other.period_end)
        for other in others.distinct()
    ]


def _not_the_contact(plan: Plan, user: Any) -> list[Finding]:
    if can_submit_plan(user, plan):
        return []
    contact = plan.point_of_contact
    return [
        error(
            "ROLE-03",
            _Whole(plan),
            _("Only the point of contact files a plan: %(contact)s."),
            hint=_("Ask that person to log in and file it; the person's record names the log-in."),
            contact=contact.name if contact else "–",
        )
    ]
