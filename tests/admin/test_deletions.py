"""What others depend on is not deleted, and the admin says so instead of failing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Page

from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.members.models import Country, Jurisdiction
from ogp_wagtail.pages.filing import file_plan
from tests import factories
from tests.members import joining

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


def proof() -> Any:
    return get_document_model().objects.create(title="Proof", file=ContentFile(b"%PDF-", name="proof.pdf"))


def of_an_application(document: Any, plan: Any) -> Any:
    return joining.application(letter=document)


def of_a_coalition(document: Any, plan: Any) -> Any:
    plan.coalition.agreement_document = document
    plan.coalition.save()
    return plan.coalition


def of_a_filed_plan(document: Any, plan: Any) -> Any:
    contact = get_user_model().objects.create_user("contact", password="x")
    page = factories.complete_plan(plan.get_parent().specific, contact)
    type(page).objects.filter(pk=page.pk).update(introduction_letter=document)
    return file_plan(page.key, contact, date(2026, 2, 1))


@pytest.mark.parametrize("made", [of_an_application, of_a_coalition, of_a_filed_plan])
@pytest.mark.parametrize("bulk", [False, True])
def test_a_document_that_proves_something_is_kept_with_a_message(
    admin: Client, plan: Any, made: Any, bulk: bool, django_capture_on_commit_callbacks: Any
) -> None:
    document = proof()
    with django_capture_on_commit_callbacks(execute=True):
        made(document, plan)
    url = reverse("wagtaildocs:delete", args=[document.pk])
    if bulk:
        url = (
            reverse("wagtail_bulk_action", args=["wagtaildocs", "document", "delete"]) + f"?id={document.pk}"
        )

    shown = admin.get(url)
    answer = admin.post(url, follow=True)

    assert "One or more references to this document prevent it from being deleted" in shown.content.decode()
    assert answer.status_code == (200 if bulk else 403) or answer.redirect_chain
    assert type(document).objects.filter(pk=document.pk).exists()
