"""What everybody sees of it on the plan's page, and what nobody does (REC-04, REC-07, MEET-05)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ogp_wagtail.participation.models import Contribution, Notice
from ogp_wagtail.plans.models import Commitment, Plan
from tests import factories
from tests.participation import made

pytestmark = pytest.mark.django_db


def seen(page: Any) -> str:
    return Client().get(page.get_url()).content.decode()


def test_rec_07_contributions_are_shown_with_their_reasoned_responses(page: Any, plan: Plan) -> None:
    assert "Contributions and responses" not in seen(page)
    made.response(made.contribution(plan, affiliation="Water users"), reason="It fits our goals.")
    made.contribution(plan, text="<b>When?</b>", kind="question")

    text = seen(page)

    assert "Publish the budget." in text
    assert "Water users" in text
    assert "It fits our goals." in text
    assert "Not answered yet." in text
    assert "<b>When?</b>" not in text, "what people write is text, not markup"


def test_meet_05_a_name_is_shown_only_where_the_person_agrees(page: Any, plan: Plan) -> None:
    made.contribution(plan, author="Rosa Vega")
    made.contribution(plan, author="Ana Ruiz", is_name_public=True)

    text = seen(page)

    assert "Rosa Vega" not in text
    assert "Ana Ruiz" in text


def test_web_04_notices_are_shown_from_the_day_on_which_they_are_out(page: Any, plan: Plan) -> None:
    made.notice(plan, event_on=date(2026, 1, 15))
    made.notice(plan, title="Not yet", published_on=timezone.localdate() + timedelta(1))

    text = seen(page)

    assert "Come to the forum" in text
    assert "Not yet" not in text


def test_what_is_not_public_itself_hides_what_was_said_about_it(page: Any, plan: Plan) -> None:
    commitment = factories.commitment(page)
    made.contribution(plan, text="On a commitment.", commitment=Commitment.objects.get())
    made.contribution(plan, text="Kept back.", is_public=False)
    assert [one.text for one in Contribution.objects.public()] == ["On a commitment."]

    commitment.unpublish()

    assert not Contribution.objects.public().exists()
    assert "On a commitment." not in seen(page)


def test_nothing_of_a_plan_that_is_not_published(page: Any, plan: Plan) -> None:
    made.notice(plan)
    made.contribution(plan)

    page.unpublish()

    assert not Notice.objects.public(timezone.localdate()).exists()
    assert not Contribution.objects.public().exists()
