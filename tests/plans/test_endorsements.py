"""Who may endorse a plan (COCR-05)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from ogp_wagtail.law import LawError
from ogp_wagtail.plans.models import Endorsement, Plan
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(home: Page) -> Plan:
    return Plan.objects.get(key=factories.plan(factories.landing(home)).key)


def test_cocr_05_a_ministry_is_no_endorser_from_a_shell(plan: Plan) -> None:
    ministry = factories.organisation("Ministry", sector="government")

    with pytest.raises(LawError) as refusal:
        Endorsement.objects.create(plan=plan, organisation=ministry, endorsed_on=date(2026, 1, 20))

    assert [finding.rule for finding in refusal.value.findings] == ["COCR-05"]
    assert "Ministry" in refusal.value.messages[0]


def test_cocr_05_it_is_refused_in_the_form_with_the_rule(admin: Client, plan: Plan) -> None:
    ministry = factories.organisation("Ministry", sector="government")
    data: dict[str, Any] = {
        "plan": plan.pk,
        "organisation": ministry.pk,
        "signatory": "",
        "endorsed_on": "2026-01-20",
    }

    answer = admin.post("/admin/ogp/endorsements/new/", data)

    assert answer.status_code == 200
    assert not Endorsement.objects.exists()


def test_the_same_stakeholder_twice_is_refused_in_the_form(admin: Client, plan: Plan) -> None:
    users = factories.organisation("Water users")
    data: dict[str, Any] = {
        "plan": plan.pk,
        "organisation": users.pk,
        "signatory": "",
        "endorsed_on": "2026-01-20",
    }

    assert admin.post("/admin/ogp/endorsements/new/", data).status_code == 302
    again = admin.post("/admin/ogp/endorsements/new/", data)

    assert "already endorsed" in again.content.decode()
    assert Endorsement.objects.count() == 1
