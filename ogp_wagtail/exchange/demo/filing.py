"""The demo's plan is endorsed, and filed by its point of contact."""

from __future__ import annotations

from datetime import date
from typing import Any

from ogp_wagtail.exchange.demo.people import People
from ogp_wagtail.exchange.demo.plan import DemoPlan
from ogp_wagtail.exchange.demo.story import day, noon
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.plans.models import Endorsement, Filing, Plan


def endorse(facts: dict[str, Any], plan: DemoPlan, people: People, today: date) -> None:
    """Civil society that took part approves the final plan (COCR-05)."""
    row = Plan.objects.get(key=plan.page.key)
    for one in facts["plan"]["endorsements"]:
        Endorsement.objects.create(
            plan=row,
            organisation=people.organisations[one["organisation"]],
            signatory=people.contacts[one["organisation"]].name,
            endorsed_on=day(one["endorsed_on"], today),
        )


def file_it(facts: dict[str, Any], plan: DemoPlan, contact: Any, today: date) -> Filing:
    """File the plan on the day of the story. Raises ``LawError`` with whatever keeps it from being filed."""
    offset = facts["plan"]["filed_on"]
    filing = file_plan(plan.page.key, contact, day(offset, today))
    Filing.objects.filter(pk=filing.pk)._update_lawfully(filed_at=noon(offset, today))
    return filing
