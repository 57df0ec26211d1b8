"""A plan keeps the edition and the readings under which it was filed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page

from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.law import LawError
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.plans.facts import plan_facts
from ogp_wagtail.plans.models import Plan
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(home: Page) -> Plan:
    page = factories.plan(factories.landing(home), jurisdiction=factories.jurisdiction())
    return Plan.objects.with_owner().get(key=page.key)


def test_readings_are_stored_and_read_by_the_rules(plan: Plan) -> None:
    plan.readings = {"slot.release": "implemented"}
    plan.save()

    assert edition_of(Plan.objects.get(pk=plan.pk)).slot.release == "implemented"
    assert edition_of(plan_facts(plan)).slot.release == "implemented"


@pytest.mark.parametrize("readings", [{"slot.release": "never"}, {"slot": "x"}, [], "text", None])
def test_a_reading_that_is_not_allowed_is_refused_on_every_path(plan: Plan, readings: Any) -> None:
    plan.readings = readings

    for write in (plan.save, lambda: Plan.objects.update(readings=readings)):
        with pytest.raises(ValidationError) as refusal, transaction.atomic():
            write()
        assert "readings" in refusal.value.message_dict
    assert Plan.objects.get().readings == {}


def test_a_form_says_what_is_allowed(plan: Plan) -> None:
    plan.readings = {"slot.release": "never"}

    with pytest.raises(ValidationError, match="Allowed: implemented_and_assessed, implemented"):
        plan.full_clean()


def test_an_edition_that_does_not_exist_is_refused(plan: Plan) -> None:
    with pytest.raises(ValidationError, match="no edition of the handbook"):
        Plan.objects.filter(pk=plan.pk).update(edition="1999")


def test_plan_sub_01_a_filed_plan_keeps_its_readings(home: Page, superuser: Any) -> None:
    page = factories.complete_plan(factories.landing(home), superuser)
    file_plan(page.key, superuser, date(2026, 2, 1))
    row = Plan.objects.get(key=page.key)
    row.readings = {"slot.release": "implemented"}

    with pytest.raises(LawError, match="PLAN-SUB-01"):
        row.save()
