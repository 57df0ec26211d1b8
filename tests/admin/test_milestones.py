"""Where a milestone stands is written in the form until its commitment is filed; then the tracker says it (TRK-03)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.models import Commitment, Milestone
from tests import factories
from tests.posting import posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(home: Page, superuser: Any) -> ActionPlanPage:
    return factories.complete_plan(factories.landing(home), superuser)


@pytest.fixture
def url(plan: ActionPlanPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[first_page().pk])


def first_page() -> CommitmentPage:
    return CommitmentPage.objects.get(translation_key=Commitment.objects.get(code="C1").key)


def first_milestone() -> Milestone:
    return Milestone.objects.get(commitment__code="C1", number=1)


def test_before_filing_an_editor_says_where_it_stands(admin: Client, url: str) -> None:
    form = posted(admin.get(url).content)
    assert form["milestones-0-status"] == ["not-started"]

    answer = admin.post(url, form | {"milestones-0-status": "in-progress", "action-publish": "1"})

    assert answer.status_code == 302
    assert first_milestone().status == "in-progress"


def test_trk_03_once_filed_the_form_only_shows_what_the_tracker_said(
    admin: Client, url: str, plan: ActionPlanPage, superuser: Any
) -> None:
    file_plan(plan.key, superuser, date(2026, 2, 1))
    actions.move(first_milestone(), "in-progress")
    page = admin.get(url).content
    form = posted(page)
    assert "milestones-0-status" not in form  # a browser posts nothing of a closed field
    assert '<option value="in-progress" selected' in page.decode()

    forged = form | {"milestones-0-status": "finished", "parties-0-email": "new@example.org"}
    answer = admin.post(url, forged | {"action-publish": "1"})

    assert answer.status_code == 302
    assert first_milestone().status == "in-progress"
    assert first_page().parties.first().email == "new@example.org"
