"""What the room tells the rules, in two queries (MEET-06, REC-01 to REC-08, WEB-01 to WEB-10)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ogp_wagtail.handbook.facts import ContributionFacts, NoticeFacts, PlanFacts, WebsiteFacts
from ogp_wagtail.handbook.meeting_records import noticed_on
from ogp_wagtail.pages import whole
from ogp_wagtail.participation.facts import participation_of
from ogp_wagtail.plans.models import Meeting, Plan
from tests import factories
from tests.participation import made

pytestmark = pytest.mark.django_db

NOTHING = PlanFacts("1", "P")


def test_notices_contributions_and_website_reach_the_rules(page: Any, plan: Plan) -> None:
    factories.meeting(page)
    meeting = Meeting.objects.get()
    notice = made.notice(plan, meeting=meeting, event_on=date(2026, 1, 15), topics=["outreach"])
    proposal = made.contribution(plan, meeting=meeting)
    made.response(proposal)
    question = made.contribution(plan, kind="question", made_on=date(2026, 1, 10), stage="")
    made.website(plan.coalition, is_linked=True, takes_input=True, updated_on=date(2026, 1, 1))

    facts = whole.published(plan)

    assert facts.notices == (
        NoticeFacts(
            str(notice.pk),
            "opportunity",
            "Come to the forum",
            date(2026, 1, 5),
            date(2026, 1, 15),
            frozenset({"website"}),
            frozenset({"outreach"}),
            str(meeting.key),
        ),
    )
    assert set(facts.contributions) == {
        ContributionFacts(
            str(proposal.pk),
            "proposal",
            date(2026, 1, 15),
            str(meeting.key),
            "included",
            "It fits.",
            date(2026, 1, 20),
            "priorities",
        ),
        ContributionFacts(str(question.pk), "question", date(2026, 1, 10)),
    }
    assert facts.website == WebsiteFacts(
        "https://open.example.org/", linked=True, open_input=True, updated_on=date(2026, 1, 1)
    )
    assert noticed_on(facts, facts.meetings[0]) == date(2026, 1, 5)


def test_a_plan_of_one_jurisdiction_has_the_website_of_that(home: Any) -> None:
    city = factories.jurisdiction()
    page = factories.plan(factories.landing(home), coalition=None, jurisdiction=city)
    made.website(city)

    plan = Plan.objects.with_owner().get(key=page.key)
    assert participation_of(plan, NOTHING)["website"] == WebsiteFacts("https://open.example.org/")


def test_two_queries_however_much_there_is(page: Any, plan: Plan) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            participation_of(plan, NOTHING)
        return len(queries)

    assert cost() == 2
    factories.meeting(page)
    factories.commitment(page)
    made.website(plan.coalition)
    for number in range(5):
        made.notice(plan, meeting=Meeting.objects.get())
        made.response(made.contribution(plan, meeting=Meeting.objects.get(), text=f"Idea {number}"))
    assert cost() == 2
