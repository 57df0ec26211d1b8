"""A whole plan as facts: its register row, its pages and their English twins, in one value for a review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wagtail.models import Locale

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.handbook.facts import CommitmentFacts, PlanFacts
from ogp_wagtail.pages import facts as page_facts
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans.actions import next_code
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.sources import with_sources


def published(plan: Plan) -> PlanFacts:
    """The plan as it stands in public: what a filing would freeze. ``plan`` comes from ``with_owner()``."""
    return with_sources(plan, _whole(plan, _pages(CommitmentPage.objects.live(), plan), drafts=False))


def drafted(plan: Plan) -> PlanFacts:
    """The plan as its editors have it now: the latest draft of each page."""
    return with_sources(plan, _whole(plan, _pages(CommitmentPage.objects.all(), plan), drafts=True))


def _pages(pages: Any, plan: Plan) -> list[CommitmentPage]:
    """The commitment pages of the plan in its working language."""
    above = canonical_page(plan)
    if above is None:
        return []
    below = pages.child_of(above).filter(alias_of__isnull=True)
    return list(below.select_related("latest_revision", "locale").order_by("path"))


def canonical_page(plan: Plan) -> ActionPlanPage | None:
    """The plan's page in its working language."""
    return (
        ActionPlanPage.objects.filter(
            translation_key=plan.key, locale__language_code=plan.language, alias_of__isnull=True
        )
        .select_related("latest_revision", "locale", "coalition__country", "jurisdiction__country")
        .first()
    )


def english_pages(pages: list[Any], *, drafts: bool) -> dict[Any, Any]:
    """The English page of each page, by translation key. A placeholder with the source text is none."""
    locale = Locale.objects.filter(language_code=ogp_settings.SUBMISSION_LANGUAGE).first()
    if locale is None or not pages:
        return {}
    twins = type(pages[0]).objects.filter(
        locale=locale, translation_key__in=[page.translation_key for page in pages], alias_of__isnull=True
    )
    if not drafts:
        twins = twins.live()
    return {twin.translation_key: twin for twin in twins.prefetch_related(*_prose_rows(pages[0]))}


def _prose_rows(page: Any) -> tuple[str, ...]:
    return ("milestones",) if isinstance(page, CommitmentPage) else ("goals", "forewords", "spaces")


def _whole(plan: Plan, pages: list[CommitmentPage], *, drafts: bool) -> PlanFacts:
    facts = register_facts.plan_facts(plan)
    above = canonical_page(plan)
    if above is None:
        return replace(facts, meetings=())
    published = above.published_keys()
    facts = replace(facts, meetings=tuple(one for one in facts.meetings if one.key in published))
    english = english_pages([above], drafts=drafts).get(plan.key)
    if drafts and not plan.submitted_on:
        above = _latest(above)
        facts = _with_drafted_facts(facts, above)
    facts = page_facts.with_prose(facts, above, english)
    twins = english_pages(pages, drafts=drafts)
    known = {one.key: one for one in facts.commitments}
    shown = [_latest(page) for page in pages] if drafts else pages
    return replace(facts, commitments=_commitments(shown, twins, known))


def _latest(page: Any) -> Any:
    """The page as its last draft has it."""
    return page.get_latest_revision_as_object() if page.latest_revision_id else page


def _with_drafted_facts(facts: PlanFacts, page: ActionPlanPage) -> PlanFacts:
    """Owner, members and period as the draft of the plan page states them."""
    stated = page_facts.plan_facts_of_page(page)
    owner = page.coalition or page.jurisdiction
    row = Plan(coalition=page.coalition, jurisdiction=page.jurisdiction)
    return replace(
        facts,
        **(register_facts.owner_facts(row) if owner else {}),
        members=stated.members,
        period_basis=stated.period_basis,
        period_start=stated.period_start,
        period_end=stated.period_end,
    )


def _commitments(
    pages: list[Any], twins: dict[Any, Any], known: dict[str, CommitmentFacts]
) -> tuple[CommitmentFacts, ...]:
    """What the pages say, with the life that the register knows; a filed commitment keeps its filed facts."""
    codes = {one.code for one in known.values()} | {page.code for page in pages if page.code}
    whole = []
    for page in pages:
        said = page_facts.commitment_facts(page, twins.get(page.translation_key))
        row = known.get(said.key)
        code = said.code or (row.code if row else next_code(codes))
        codes.add(code)
        life = ("submitted_on", "included_on", "implemented_on", "assessed_on", "released_on", "withdrawn_on")
        lived = {name: getattr(row, name) for name in life} if row else {}
        whole.append(replace(said, code=code, **lived))
    return tuple(whole)
