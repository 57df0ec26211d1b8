"""What a resident finds on the landing page."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from ogp_wagtail.pages import registry
from tests import factories
from tests.pages.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def landing(home: Page) -> Any:
    return factories.landing(home)


def test_an_empty_landing_page_says_what_will_be_here(landing: Any) -> None:
    assert (
        "No action plan has been published yet. When there is one, you will find here" in Shown(landing).text
    )


def test_a_plan_is_listed_with_owner_members_period_and_number_of_commitments(landing: Any) -> None:
    plan = factories.plan(landing, title="Joint plan")
    factories.commitment(plan)
    card = Shown(landing).words(".ogp-card")
    one, two = factories.cities(plan)
    assert card.startswith(f"Joint plan Joint plan of {plan.coalition}: {one}, {two}")
    assert "Jan. 1, 2026 to Oct. 31, 2028" in card
    assert "1 commitment Draft before filing" in card
    assert "Next date:" in card


def test_d6_a_draft_is_not_listed(landing: Any) -> None:
    factories.plan(landing, title="Secret", live=False)
    assert "Secret" not in Shown(landing).text


def test_a_plan_of_another_landing_page_is_not_listed(landing: Any, home: Page) -> None:
    factories.plan(factories.landing(home), title="Elsewhere")
    assert "Elsewhere" not in Shown(landing).text


def test_a_plan_without_translation_is_listed_in_its_own_language_and_says_so(
    landing: Any, locales: dict[str, Any]
) -> None:
    plan = factories.plan(landing, title="Open plan")
    spanish = landing.copy_for_translation(locales["es"], copy_parents=True)
    factories.publish(spanish)
    link = Shown(spanish).root.select(".ogp-card a")[0]
    assert (link.get_text(), link.get("lang"), link.get("href")) == ("Open plan", "en", plan.get_url())


def test_registered_parts_are_shown_in_their_order(landing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [lambda request, page, row: "<p>first</p>", lambda *given: "", lambda *given: "<p>second</p>"]
    monkeypatch.setattr(registry, "sections", lambda place: parts if place == "landing" else [])
    source = Client().get(landing.get_url()).content.decode()
    assert source.index("first") < source.index("second")


def test_the_search_is_offered_when_a_room_brings_one(landing: Any) -> None:
    assert any(route.name == "search" for route in registry.routes())
    form = Shown(landing).root.select("form[role=search]")
    assert [one.get("action") for one in form] == [f"{landing.get_url()}search/"]
