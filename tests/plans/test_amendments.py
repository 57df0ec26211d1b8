"""Amendments and filings as rows and as facts (AMEND-01 to AMEND-05, PLAN-SUB-01)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from ogp_wagtail.handbook import errors, review
from ogp_wagtail.law import LawError
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.filing import file_amendment, file_plan
from ogp_wagtail.pages.models import CommitmentPage
from ogp_wagtail.plans.facts import plan_facts
from ogp_wagtail.plans.models import Amendment, Filing, Plan
from tests import factories

pytestmark = pytest.mark.django_db

FILED, DAY = date(2026, 2, 1), date(2026, 3, 1)


@pytest.fixture
def page(home: Page, superuser: Any) -> CommitmentPage:
    plan = factories.complete_plan(factories.landing(home), superuser)
    file_plan(plan.key, superuser, FILED)
    return CommitmentPage.objects.get(scope="separate")


def row() -> Plan:
    return Plan.objects.with_owner().get()


def test_amend_01_the_facts_say_who_approved_and_whether_they_took_part(page: CommitmentPage) -> None:
    newcomers = factories.organisation("Newcomers")
    factories.amendment(page, DAY).approved_by.add(newcomers)

    (told,) = plan_facts(row()).amendments

    assert {one.organisation: one.took_part for one in told.approvers} == {
        "Water users": True,
        "Newcomers": False,
    }
    assert told.consulted == ("Water users",)
    assert (told.documented, told.filed_on, told.effective_on) == (True, None, DAY)


def test_amend_03_a_meeting_documents_it_once_its_record_is_published(page: CommitmentPage) -> None:
    amendment = factories.amendment(page, DAY)
    amendment.meeting.has_record = False
    amendment.meeting.save()

    assert not plan_facts(row()).amendments[0].documented


def test_three_amendments_cost_no_more_queries_than_one(page: CommitmentPage) -> None:
    factories.amendment(page, DAY)
    one = cost()
    for _number in range(2):
        factories.amendment(page, DAY)

    assert cost() == one
    assert [len(told.approvers) for told in plan_facts(row()).amendments] == [1, 1, 1]


def cost() -> int:
    """How many queries the facts of the plan ask."""
    plan = row()
    with CaptureQueriesContext(connection) as queries:
        plan_facts(plan)
    return len(queries)


def test_the_review_of_the_filed_plan_is_satisfied_with_an_amendment_in_force(
    page: CommitmentPage, superuser: Any
) -> None:
    page.end = date(2027, 9, 30)
    page.save_revision()
    file_amendment(factories.amendment(page, DAY).pk, superuser, DAY)

    facts = whole.published(row())

    assert [one.kind for one in facts.filings] == ["plan", "amendment"]
    assert errors(review(facts, day=DAY)) == []


def test_amend_05_the_database_holds_no_amendment_in_force_before_the_support_unit_was_told(
    page: CommitmentPage,
) -> None:
    amendment = factories.amendment(page, DAY, notified_on=date(2026, 3, 2))

    with pytest.raises(IntegrityError), transaction.atomic():
        Amendment.objects.filter(pk=amendment.pk)._update_lawfully(filed_on=DAY)


def test_plan_sub_01_a_filing_is_of_one_thing_and_made_by_its_act(page: CommitmentPage) -> None:
    plan = row()
    by_hand = Filing(plan=plan, filed_on=DAY, filed_at=plan.filing.filed_at, filed_by_name="Eva")

    with pytest.raises(LawError):
        by_hand.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        by_hand._save_lawfully()
