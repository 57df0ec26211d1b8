"""Notices, contributions and the website of a plan as facts for the handbook: two queries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, Final

from django.db.models.functions import Coalesce

from ogp_wagtail.handbook.facts import ContributionFacts, NoticeFacts, PlanFacts, WebsiteFacts
from ogp_wagtail.participation.models import Contribution, Notice, Website
from ogp_wagtail.participation.models.contribution import TARGETS
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.rows import gather

# The key of what a contribution is about: at most one of the targets is set.
ABOUT: Final = Coalesce(*(f"{name}__key" for name in TARGETS))


def participation_of(plan: Plan, facts: PlanFacts) -> dict[str, Any]:
    """What this room knows of a plan."""
    websites = ("coalition__process_website", "jurisdiction__process_website")
    (row,) = gather(Plan.objects.filter(pk=plan.pk).select_related(*websites), "notices")
    contributions = Contribution.objects.filter(plan=plan).select_related("response").annotate(about=ABOUT)
    site = getattr(row.owner, "process_website", None)
    return {
        "notices": tuple(notice_facts(one) for one in row.notices.all()),
        "contributions": tuple(contribution_facts(one) for one in contributions),
        "website": website_facts(site) if site else None,
    }


def noticed(plans: Collection[Plan], day: date) -> dict[int, dict[str, Any]]:
    """The public notices of these plans, in one query."""
    found: dict[int, list[Notice]] = {plan.pk: [] for plan in plans}
    for row in Notice.objects.public(day).filter(plan__in=plans):
        found[row.plan_id].append(row)
    for plan in plans:
        plan.__dict__["_notices"] = found[plan.pk]
    return {pk: {"notices": tuple(notice_facts(row) for row in rows)} for pk, rows in found.items()}


def public_notices(plan: Plan, day: date) -> list[Notice]:
    """The public notices of a plan, the latest first; in no query where ``noticed`` has read them for this row."""
    if "_notices" not in plan.__dict__:
        noticed([plan], day)
    return list(plan.__dict__["_notices"])


def notice_facts(row: Notice) -> NoticeFacts:
    """A notice; the meeting that it announces is known by its key."""
    return NoticeFacts(
        key=str(row.pk),
        kind=row.kind,
        title=row.title,
        published_on=row.published_on,
        event_on=row.event_on,
        channels=frozenset(row.channels),
        topics=frozenset(row.topics),
        meeting=str(row.meeting_id or ""),
    )


def contribution_facts(row: Any) -> ContributionFacts:
    """A contribution with its response, where it has one; ``row.about`` is the key of what it is about."""
    response = getattr(row, "response", None)
    return ContributionFacts(
        key=str(row.pk),
        kind=row.kind,
        made_on=row.made_on,
        about=str(row.about or ""),
        outcome=response.outcome if response else "",
        reason=response.reason if response else "",
        answered_on=response.answered_on if response else None,
        stage=row.stage,
    )


def website_facts(row: Website) -> WebsiteFacts:
    """The website of the plan's owner."""
    return WebsiteFacts(
        url=row.url,
        linked=row.is_linked,
        searchable=row.is_searchable,
        lead_agency=row.shows_lead_agency,
        contact=row.shows_contact,
        open_input=row.takes_input,
        comments=row.takes_comments,
        strategy=row.strategy,
        updated_on=row.updated_on,
        irm_link=row.irm_link,
    )
