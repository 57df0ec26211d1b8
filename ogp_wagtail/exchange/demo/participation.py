"""What the public of the demo was told and what it said, with the answers; and the website of the process."""

from __future__ import annotations

from datetime import date
from typing import Any

from ogp_wagtail.exchange.demo.people import People
from ogp_wagtail.exchange.demo.plan import DemoPlan
from ogp_wagtail.exchange.demo.story import day
from ogp_wagtail.participation.models import Contribution, Notice, ReasonedResponse, Website
from ogp_wagtail.plans.models import Commitment, Meeting, Plan

DAYS = ("published_on", "event_on", "made_on", "answered_on", "updated_on")


def make_participation(
    facts: dict[str, Any], said: dict[str, Any], plan: DemoPlan, people: People, today: date
) -> None:
    """Notices, contributions with their reasoned responses, and the website of the coalition."""
    fact, texts = facts["participation"], said["participation"]
    row = Plan.objects.get(key=plan.page.key)
    Website.objects.create(coalition=people.coalition, **dated(fact["website"], today))
    for one, words in zip(fact["notices"], texts["notices"], strict=True):
        make_notice(row, dated(one, today), words, plan)
    for one, words in zip(fact["contributions"], texts["contributions"], strict=True):
        contribute(row, one, words, plan, people, today)


def dated(fact: dict[str, Any], today: date) -> dict[str, Any]:
    """The fact with its days reckoned from today."""
    return {name: day(value, today) if name in DAYS else value for name, value in fact.items()}


def make_notice(row: Plan, fact: dict[str, Any], words: dict[str, str], plan: DemoPlan) -> None:
    """Tell the public something."""
    name = fact.pop("meeting", None)
    meeting = Meeting.objects.get(key=plan.meetings[name].translation_key) if name else None
    Notice.objects.create(plan=row, meeting=meeting, **fact, **words)


def contribute(
    row: Plan, fact: dict[str, Any], words: dict[str, str], plan: DemoPlan, people: People, today: date
) -> None:
    """Record what an organisation said, and the answer of another where there is one."""
    about = fact.get("commitment")
    made = Contribution.objects.create(
        plan=row,
        commitment=Commitment.objects.get(key=plan.commitments[about].translation_key) if about else None,
        affiliation=people.organisations[fact["organisation"]].name,
        kind=fact["kind"],
        stage=fact["stage"],
        made_on=day(fact["made_on"], today),
        text=words["text"],
    )
    if answer := fact.get("answer"):
        ReasonedResponse.objects.create(
            contribution=made,
            outcome=answer["outcome"],
            answered_on=day(answer["answered_on"], today),
            answered_by=people.organisations[answer["organisation"]],
            reason=words["reason"],
        )
