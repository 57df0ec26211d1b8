"""Roles are held one after the other; organisations stand on one side; who acts in which role."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.db import IntegrityError, transaction
from django.utils import timezone

from ogp_wagtail.law import LawError
from ogp_wagtail.members.facts import irm_publications, membership_facts
from ogp_wagtail.members.models import IrmPublication, Jurisdiction, Organisation, Orientation, RoleAssignment
from ogp_wagtail.members.permissions import may, role_of
from tests import factories

from .joining import applicant

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def held(kind: str) -> dict[str, tuple[date, date | None]]:
    return {one.holder: (one.start, one.end) for one in RoleAssignment.objects.filter(kind=kind)}


def begun(days: int) -> None:
    RoleAssignment.objects.update(start=timezone.localdate() - days * DAY)


def test_role_01_agency_official_and_contact_have_a_history() -> None:
    city = applicant()
    begun(10)
    city.senior_official = factories.person("New")
    city.save()

    today = timezone.localdate()
    assert held("senior-official") == {"Eva Soto": (today - 10 * DAY, today - DAY), "New": (today, None)}
    assert held("lead-agency") == {"City hall": (today - 10 * DAY, None)}


def test_role_02_a_holder_named_by_mistake_leaves_no_second_row_on_that_day() -> None:
    city = applicant()
    city.point_of_contact = factories.person("Right")
    city.save()

    assert held("point-of-contact") == {"Right": (timezone.localdate(), None)}


def test_role_02_a_role_left_vacant_and_filled_again_on_one_day() -> None:
    city = applicant()
    begun(10)
    for contact in (None, factories.person("Next"), None, factories.person("Last")):
        city.point_of_contact = contact
        city.save()

    today = timezone.localdate()
    assert held("point-of-contact") == {"Ana Ruiz": (today - 10 * DAY, today - DAY), "Last": (today, None)}


def test_role_02_a_clock_set_back_makes_no_two_holders() -> None:
    city = applicant()
    RoleAssignment.objects.update(start=timezone.localdate() + 5 * DAY)
    city.point_of_contact = factories.person("Next")
    city.save()

    assert list(held("point-of-contact")) == ["Next"]


@pytest.mark.parametrize(("start", "lawful"), [(date(2025, 6, 1), True), (date(2025, 5, 31), False)])
def test_role_02_past_holders_do_not_overlap_either(start: date, lawful: bool) -> None:
    city = factories.jurisdiction()
    role = {"kind": "point-of-contact", "jurisdiction": city}
    RoleAssignment.objects.create(**role, holder="A", start=date(2024, 1, 1), end=date(2025, 5, 31))
    second = RoleAssignment(**role, holder="B", start=start)

    if lawful:
        second.save()
        return
    for write in (second.save, lambda: RoleAssignment.objects.bulk_create([second])):
        with pytest.raises(LawError) as error:
            write()
        assert {finding.rule for finding in error.value.findings} == {"ROLE-02"}


def test_role_02_the_dates_of_a_past_holder_may_be_corrected_but_not_into_an_overlap() -> None:
    city = applicant()
    begun(10)
    city.point_of_contact = factories.person("Next")
    city.save()

    past = RoleAssignment.objects.filter(kind="point-of-contact", holder="Ana Ruiz")
    past.update(start=date(2020, 1, 1))
    with pytest.raises(LawError):
        past.update(end=timezone.localdate())


def test_role_07_a_department_is_no_stakeholder_on_any_path() -> None:
    department = Organisation(name="Department", sector="government", ngs_type="youth-council")

    with pytest.raises(LawError) as error:
        department.save()
    assert {finding.rule for finding in error.value.findings} == {"ROLE-07"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects._bulk_create_lawfully([department])

    council = factories.organisation("Youth council", ngs_type="youth-council")
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=council.pk).update(sector="government")


def test_role_03_and_10_in_which_role_somebody_acts(django_user_model: Any, superuser: Any) -> None:
    def log_in(name: str, sector: str = "") -> Any:
        user = django_user_model.objects.create_user(name, f"{name}@example.org", name)
        if sector:
            factories.person(name, user=user, organisation=factories.organisation(sector=sector))
        return user

    contact = log_in("contact")
    city = applicant(point_of_contact=factories.person("Contact", user=contact))
    unit = log_in("unit")
    unit.user_permissions.add(Permission.objects.get(codename="act_for_support_unit"))

    assert role_of(contact, city) == "point-of-contact"
    assert role_of(unit, city) == role_of(superuser, city) == "support-unit"
    assert role_of(log_in("clerk", "government"), city) == "government"
    assert role_of(log_in("activist", "ngs"), city) == "ngs"
    assert role_of(log_in("guest"), city) == role_of(AnonymousUser(), city) == role_of(None, city) == "public"
    assert may(contact, "submit-plan", city)
    assert not may(superuser, "submit-plan", city)
    assert not may(contact, "confer-status", city)


def test_orient_02_each_participant_stands_once_and_completes_after_being_let_in() -> None:
    city, ana = factories.jurisdiction(), factories.person()
    Orientation.objects.create(jurisdiction=city, person=ana, side="government", invited_on=date(2024, 1, 1))

    with pytest.raises(IntegrityError), transaction.atomic():
        Orientation.objects.create(jurisdiction=city, person=ana, side="ngs")
    with pytest.raises(IntegrityError), transaction.atomic():
        Orientation.objects.update(completed_on=date(2023, 12, 31))


def test_the_facts_of_a_membership() -> None:
    city = applicant(stakeholders_mapped_on=date(2024, 1, 1))
    luz = factories.person("Luz")
    Orientation.objects.create(jurisdiction=city, person=luz, side="ngs", completed_on=date(2024, 1, 2))

    facts = membership_facts(Jurisdiction.objects.get(), is_new=False)

    assert (facts.lead_agency, facts.senior_official, facts.point_of_contact) == (
        "City hall",
        "Eva Soto",
        "Ana Ruiz",
    )
    assert [(one.person, one.side, one.completed_on) for one in facts.orientation] == [
        ("Luz", "ngs", date(2024, 1, 2))
    ]
    assert {one.kind for one in facts.roles} == {"lead-agency", "senior-official", "point-of-contact"}
    assert (facts.stakeholders_mapped_on, facts.is_new) == (date(2024, 1, 1), False)


def test_role_12_and_13_what_the_irm_published() -> None:
    IrmPublication.objects.create(
        kind="analysis", title="OGP Local", url="https://example.org/a", published_on=date(2023, 6, 30)
    )

    (one,) = irm_publications()

    assert (one.kind, one.url, one.published_on) == ("analysis", "https://example.org/a", date(2023, 6, 30))
