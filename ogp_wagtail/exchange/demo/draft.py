"""A second plan, of one town, that its editors have only begun: what is missing is said at its desk."""

from __future__ import annotations

from datetime import date
from typing import Any

from ogp_wagtail.exchange.demo.landing import Place
from ogp_wagtail.exchange.demo.made import Made
from ogp_wagtail.exchange.demo.prose import fill, slug
from ogp_wagtail.exchange.demo.story import day, month
from ogp_wagtail.exchange.new_plan.create import create_plan
from ogp_wagtail.exchange.new_plan.request import NewPlan
from ogp_wagtail.handbook.facts import MemberFacts
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.pages.models import (
    ActionPlanPageGoal,
    CommitmentPage,
    CommitmentPageMember,
    CommitmentPageMilestone,
)


def make_draft(facts: dict[str, Any], place: Place, author: Any, today: date, made: Made) -> Any:
    """The page of the draft plan with its draft commitments. Nothing of it is published."""
    fact, said = facts["draft"], place.said["draft"]
    page: Any = create_plan(wanted(facts, place, today))
    made.note(page.jurisdiction)
    page.owner = author
    page.goals = [ActionPlanPageGoal(**row) for row in fact["goals"]]
    fill(page, said["page"])
    page.save_revision(user=author)
    for one, texts in zip(fact["commitments"], said["commitments"], strict=True):
        draft = commitment(one, texts, page.jurisdiction, place, today)
        draft.owner = author
        page.add_child(instance=draft)
        draft.save_revision(user=author)
    return page


def wanted(facts: dict[str, Any], place: Place, today: date) -> NewPlan:
    """What ``ogp_plan_create`` would be asked for."""
    fact = facts["draft"]
    return NewPlan(
        code=fact["code"],
        title=place.said["draft"]["title"],
        country=facts["country"]["code"],
        members=[MemberFacts(key="", name=fact["city"], term_end=day(fact["term"], today))],
        start=day(fact["period_start"], today),
        language=place.locale.language_code,
    )


def commitment(
    fact: dict[str, Any], said: dict[str, Any], town: Jurisdiction, place: Place, today: date
) -> Any:
    """A commitment of which only the beginning is written."""
    page: Any = CommitmentPage(
        live=False,
        locale=place.locale,
        slug=slug(said),
        start=day(fact["start"], today),
        end=day(fact["end"], today),
        policy_areas=fact["policy_areas"],
    )
    page.participations = [CommitmentPageMember(jurisdiction=town)]
    page.milestones = [
        CommitmentPageMilestone(start_month=month(fact["start"][0], today))
        for _number in range(fact["milestones"])
    ]
    fill(page, said)
    return page
