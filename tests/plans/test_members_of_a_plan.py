"""Whom a plan binds, and until when (PLAN-PERIOD-05, COAL-05, COAL-06)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from ogp_wagtail.law import LawError
from ogp_wagtail.members.models import Term
from ogp_wagtail.pages.models import CommitmentPage
from ogp_wagtail.plans.models import Commitment, Participation
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def landing(home: Page) -> Any:
    return factories.landing(home)


def test_plan_period_05_a_jurisdiction_without_elections_is_bound_by_the_period_it_chose(
    landing: Any,
) -> None:
    chosen = factories.jurisdiction("Chosen", term_end=None)
    Term.objects.create(jurisdiction=chosen, end=date(2027, 12, 31))
    plan = factories.plan(landing, coalition=factories.coalition(chosen, factories.jurisdiction("Elected")))
    factories.commitment(plan, members=[(chosen, None)], end=date(2027, 12, 31))

    with pytest.raises(LawError) as refusal:
        factories.commitment(plan, members=[(chosen, None)], end=date(2028, 1, 1))

    assert "COAL-06" in str(refusal.value)
    assert "2027-12-31" in str(refusal.value)


def test_a_single_plan_without_elections_takes_commitments_until_its_own_end(landing: Any) -> None:
    plan = factories.plan(
        landing,
        jurisdiction=factories.jurisdiction(term_end=None),
        period_basis="self-selected",
        period_end=date(2027, 12, 31),
    )

    factories.commitment(plan, end=date(2027, 12, 31))

    assert Commitment.objects.in_force().count() == 1


def test_in_the_plan_of_one_city_nobody_has_to_say_who_takes_part(landing: Any) -> None:
    plan = factories.plan(landing, jurisdiction=factories.jurisdiction("Alone"))

    factories.commitment(plan, members=[])

    assert [str(part.member) for part in Participation.objects.all()] == ["Alone"]


def test_the_running_term_binds_and_not_an_earlier_one(landing: Any) -> None:
    city = factories.jurisdiction()
    Term.objects.create(jurisdiction=city, end=date(2024, 12, 31))
    plan = factories.plan(landing, jurisdiction=city)

    factories.commitment(plan, end=factories.PLAN_END)

    assert CommitmentPage.objects.filter(live=True).count() == 1


def test_a_plan_cannot_take_the_address_of_the_search(landing: Any) -> None:
    with pytest.raises(ValidationError, match="address of the landing page"):
        factories.plan(landing, slug="search")
