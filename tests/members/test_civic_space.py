"""Letters on civic space: seen by those alone who were given the right, and changing nothing (STAT-18)."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Permission
from django.test import Client
from django.urls import reverse

from ogp_wagtail.law import LawError
from ogp_wagtail.members.models import CivicSpaceCase, Jurisdiction
from ogp_wagtail.pages import whole
from ogp_wagtail.plans.models import Plan
from tests import factories

pytestmark = pytest.mark.django_db

SENDER = "Colectivo Calle Libre"


@pytest.fixture
def city() -> Jurisdiction:
    return factories.jurisdiction("Arica", joined_on=date(2025, 12, 1))


@pytest.fixture
def case(city: Jurisdiction) -> CivicSpaceCase:
    return CivicSpaceCase.objects.create(jurisdiction=city, received_on=date(2026, 10, 1), sender=SENDER)


def somebody(*permissions: str) -> AbstractUser:
    user = get_user_model().objects.create_user(username="eva", email="eva@example.org", password="eva")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *permissions]))
    return user


def pages(case: CivicSpaceCase) -> list[str]:
    of_one = ("edit", "delete", "inspect", "history", "usage")
    return [
        reverse("ogp_civic_space:index"),
        reverse("ogp_civic_space:index_results"),
        *(reverse(f"ogp_civic_space:{name}", args=[case.pk]) for name in of_one),
    ]


def test_stat_18_a_letter_opens_a_case_under_review(case: CivicSpaceCase) -> None:
    assert case.state == "under-review"
    case.outcome, case.closed_on = "Talks with the mayor.", date(2026, 12, 1)
    case.save()
    assert case.state == "closed"


def test_stat_18_only_stakeholders_raise_it_and_no_case_closes_before_it_opens(city: Jurisdiction) -> None:
    agency = factories.organisation("Town hall", "government")
    with pytest.raises(LawError):
        CivicSpaceCase.objects.create(jurisdiction=city, received_on=date(2026, 10, 1), organisation=agency)
    with pytest.raises(LawError):
        CivicSpaceCase.objects.create(
            jurisdiction=city, received_on=date(2026, 10, 1), closed_on=date(2026, 9, 30)
        )


def test_stat_18_without_the_right_to_see_nothing_is_seen(client: Client, case: CivicSpaceCase) -> None:
    others = ("add_civicspacecase", "change_civicspacecase", "delete_civicspacecase", "view_statusevent")
    client.force_login(somebody(*others))
    for address in pages(case):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert SENDER not in client.get(address, follow=True).content.decode()


def test_stat_18_with_the_right_it_is(client: Client, case: CivicSpaceCase) -> None:
    client.force_login(somebody("view_civicspacecase", "change_civicspacecase"))
    assert client.get(reverse("ogp_civic_space:index")).status_code == 200
    shown = client.get(reverse("ogp_civic_space:inspect", args=[case.pk]))
    assert SENDER in shown.content.decode()
    closed = {
        "jurisdiction": str(case.jurisdiction_id),
        "received_on": "2026-10-01",
        "sender": SENDER,
        "outcome": "Talks.",
        "closed_on": "2026-12-01",
    }
    assert client.post(reverse("ogp_civic_space:edit", args=[case.pk]), closed).status_code == 302
    assert CivicSpaceCase.objects.get().state == "closed"


def test_stat_18_its_name_tells_neither_member_nor_sender(case: CivicSpaceCase) -> None:
    assert str(case) == f"letter on civic space {case.pk}"


def test_stat_18_it_is_in_no_facts_and_on_no_page(home: Any, client: Client, city: Jurisdiction) -> None:
    page = factories.plan(factories.landing(home), jurisdiction=city)
    before = whole.published(Plan.objects.with_owner().get(key=page.key))
    CivicSpaceCase.objects.create(jurisdiction=city, received_on=date(2026, 10, 1), sender=SENDER)
    after = whole.published(Plan.objects.with_owner().get(key=page.key))
    assert after == before
    assert SENDER not in json.dumps(asdict(after), default=str)
    assert SENDER not in client.get(page.url).content.decode()
