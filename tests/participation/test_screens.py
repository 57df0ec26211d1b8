"""The generic screens: they open, they write, and they say a refusal in the form (REC-07)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from ogp_wagtail.admin.links import Places
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.openness import check_openness
from ogp_wagtail.handbook.practices import check_practices
from ogp_wagtail.pages import whole
from ogp_wagtail.participation.models import Contribution, Notice, ReasonedResponse
from ogp_wagtail.plans.models import Plan
from tests.participation import made

pytestmark = pytest.mark.django_db

SCREENS = ("ogp_notice", "ogp_contribution", "ogp_response", "ogp_website")


@pytest.mark.parametrize("name", SCREENS)
def test_every_list_and_form_opens(admin: Client, plan: Plan, name: str) -> None:
    made.notice(plan)
    made.contribution(plan, text="Unanswered.")
    made.response(made.contribution(plan))
    made.website(plan.coalition)

    assert admin.get(reverse(f"{name}:index")).status_code == 200
    assert admin.get(reverse(f"{name}:add")).status_code == 200


def test_a_visitor_sees_none_of_them(client: Client) -> None:
    assert {client.get(reverse(f"{name}:index")).status_code for name in SCREENS} == {302}


def test_a_notice_is_written_with_its_media_and_topics(admin: Client, plan: Plan) -> None:
    values = {
        "plan": plan.pk,
        "kind": "opportunity",
        "title": "Forum",
        "published_on": "2026-01-05",
        "event_on": "2026-01-15",
        "channels": ["website", "radio-tv"],
        "topics": ["timeline"],
    }

    assert admin.post(reverse("ogp_notice:add"), values).status_code == 302

    notice = Notice.objects.get()
    assert (notice.channels, notice.topics) == (["website", "radio-tv"], ["timeline"])


def test_rec_07_a_response_without_a_reason_is_refused_in_the_form(admin: Client, plan: Plan) -> None:
    values = {
        "contribution": made.contribution(plan).pk,
        "outcome": "included",
        "reason": "",
        "answered_on": "2026-01-10",
    }

    answer = admin.post(reverse("ogp_response:add"), values)

    assert answer.status_code == 200
    assert "REC-07" in answer.content.decode()
    assert not ReasonedResponse.objects.exists()


def test_rec_07_a_response_is_not_deleted_from_its_screen(admin: Client, plan: Plan) -> None:
    response = made.response(made.contribution(plan))

    answer = admin.post(reverse("ogp_response:delete", args=[response.pk]), follow=True)

    assert "stays on record" in answer.content.decode()
    assert Contribution.objects.count() == ReasonedResponse.objects.count() == 1


def test_a_finding_leads_to_the_screen_where_it_is_mended(plan: Plan) -> None:
    late = made.notice(plan, event_on=date(2026, 1, 5))
    made.contribution(plan)
    facts, day = whole.published(plan), date(2026, 2, 1)
    found: list[Any] = [*check_openness(facts, CURRENT, day=day), *check_practices(facts, CURRENT, day=day)]
    places = Places(plan)
    led = {(one.rule, one.subject.partition(" ")[0]): places.url(one) for one in found}

    assert led["WEB-04", "notice"] == reverse("ogp_notice:edit", args=[late.pk])
    assert led["WEB-04", "plan"] == reverse("ogp_notice:index")
    assert led["REC-01", "plan"] == reverse("ogp_website:index")
