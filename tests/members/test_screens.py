"""The admin's pages of joining: what blocks an application is read there, and filed, decided and corrected there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from ogp_wagtail.members import applications
from ogp_wagtail.members.models import Application, Jurisdiction, Orientation, RoleAssignment
from tests import factories

from .joining import FILED, applicant, application, call, letter

pytestmark = pytest.mark.django_db
TEXTS = ("ambition", "staff", "counterparts", "cocreation_mechanisms", "monitoring_mechanisms", "benefit")


def form(city: Jurisdiction, **changed: Any) -> dict[str, Any]:
    """An application as the form posts it: nothing but the jurisdiction."""
    places = [field.name for field in Application._meta.fields if field.name.startswith("in_letter_")]
    days = {"invited_to_community_on": "", "connected_to_national_on": ""}
    blank = dict.fromkeys((*TEXTS, *places, "call", "letter", "pages", "period_basis"), "") | days
    rows = {"signatories": inline_formset([]), "track_record": inline_formset([])}
    return nested_form_data(
        {"jurisdiction": str(city.pk), "kind": "initial", "language": "en", **blank, **rows, **changed}
    )


def check_page(row: Application) -> str:
    return reverse("ogp_application:inspect", args=[row.pk])


@pytest.mark.parametrize("name", ["call", "application", "orientation", "role", "irm_publication"])
def test_each_list_opens(admin: Client, name: str) -> None:
    application()

    assert admin.get(reverse(f"ogp_{name}:index")).status_code == 200


def test_a_draft_is_saved_in_the_form_and_its_page_says_what_is_missing(admin: Client) -> None:
    answer = admin.post(reverse("ogp_application:add"), form(applicant()))
    assert answer.status_code == 302

    page = admin.get(check_page(Application.objects.get())).content.decode()

    for rule in ("LOS-01", "LOS-05", "LOS-06", "ELIG-04", "ELIG-11"):
        assert rule in page


def test_a_whole_application_is_written_in_the_form(admin: Client) -> None:
    places = [field.name for field in Application._meta.fields if field.name.startswith("in_letter_")]
    said = dict.fromkeys((*TEXTS, *places), "page 1")
    ticked = {"letterhead": "on", "peer_learning": "on", "pages": "3"}
    signing = [
        {"name": "Mayor", "capacity": "head", "delegation": ""},
        {"name": "Users", "capacity": "ngs", "delegation": "", "legal_personality": "on"},
    ]
    rows = {
        "signatories": inline_formset(signing),
        "track_record": inline_formset([{"title": "Budget", "ended_on": ""}]),
        "call": str(call().pk),
        "letter": str(letter().pk),
    }

    answer = admin.post(reverse("ogp_application:add"), form(applicant(), **said, **ticked, **rows))

    assert answer.status_code == 302
    assert applications.findings(Application.objects.get(), FILED) == []


def test_it_is_filed_on_its_page_on_the_day_stated(admin: Client) -> None:
    row = application()

    admin.post(check_page(row), {"act": "submit", "submit-day": "2026-07-01"})

    row.refresh_from_db()
    assert row.submitted_on == FILED


def test_what_is_missing_is_said_when_it_is_filed(admin: Client) -> None:
    row = application(pages=4)

    answer = admin.post(check_page(row), {"act": "submit", "submit-day": "2026-07-01"}, follow=True)

    assert "LOS-02" in " ".join(str(message) for message in answer.context["messages"])
    assert Application.objects.get().submitted_on is None


@pytest.mark.parametrize("day", ["9999-12-31", "nonsense", ""])
def test_a_day_to_come_or_none_is_refused_at_its_field(admin: Client, day: str) -> None:
    row = application()

    answer = admin.post(check_page(row), {"act": "submit", "submit-day": day})

    assert answer.status_code == 200
    assert answer.context["submit_form"].errors["day"]


def test_a_filed_application_is_not_changed_in_the_form(admin: Client) -> None:
    row = applications.submit(application(), FILED)

    answer = admin.post(reverse("ogp_application:edit", args=[row.pk]), form(row.jurisdiction, pages="2"))

    assert answer.status_code == 200
    assert "LOS-01" in answer.content.decode()
    assert Application.objects.get().pages == 3


def test_los_08_the_decision_is_recorded_on_its_page(admin: Client) -> None:
    row = applications.submit(application(), FILED)
    said = {"decide-decision": "accepted", "decide-day": "2026-10-15", "decide-reasons": "It meets them."}

    admin.post(check_page(row), {"act": "decide", **said})

    assert Jurisdiction.objects.get().joined_on == date(2026, 10, 15)
    assert "Accepted" in admin.get(reverse("ogp_application:index")).content.decode()


def test_los_08_the_contact_is_offered_no_decision_and_refused_one(
    client: Client, django_user_model: Any
) -> None:
    user = django_user_model.objects.create_user("poc", "poc@example.org", "poc")
    permissions = ("access_admin", "view_application", "change_application", "act_for_support_unit")
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    row = applications.submit(
        application(applicant(point_of_contact=factories.person("Ana", user=user))), FILED
    )
    client.force_login(user)

    assert "Record the decision" not in client.get(check_page(row)).content.decode()
    said = {"decide-decision": "accepted", "decide-day": "2026-10-15", "decide-reasons": "Mine."}
    answer = client.post(check_page(row), {"act": "decide", **said}, follow=True)

    assert "LOS-08" in " ".join(str(message) for message in answer.context["messages"])
    assert Application.objects.get().decision == ""


def test_who_may_only_look_files_nothing(client: Client, django_user_model: Any) -> None:
    user = django_user_model.objects.create_user("eye", "eye@example.org", "eye")
    user.user_permissions.set(Permission.objects.filter(codename__in=("access_admin", "view_application")))
    client.force_login(user)
    row = application()

    client.post(check_page(row), {"act": "submit", "submit-day": "2026-07-01"})

    assert Application.objects.get().submitted_on is None


def test_orient_02_a_participant_is_recorded(admin: Client) -> None:
    city, luz = factories.jurisdiction(), factories.person("Luz")
    said = {"jurisdiction": city.pk, "person": luz.pk, "side": "ngs", "invited_on": "2026-01-01"}

    answer = admin.post(reverse("ogp_orientation:add"), said | {"completed_on": ""})

    assert answer.status_code == 302
    assert Orientation.objects.get().person == luz


def test_role_02_days_are_corrected_but_no_role_is_added_or_deleted_by_hand(admin: Client) -> None:
    applicant()
    row = RoleAssignment.objects.get(kind="point-of-contact")

    answer = admin.post(reverse("ogp_role:edit", args=[row.pk]), {"start": "2024-01-01", "end": ""})

    assert answer.status_code == 302
    assert RoleAssignment.objects.get(pk=row.pk).start == date(2024, 1, 1)
    for name, args in (("add", []), ("delete", [row.pk])):
        assert admin.post(reverse(f"ogp_role:{name}", args=args)).status_code == 302
    assert RoleAssignment.objects.filter(pk=row.pk).exists()


def test_role_02_an_overlap_is_said_in_the_form(admin: Client) -> None:
    city = factories.jurisdiction()
    role = {"kind": "point-of-contact", "jurisdiction": city}
    RoleAssignment.objects.create(**role, holder="A", start=date(2024, 1, 1), end=date(2025, 5, 31))
    second = RoleAssignment.objects.create(**role, holder="B", start=date(2025, 6, 1))

    answer = admin.post(reverse("ogp_role:edit", args=[second.pk]), {"start": "2025-05-31", "end": ""})

    assert answer.status_code == 200
    assert "ROLE-02" in answer.content.decode()


def test_coal_14_local_coordinators_have_a_history_beside_the_one_contact() -> None:
    coalition = factories.coalition()
    for seat in coalition.members.all():
        seat.local_coordinator = factories.person(f"Of {seat.jurisdiction}")
        seat.save()

    assert RoleAssignment.objects.filter(kind="local-coordinator", end=None).count() == 2
