"""What the public reads of amendments and of filings that followed the plan's (AMEND-02, AMEND-08, PLAN-SUB-01)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from wagtail.models import Page

from ogp_wagtail.pages.filing import file_amendment, file_plan
from ogp_wagtail.pages.models import CommitmentPage
from tests import factories
from tests.pages import shown

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)


@pytest.fixture
def plan(home: Page, superuser: Any) -> Any:
    page = factories.complete_plan(factories.landing(home), superuser)
    file_plan(page.key, superuser, date(2026, 2, 1))
    return page


@pytest.fixture
def page(plan: Any) -> CommitmentPage:
    page = CommitmentPage.objects.get(scope="separate")
    page.end = date(2027, 9, 30)
    page.save_revision()
    return page


def test_amend_02_an_amendment_in_force_is_told_with_its_reason_and_who_approved(
    page: CommitmentPage, superuser: Any
) -> None:
    amendment = factories.amendment(page, DAY)
    assert "The data arrive later." not in shown.Shown(page).text

    filing = file_amendment(amendment.pk, superuser, DAY)

    told = shown.Shown(page).words(".ogp-amendment")
    assert "June 30, 2027 → Sept. 30, 2027" in told
    assert "The data arrive later." in told
    assert "Water users" in told
    assert filing.sha256 in told


def test_amend_08_a_withdrawn_commitment_is_shown_with_its_reason(
    page: CommitmentPage, superuser: Any
) -> None:
    file_amendment(
        factories.amendment(page, DAY, kind="removal", reason="The law changed.").pk, superuser, DAY
    )

    told = shown.Shown(page)

    assert "Withdrawn on March 1, 2026: The law changed." in told.text
    assert "Removal of the commitment" in told.words(".ogp-amendment")


def test_plan_sub_01_the_plan_lists_what_was_filed_since_while_it_is_public(
    plan: Any, page: CommitmentPage, superuser: Any
) -> None:
    filing = file_amendment(factories.amendment(page, DAY).pk, superuser, DAY)

    assert filing.sha256 in shown.Shown(plan).text
    CommitmentPage.objects.get(pk=page.pk).unpublish()
    assert filing.sha256 not in shown.Shown(plan).text
