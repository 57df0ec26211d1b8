"""The members of a filed joint plan are settled; one that leaves does so by an act with a date (COAL-21)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Page

from ogp_wagtail.coalitions.actions import leave
from ogp_wagtail.coalitions.models import CoalitionMember
from ogp_wagtail.handbook.review import review
from ogp_wagtail.law import LawError
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.models import Commitment, Plan, Slot
from tests import factories
from tests.plans.proofs import evidence_of

pytestmark = pytest.mark.django_db

FILED, LEFT, TODAY = date(2026, 2, 1), date(2026, 9, 1), date(2026, 9, 15)


@pytest.fixture
def filed(home: Page, superuser: Any) -> Plan:
    """A joint plan of two cities, filed."""
    page = factories.complete_plan(factories.landing(home), superuser)
    file_plan(page.key, superuser, FILED)
    return Plan.objects.with_owner().get(key=page.key)


def rules(work: Callable[[], Any]) -> set[str]:
    with pytest.raises(LawError) as refusal:
        work()
    return {finding.rule for finding in refusal.value.findings}


def test_coal_21_nobody_joins_or_is_deleted_once_the_plan_was_filed(filed: Plan) -> None:
    seat = filed.coalition.members.all()[0]
    newcomer = factories.jurisdiction("Newcomer")
    row = CoalitionMember(coalition=filed.coalition, jurisdiction=newcomer, number=3)

    assert rules(
        lambda: CoalitionMember.objects.create(coalition=filed.coalition, jurisdiction=newcomer)
    ) == {"COAL-21"}
    assert rules(lambda: CoalitionMember.objects.bulk_create([row])) == {"COAL-21"}
    assert rules(seat.delete) == {"COAL-21"}
    assert rules(CoalitionMember.objects.all().delete) == {"COAL-21"}
    assert rules(lambda: CoalitionMember.objects.update(jurisdiction=newcomer)) == {"COAL-21"}
    assert filed.coalition.members.count() == 2


def test_coal_02_a_seat_of_another_country_is_refused_in_bulk_too() -> None:
    coalition = factories.coalition()
    stranger = factories.jurisdiction("Abroad", code="PE")

    assert rules(
        lambda: CoalitionMember.objects.bulk_create(
            [CoalitionMember(coalition=coalition, jurisdiction=stranger, number=3)]
        )
    ) == {"COAL-02"}


def test_coal_21_a_member_leaves_with_a_day_and_a_reason(filed: Plan, superuser: Any) -> None:
    first = filed.members.all()[0]

    row = leave(first, superuser, TODAY, left_on=LEFT, reason="A new council decided so.")

    assert (row.left_on, row.left_reason) == (LEFT, "A new council decided so.")
    seat = filed.coalition.members.get(jurisdiction=row.jurisdiction)
    assert seat.left_on == LEFT
    assert Commitment.objects.in_force().count() == 2, "what it had stays"
    assert Slot.objects.filter(plan=filed).count() == 5, "one member left has the places of a single plan"


def test_coal_21_the_review_says_what_follows(filed: Plan, superuser: Any) -> None:
    leave(filed.members.all()[0], superuser, TODAY, left_on=LEFT, reason="x")

    found = review(whole.published(filed), day=TODAY)

    said = [finding.message for finding in found if finding.rule == "COAL-21"]
    assert any("left on 2026-09-01" in message for message in said)
    assert "Members left: 1. The plan is no longer joint." in said


def test_coal_21_only_the_point_of_contact_records_it_and_not_twice_or_out_of_time(
    filed: Plan, superuser: Any
) -> None:
    first = filed.members.all()[0]
    other = get_user_model().objects.create_superuser("eva", "eva@example.org", "eva")

    assert rules(lambda: leave(first, other, TODAY, reason="x")) == {"COAL-14"}
    assert rules(lambda: leave(first, superuser, TODAY, reason=" ")) == {"COAL-21"}
    assert rules(lambda: leave(first, superuser, LEFT, left_on=TODAY, reason="x")) == {"COAL-21"}
    assert rules(lambda: leave(first, superuser, TODAY, left_on=date(2026, 1, 31), reason="x")) == {"COAL-21"}
    leave(first, superuser, TODAY, reason="x")
    assert rules(lambda: leave(first, superuser, TODAY, reason="x")) == {"COAL-21"}


def test_coal_21_before_filing_a_member_is_simply_taken_out(home: Page, superuser: Any) -> None:
    page = factories.plan(factories.landing(home))
    plan = Plan.objects.get(key=page.key)

    assert "COAL-21" in rules(lambda: leave(plan.members.all()[0], superuser, TODAY, reason="x"))
    page.coalition.members.all()[0].delete()
    assert plan.members.count() == 1


def test_coal_21_nobody_waits_for_the_part_of_who_left(filed: Plan, superuser: Any) -> None:
    joint = filed.commitments.get(scope="joint")
    joint.milestones.all()._update_lawfully(status="finished")
    first, second = filed.members.all()
    day = date(2026, 9, 1)
    with evidence_of(joint.key):
        row = actions.declare_implemented(joint, superuser, day, members=[second.jurisdiction_id])
    assert row.implemented_on is None

    leave(first, superuser, TODAY, reason="x")

    row.refresh_from_db()
    assert row.implemented_on == day


def test_coal_15_19_and_17_the_agreement_the_purposes_and_what_comes_next_are_facts(
    filed: Plan, superuser: Any
) -> None:
    coalition = filed.coalition
    coalition.purposes, coalition.agreed_on = ["other"], FILED
    coalition.save()
    seat = coalition.members.all()[0]
    seat.signatory, seat.next_step = "The mayor", "own"
    seat.save()

    facts = whole.published(Plan.objects.with_owner().get(pk=filed.pk)).coalition

    assert facts.purposes == {"other"}
    assert facts.signatories == {str(seat.jurisdiction_id)}
    assert {(one.member, one.step) for one in facts.next_steps} >= {(str(seat.jurisdiction_id), "own")}
