"""A whole plan as facts: its register row, its pages and their English twins, in one value for a review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ogp_wagtail.handbook.facts import CommitmentFacts, MilestoneFacts, ParticipationFacts, PlanFacts
from ogp_wagtail.pages import facts as page_facts
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.pages.reading import PlanPages, canonical_page, read
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans.actions import next_code
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.sources import with_sources

__all__ = ["canonical_page", "drafted", "published"]


def published(plan: Plan) -> PlanFacts:
    """The plan as it stands in public: what a filing would freeze. ``plan`` comes from ``with_owner()``."""
    return with_sources(plan, _whole(plan, drafts=False))


def drafted(plan: Plan) -> PlanFacts:
    """The plan as its editors have it now: the latest draft of each page."""
    return with_sources(plan, _whole(plan, drafts=True))


def _whole(plan: Plan, *, drafts: bool) -> PlanFacts:
    facts = register_facts.plan_facts(plan)
    pages = read(plan, drafts=drafts)
    if pages is None:
        return replace(facts, meetings=())
    facts = replace(facts, meetings=tuple(one for one in facts.meetings if one.key in pages.published))
    if drafts and not plan.submitted_on:
        facts = _with_drafted_facts(facts, pages.plan)
    facts = page_facts.with_prose(facts, pages.plan, pages.english)
    commitments = _commitments(pages, {one.key: one for one in facts.commitments})
    return replace(facts, commitments=tuple(_with_agreement(one, facts) for one in commitments))


def _with_agreement(commitment: CommitmentFacts, plan: PlanFacts) -> CommitmentFacts:
    """With who of those that agree to it took part in co-creation."""
    return replace(commitment, agreed_by=register_facts.who_took_part(commitment.agreed_by, plan.meetings))


def _with_drafted_facts(facts: PlanFacts, page: ActionPlanPage) -> PlanFacts:
    """Owner, members and period as the draft of the plan page states them."""
    stated = page_facts.plan_facts_of_page(page)
    owner = page.coalition or page.jurisdiction
    row = Plan(key=page.key, coalition=page.coalition, jurisdiction=page.jurisdiction)
    joined = {} if _same_members(facts, stated) else _joined(row, stated)
    known = joined.get("memberships", facts.memberships)
    return replace(
        facts,
        **(register_facts.owner_facts(row) if owner else {}),
        **joined,
        members=tuple(register_facts.with_status(one, known) for one in stated.members),
        period_basis=stated.period_basis,
        period_start=stated.period_start,
        period_end=stated.period_end,
    )


def _same_members(facts: PlanFacts, stated: PlanFacts) -> bool:
    return {one.key for one in facts.members} == {one.key for one in stated.members}


def _joined(row: Plan, stated: PlanFacts) -> dict[str, Any]:
    """How those whom the draft names stand in OGP Local, where the register has others."""
    return register_facts.membership_fields(row, [int(one.key) for one in stated.members])


def _commitments(pages: PlanPages, known: dict[str, CommitmentFacts]) -> tuple[CommitmentFacts, ...]:
    """What the pages say, with the life that the register knows; a filed commitment keeps its filed facts."""
    codes = {one.code for one in known.values()} | {page.code for page in pages.commitments if page.code}
    named = page_facts.organisations_of(pages.commitments)
    whole = []
    for page in pages.commitments:
        said = page_facts.commitment_facts(page, pages.twins.get(page.translation_key), named)
        row = known.get(said.key)
        code = said.code or (row.code if row else next_code(codes))
        codes.add(code)
        life = ("submitted_on", "included_on", "implemented_on", "assessed_on", "released_on")
        life += ("withdrawn_on", "withdrawn_reason")
        lived = {name: getattr(row, name) for name in life} if row else {}
        lived |= {"milestones": _as_tracked(said, row), "participations": _as_declared(said, row)}
        whole.append(replace(said, code=code, **lived))
    return tuple(whole)


def _as_declared(said: CommitmentFacts, row: CommitmentFacts | None) -> tuple[ParticipationFacts, ...]:
    """The members' parts as the page says them, with what the register knows of each (COAL-10, COAL-21)."""
    known = {one.member: one for one in row.participations} if row else {}
    return tuple(
        replace(one, implemented_on=part.implemented_on, dropped_on=part.dropped_on)
        if (part := known.get(one.member))
        else one
        for one in said.participations
    )


def _as_tracked(said: CommitmentFacts, row: CommitmentFacts | None) -> tuple[MilestoneFacts, ...]:
    """The milestones as the page says them; once filed, where each stands is what the tracker says."""
    known = {one.key: one.status for one in row.milestones} if row and row.submitted_on else {}
    return tuple(replace(one, status=known.get(one.key, one.status)) for one in said.milestones)
