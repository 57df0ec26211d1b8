"""On a new site, "Add" in the menu leads to what has to be made first, never to an empty choice."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests import factories

pytestmark = pytest.mark.django_db


def told(admin: Client, name: str) -> str:
    """What an editor sees who adds a page from one of the lists."""
    return admin.get(reverse(f"{name}:choose_parent"), follow=True).content.decode()


def test_a_plan_on_a_new_site_needs_the_landing_page_first(admin: Client, home: Page) -> None:
    answer = told(admin, "ogp-plans")
    assert "“Action plan” lies below “Open government landing page”, and there is none yet" in answer
    first = reverse("wagtailadmin_pages:add", args=["ogp_wagtail", "opengovernmentpage", home.pk])
    assert f'href="{first}"' in answer
    assert admin.get(first).status_code == 200


@pytest.mark.parametrize("name", ["ogp-commitments", "ogp-meetings"])
def test_a_commitment_and_a_meeting_need_a_plan_first(admin: Client, home: Page, name: str) -> None:
    answer = told(admin, name)
    assert "lies below “Action plan”" in answer
    assert f'href="{reverse("ogp-plans:choose_parent")}"' in answer


def test_where_there_is_one_place_the_form_opens_there(admin: Client, home: Page) -> None:
    landing: Any = factories.landing(home)
    answer = admin.get(reverse("ogp-plans:choose_parent"))
    assert answer["Location"] == reverse(
        "wagtailadmin_pages:add", args=["ogp_wagtail", "actionplanpage", landing.pk]
    )
