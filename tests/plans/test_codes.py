"""The short code of a plan: given once, unique, and the same whatever becomes of the title."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Plan
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def landing(home: Page) -> Any:
    return factories.landing(home)


def code_of(page: ActionPlanPage) -> str:
    return Plan.objects.get(key=page.key).code


def test_a_code_that_another_plan_has_is_refused_at_its_field(landing: Any) -> None:
    factories.plan(landing, code="river")

    with pytest.raises(ValidationError) as refusal:
        factories.plan(landing, code="river")

    assert "code" in refusal.value.message_dict
    assert "river" in refusal.value.messages[0]


def test_a_code_is_made_of_the_title_that_is_published_and_not_of_its_first_letters(landing: Any) -> None:
    page = factories.plan(landing, live=False, code="", title="Pol")
    page = ActionPlanPage.objects.get(pk=page.pk)
    page.title = "Police oversight"

    factories.publish(page)

    assert code_of(page) == "police-oversight"


def test_a_published_plan_keeps_its_code_when_its_title_changes(landing: Any) -> None:
    page = factories.plan(landing, code="", title="Rivers")
    page = ActionPlanPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    page.title = "Rivers and lakes"

    factories.publish(page)

    assert code_of(page) == "rivers"
    assert Plan.objects.get(key=page.key).title == "Rivers and lakes"


def test_two_plans_of_one_title_get_codes_of_their_own(landing: Any) -> None:
    pages = [factories.plan(landing, code="", title="Rivers") for _number in range(2)]

    assert [code_of(page) for page in pages] == ["rivers", "rivers-2"]
