"""A plan page as data: what a script needs to go on with a new plan."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.facts import MemberFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.limits import check_period, commitment_limit, slots_allowed
from ogp_wagtail.pages.facts import plan_facts_of_page
from ogp_wagtail.pages.models import ActionPlanPage


def describe(page: ActionPlanPage) -> dict[str, Any]:
    """The plan with its period, the number of its slots, and each member's last day for commitments."""
    members = plan_facts_of_page(page).members
    return {
        "code": page.code,
        "title": page.title,
        "page": page.pk,
        "url": page.full_url or "",
        "language": page.locale.language_code,
        "period_start": page.period_start,
        "period_end": page.period_end,
        "slots": slots_allowed(len(members), CURRENT),
        "members": [_member(member) for member in members],
        "coalition": page.coalition.name if page.coalition else None,
    }


def findings(page: ActionPlanPage) -> list[Finding]:
    """What the handbook already has to say about the plan's period."""
    return check_period(plan_facts_of_page(page), CURRENT)


def _member(member: MemberFacts) -> dict[str, Any]:
    return {
        "name": member.name,
        "term_end": member.term_end,
        "limit": commitment_limit(member, CURRENT),
    }
