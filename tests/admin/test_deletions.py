"""What others depend on is not deleted, and the admin says so instead of failing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.members.models import Country, Jurisdiction
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(home: Page) -> Any:
    return factories.plan(factories.landing(home))


@pytest.mark.parametrize(
    ("name", "model"),
    [("ogp_country", Country), ("ogp_jurisdiction", Jurisdiction), ("ogp_coalition", Coalition)],
)
def test_a_row_in_use_is_kept_with_a_message(admin: Client, plan: Any, name: str, model: Any) -> None:
    row = model.objects.first()
    url = reverse(f"{name}:delete", args=[row.pk])

    shown = admin.get(url)
    answer = admin.post(url, follow=True)

    assert shown.status_code == 200
    assert answer.status_code == 200
    assert model.objects.filter(pk=row.pk).exists()
