"""The joint plan of the demo, its commitments and its meetings, made as editors make them: drafted, then published."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from ogp_wagtail.exchange.demo.commitments import commitment_page
from ogp_wagtail.exchange.demo.landing import Place
from ogp_wagtail.exchange.demo.people import People
from ogp_wagtail.exchange.demo.prose import fill, slug
from ogp_wagtail.exchange.demo.story import day
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.limits import plan_end_limit
from ogp_wagtail.pages.facts import plan_facts_of_page
from ogp_wagtail.pages.models import (
    ActionPlanPage,
    ActionPlanPageForeword,
    ActionPlanPageGoal,
    ActionPlanPageSpace,
    CommitmentPage,
    MeetingPage,
    MeetingPageAttendance,
)
from ogp_wagtail.plans.models import Commitment

MEETING_DAYS = ("noticed_on", "documents_shared_on", "minutes_published_on")


@dataclass(slots=True)
class DemoPlan:
    """The pages of the plan by the name that the content gives them, in the working language."""

    page: ActionPlanPage
    commitments: dict[str, CommitmentPage] = field(default_factory=dict)
    meetings: dict[str, MeetingPage] = field(default_factory=dict)

    @property
    def pages(self) -> dict[tuple[str, ...], Any]:
        """Each page by the path to its texts in the content, the plan first."""
        pages: dict[tuple[str, ...], Any] = {("plan",): self.page}
        pages |= {("commitments", key, "page"): page for key, page in self.commitments.items()}
        return pages | {("meetings", key): page for key, page in self.meetings.items()}


def make_plan(facts: dict[str, Any], place: Place, people: People, author: Any, today: date) -> DemoPlan:
    """Publish the plan with everything below it."""
    plan = DemoPlan(publish(place.landing, plan_page(facts, place, people, today), author))
    for code, fact in facts["commitments"].items():
        page = commitment_page(code, fact, place, people, goal_keys(plan.page), today)
        plan.commitments[code] = publish(plan.page, page, author)
    for key, fact in facts["meetings"].items():
        page = meeting_page(key, fact, place, people, plan, today)
        plan.meetings[key] = publish(plan.page, page, author)
    include_on(plan, day(facts["plan"]["filed_on"], today))
    return plan


def plan_page(facts: dict[str, Any], place: Place, people: People, today: date) -> Any:
    """The page of the plan, which ends on the last day that the handbook allows (COAL-05)."""
    fact, said = facts["plan"], place.said["plan"]
    page: Any = ActionPlanPage(
        live=False,
        locale=place.locale,
        code=facts["code"],
        slug=find_available_slug(place.landing, slug(said)),
        coalition=people.coalition,
        period_start=day(fact["period_start"], today),
        consultation_url=fact["consultation_url"],
        vision_origin=fact["vision_origin"],
    )
    page.period_end = plan_end_limit(plan_facts_of_page(page), CURRENT)
    page.goals = [ActionPlanPageGoal(**row) for row in fact["goals"]]
    page.forewords = [ActionPlanPageForeword(**row) for row in fact["forewords"]]
    page.spaces = [
        ActionPlanPageSpace(**row | {"su_informed_on": day(row["su_informed_on"], today)})
        for row in fact["spaces"]
    ]
    fill(page, said)
    return page


def meeting_page(
    key: str, fact: dict[str, Any], place: Place, people: People, plan: DemoPlan, today: date
) -> Any:
    """The page of a meeting, with who attended and what was discussed."""
    said = place.said["meetings"][key]
    page: Any = MeetingPage(
        live=False,
        locale=place.locale,
        slug=slug(said),
        held_on=day(fact["held_on"], today),
        purposes=fact["purposes"],
        mode=fact["mode"],
        **{name: day(fact[name], today) for name in MEETING_DAYS},
        commitments=[str(plan.commitments[code].translation_key) for code in fact["commitments"]],
    )
    page.attendances = [attendance(row, people) for row in fact["attendances"]]
    fill(page, said)
    return page


def attendance(row: dict[str, Any], people: People) -> MeetingPageAttendance:
    """Who attended: one of our organisations, or another by name."""
    columns = {name: value for name, value in row.items() if name != "organisation"}
    if "organisation" in row:
        one = people.organisations[row["organisation"]]
        columns |= {"affiliation": one.name, "sector": one.sector, "group_type": one.ngs_type}
    return MeetingPageAttendance(**columns)


def goal_keys(page: ActionPlanPage) -> list[str]:
    """By which commitments refer to the long-term goals of a plan."""
    return [str(goal.translation_key) for goal in page.goals.all()]


def publish(parent: Page, page: Any, author: Any) -> Any:
    """Put a page below another and publish it, as its author does in the admin."""
    page.owner = author
    parent.add_child(instance=page)
    page.save_revision(user=author).publish(user=author)
    return type(page).objects.get(pk=page.pk)


def include_on(plan: DemoPlan, filed_on: date) -> None:
    """Say that the commitments took their places on the day of filing: in the story that was months ago."""
    keys = [page.translation_key for page in plan.commitments.values()]
    Commitment.objects.filter(key__in=keys)._update_lawfully(included_on=filed_on)
