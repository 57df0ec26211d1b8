"""Two cities in one Wagtail, each with a site of its own."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, Site

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.work import read_now
from ogp_wagtail.pages.models import ActionPlanPage, OpenGovernmentPage
from ogp_wagtail.plans.models import Plan
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(home: Page) -> OpenGovernmentPage:
    return factories.landing(home)


@pytest.fixture
def there(home: Page, settings: Any) -> OpenGovernmentPage:
    """The landing page of another site."""
    settings.ALLOWED_HOSTS = ["*"]
    root = home.get_parent().add_child(instance=Page(title="Another city", slug="another"))
    Site.objects.create(hostname="another.example", root_page=root)
    return factories.landing(root)


def prove(page: ActionPlanPage, text: bytes) -> None:
    """Evidence of the plan, read."""
    plan = Plan.objects.get(key=page.key)
    read_now(actions.store(plan, folders.process(plan), BytesIO(text), f"{plan.code}.txt").version)


def found(landing: OpenGovernmentPage, **question: str) -> str:
    """The page of results of a site."""
    landing = OpenGovernmentPage.objects.get(pk=landing.pk)
    response = Client(HTTP_HOST=landing.get_site().hostname).get(f"{landing.full_url}search/", question)
    assert response.status_code == 200
    return response.content.decode()


def test_each_site_searches_the_evidence_of_its_own_plans(here: Any, there: Any) -> None:
    ours, theirs = factories.plan(here, title="Our plan"), factories.plan(there, title="Their plan")
    prove(ours, b"The reservoir was repaired.")
    prove(theirs, b"The reservoir was emptied.")
    assert "repaired" in found(here, q="reservoir")
    assert "emptied" not in found(here, q="reservoir")
    assert "emptied" in found(there, q="reservoir")
    assert "Their plan" not in found(here)  # neither listed nor offered as a choice


def test_a_site_without_a_plan_has_nothing_to_find(here: Any, there: Any) -> None:
    prove(factories.plan(here), b"The reservoir was repaired.")
    assert "repaired" not in found(there, q="reservoir")
    assert "repaired" in found(here, q="reservoir")


def test_a_new_landing_page_is_offered_to_the_sites_menus(here: OpenGovernmentPage) -> None:
    assert here.show_in_menus
