"""Shared by construction: seats, one country, one point of contact, one monitoring body (D3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from ogp_wagtail.coalitions.models import Coalition, CoalitionMember
from ogp_wagtail.law import LawError
from ogp_wagtail.members.models import Application, RoleAssignment
from ogp_wagtail.plans.models import Plan, PlanMember, Slot
from tests import factories

pytestmark = pytest.mark.django_db


def rules(error: LawError) -> set[str]:
    return {finding.rule for finding in error.findings}


def test_coal_01_a_fifth_member_is_refused_with_the_number_allowed() -> None:
    coalition = factories.coalition(*(factories.jurisdiction() for _number in range(4)))

    with pytest.raises(LawError) as refusal:
        CoalitionMember.objects.create(coalition=coalition, jurisdiction=factories.jurisdiction())

    assert rules(refusal.value) == {"COAL-01"}
    assert "2 to 4" in refusal.value.messages[0]
    assert coalition.members.count() == 4


def test_coal_01_the_database_has_no_fifth_seat() -> None:
    coalition = factories.coalition(*(factories.jurisdiction() for _number in range(4)))
    fifth = CoalitionMember(coalition=coalition, jurisdiction=factories.jurisdiction(), number=5)

    with pytest.raises(IntegrityError), transaction.atomic():
        CoalitionMember.objects.bulk_create([fifth])


def test_coal_02_a_member_of_another_country_is_refused() -> None:
    coalition = factories.coalition()

    with pytest.raises(LawError) as refusal:
        CoalitionMember.objects.create(
            coalition=coalition, jurisdiction=factories.jurisdiction("Abroad", code="PE")
        )

    assert rules(refusal.value) == {"COAL-02"}
    assert "CL" in refusal.value.messages[0]


def test_coal_02_holds_for_the_first_member_too() -> None:
    coalition = Coalition.objects.create(name="Border", country=factories.country("CL"))

    with pytest.raises(LawError):
        CoalitionMember.objects.create(
            coalition=coalition, jurisdiction=factories.jurisdiction("Abroad", code="PE")
        )


def test_coal_03_an_applicant_takes_no_seat_until_it_has_joined() -> None:
    town = factories.jurisdiction()
    Application.objects.create(jurisdiction=town)
    coalition = factories.coalition()

    with pytest.raises(LawError) as refusal:
        CoalitionMember.objects.create(coalition=coalition, jurisdiction=town)
    assert rules(refusal.value) == {"COAL-03"}

    town.joined_on = date(2026, 1, 1)
    town.save()
    CoalitionMember.objects.create(coalition=coalition, jurisdiction=town)
    assert coalition.members.count() == 3


def test_coal_14_replacing_the_point_of_contact_closes_the_old_with_a_date() -> None:
    old, new = factories.person("Old"), factories.person("New")
    coalition = factories.coalition(point_of_contact=old)
    RoleAssignment.objects.update(start=timezone.localdate() - timedelta(days=30))

    coalition.point_of_contact = new
    coalition.save()

    held = {role.holder: role.end for role in RoleAssignment.objects.filter(kind="point-of-contact")}
    assert held == {"Old": timezone.localdate() - timedelta(days=1), "New": None}


@pytest.mark.parametrize(
    ("kind", "column", "rule"),
    [("point-of-contact", "person", "COAL-14"), ("monitoring-body", "monitoring_body", "COAL-12")],
)
def test_a_second_current_holder_of_a_role_is_refused(kind: str, column: str, rule: str) -> None:
    coalition = factories.coalition(
        point_of_contact=factories.person("Ana"), monitoring_body=factories.monitoring_body("University")
    )
    second = factories.person("Bea") if column == "person" else factories.monitoring_body("Institute")

    with pytest.raises(LawError) as refusal:
        RoleAssignment.objects.create(
            kind=kind, coalition=coalition, holder="Second", start=date(2026, 1, 1), **{column: second}
        )

    assert rules(refusal.value) == {rule}


def test_the_database_holds_one_current_point_of_contact() -> None:
    coalition = factories.coalition(point_of_contact=factories.person())
    second = RoleAssignment(
        kind="point-of-contact", coalition=coalition, holder="Second", start=date(2026, 1, 1)
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        RoleAssignment.objects._bulk_create_lawfully([second])


def test_a_change_of_members_reaches_the_plan_and_its_slots_until_it_is_filed(home: Page) -> None:
    coalition = factories.coalition()
    page = factories.plan(factories.landing(home), coalition=coalition)
    plan = Plan.objects.get(key=page.key)
    assert Slot.objects.filter(plan=plan).count() == 10

    CoalitionMember.objects.create(coalition=coalition, jurisdiction=factories.jurisdiction())

    assert PlanMember.objects.filter(plan=plan).count() == 3
    assert Slot.objects.filter(plan=plan).count() == 12


def test_coal_04_a_coalition_has_one_plan(home: Page) -> None:
    landing = factories.landing(home)
    coalition = factories.coalition()
    factories.plan(landing, coalition=coalition)

    with pytest.raises(LawError) as refusal:
        factories.plan(landing, coalition=coalition)

    assert "COAL-04" in rules(refusal.value)


def form(**changed: Any) -> dict[str, Any]:
    return nested_form_data(
        {
            "name": "Three rivers",
            "country": str(factories.country().pk),
            "cocreation_mode": "joint",
            "agreement": "",
            "agreed_on": "",
            "point_of_contact": "",
            "monitoring_body": "",
        }
        | changed
    )


def members(*jurisdictions: Any) -> Any:
    rows = [{"jurisdiction": str(one.pk), "local_coordinator": ""} for one in jurisdictions]
    return inline_formset(rows)


def test_an_editor_makes_a_coalition_in_the_form(admin: Client) -> None:
    two = members(factories.jurisdiction(), factories.jurisdiction())

    answer = admin.post("/admin/ogp/coalitions/new/", form(members=two))

    assert answer.status_code == 302
    assert Coalition.objects.get().members.count() == 2


@pytest.mark.parametrize(("number", "rule"), [(1, "COAL-01"), (5, "COAL-01")])
def test_the_form_refuses_too_few_and_too_many(admin: Client, number: int, rule: str) -> None:
    rows = members(*(factories.jurisdiction() for _number in range(number)))

    answer = admin.post("/admin/ogp/coalitions/new/", form(members=rows))

    assert answer.status_code == 200
    assert rule in answer.content.decode()
    assert not Coalition.objects.exists()


def test_the_form_refuses_a_member_of_another_country(admin: Client) -> None:
    rows = members(factories.jurisdiction(), factories.jurisdiction("Abroad", code="PE"))

    answer = admin.post("/admin/ogp/coalitions/new/", form(members=rows))

    assert answer.status_code == 200
    assert "COAL-02" in answer.content.decode()


def test_the_same_city_twice_is_refused_in_the_form(admin: Client) -> None:
    city = factories.jurisdiction()

    answer = admin.post("/admin/ogp/coalitions/new/", form(members=members(city, city)))

    assert answer.status_code == 200
    assert not Coalition.objects.exists()
