"""The desk of a plan, and filing from it (PLAN-SUB-01, PLAN-SUB-02, ROLE-03)."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from ogp_wagtail.plans.models import Plan
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan_page(home: Page) -> Any:
    return factories.plan(factories.landing(home))


def desk(page: Any) -> str:
    return reverse("ogp_plan_desk", args=[page.key])


def test_the_desk_says_what_is_missing_with_rule_section_and_place(admin: Client, plan_page: Any) -> None:
    answer = admin.get(desk(plan_page)).content.decode()

    assert "COAL-14" in answer
    assert "§3.4" in answer
    assert (
        f'href="/admin/ogp/coalitions/edit/{plan_page.coalition.pk}/#:w:contentpath=point_of_contact"'
        in answer
    )


def test_a_plan_with_gaps_is_not_filed(admin: Client, plan_page: Any) -> None:
    answer = admin.post(desk(plan_page), follow=True).content.decode()

    assert "PLAN-COUNT-05" in answer
    assert not Plan.objects.get().submitted_on


def test_the_desk_of_a_draft_that_names_a_monitoring_body_opens(admin: Client, home: Page) -> None:
    owner = factories.coalition(monitoring_body=factories.monitoring_body("University Centre"))
    page = factories.plan(factories.landing(home), live=False, coalition=owner)

    assert admin.get(desk(page)).status_code == 200


def test_a_visitor_of_the_site_sees_no_desk(client: Client, plan_page: Any) -> None:
    assert client.get(desk(plan_page)).status_code == 302


def test_every_page_of_the_menu_opens(admin: Client, plan_page: Any) -> None:
    factories.commitment(plan_page)
    factories.meeting(plan_page)
    menu = ("plans", "commitments", "meetings", "coalitions", "people", "organisations")
    more = ("endorsements", "jurisdictions", "monitoring-bodies", "countries")

    statuses = {name: admin.get(f"/admin/ogp/{name}/").status_code for name in menu + more}

    assert set(statuses.values()) == {200}


@pytest.mark.parametrize("kind", ["coalitions", "people", "organisations", "endorsements", "jurisdictions"])
def test_every_form_of_the_menu_opens(admin: Client, kind: str) -> None:
    assert admin.get(f"/admin/ogp/{kind}/new/").status_code == 200
