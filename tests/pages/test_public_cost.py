"""Pages cost a fixed number of queries, however much there is to show."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.pages.public.lists import list_commitments
from ogp_wagtail.plans.models import Plan
from tests import factories
from tests.pages import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def landing(home: Page) -> Any:
    return factories.landing(home)


@pytest.fixture
def plan(landing: Any) -> ActionPlanPage:
    return factories.plan(landing)


def visit(page: Any) -> int:
    """How many queries a visitor's request costs, with nothing cached."""
    address = page.get_url()
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert Client().get(address).status_code == 200
    return len(queries)


def test_a_plan_page_costs_the_same_with_3_and_with_30_commitments(plan: ActionPlanPage) -> None:
    shown.commitments(plan, 3)
    factories.meeting(plan)
    few = visit(plan)
    shown.commitments(plan, 27)
    assert len(shown.Shown(plan).each(".ogp-card")) == 30
    assert visit(plan) == few <= 30


def test_a_list_of_30_commitments_with_milestones_costs_8_queries(plan: ActionPlanPage) -> None:
    shown.commitments(plan, 30)
    row = Plan.objects.get(key=plan.key)
    request = RequestFactory().get("/")
    plan.get_url(request)
    with CaptureQueriesContext(connection) as queries:
        listed = list_commitments(row, plan.locale, request)
        assert [len(one.milestones) for one in listed] == [4] * 30
        assert all(one.title.value and one.url and one.parts for one in listed)
    assert len(queries) <= 5
    assert [one.row.code for one in listed][-3:] == ["C28", "C29", "C30"]


def test_a_commitment_page_costs_the_same_with_1_and_with_12_milestones(plan: ActionPlanPage) -> None:
    few, many = (visit(factories.commitment(plan, milestones=number)) for number in (1, 12))
    assert many == few <= 30


def test_the_landing_page_costs_the_same_with_1_and_with_5_plans(landing: Any) -> None:
    factories.commitment(factories.plan(landing))
    few = visit(landing)
    for _number in range(4):
        factories.commitment(factories.plan(landing))
    assert visit(landing) == few <= 30


def test_the_search_does_not_pay_for_the_list_of_plans(landing: Any) -> None:
    plan = factories.plan(landing)
    with CaptureQueriesContext(connection) as queries:
        landing.get_context(RequestFactory().get("/"))
    assert not [one for one in queries if "ogp_wagtail_plan" in one["sql"]]
    assert CommitmentPage.objects.child_of(plan).count() == 0
