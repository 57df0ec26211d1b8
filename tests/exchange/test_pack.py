"""The filing pack holds both forms in their order, in English first (PLAN-SUB-01)."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.base_user import AbstractBaseUser as AbstractUser
from django.test import Client
from django.urls import reverse
from docx import Document
from wagtail.models import Page

from ogp_wagtail.exchange.pack import as_docx, as_html, pack_of
from ogp_wagtail.exchange.pack.values import Paragraph, Table
from ogp_wagtail.handbook.forms import ANNEX_1, ANNEX_2
from ogp_wagtail.pages import filing, whole
from ogp_wagtail.plans.models import Filing, Plan
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home: Page, superuser: AbstractUser) -> Any:
    return factories.complete_plan(factories.landing(home), user=superuser)


@pytest.fixture
def document(page: Any) -> dict[str, Any]:
    facts = whole.published(Plan.objects.with_owner().get(key=page.key))
    return json.loads(json.dumps(filing.document(facts, date(2026, 2, 1)), default=str))


def test_plan_sub_01_the_pack_follows_the_order_of_both_forms(document: dict[str, Any]) -> None:
    pack = pack_of(document)
    first, *others = pack.parts
    assert [item.number for item in first.items] == [field.item for field in ANNEX_1]
    assert len(others) == 2
    assert [[item.number for item in part.items] for part in others] == [[one.item for one in ANNEX_2]] * 2


def test_parties_stand_at_the_item_of_their_role(document: dict[str, Any]) -> None:
    part = pack_of(document).parts[1]
    leads, ngs = (next(item for item in part.items if item.number == number) for number in "34")
    (table,) = leads.blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert table.headings == ("Organisation", "For", "Contact", "E-mail")
    assert ngs.blocks == ()


def test_choices_are_shown_by_their_labels_and_goals_by_their_texts(document: dict[str, Any]) -> None:
    items = pack_of(document).parts[1].items
    assert [item.blocks for item in items if item.number == "11"] == [(Paragraph("Open Data"),)]
    goals, how_it_leads_there = (item.blocks for item in items if item.number == "10")
    assert goals == (Paragraph("Everybody can follow the money"),)
    assert how_it_leads_there == (Paragraph("We say in a few words what this item of the form asks for."),)


def test_the_english_text_comes_first_and_the_original_after_it(document: dict[str, Any]) -> None:
    entry = next(one for one in document["plan"]["annex_1"] if one["field"] == "achievements")
    entry |= {"value": "Logros.", "english": "Achievements."}
    item = next(one for one in pack_of(document).parts[0].items if one.number == "4.2")
    assert item.blocks == (Paragraph("Achievements."), Paragraph("Logros.", is_original=True))


def test_the_page_stands_alone_and_what_people_wrote_is_text(document: dict[str, Any]) -> None:
    document["plan"]["title"] = "<script>alert(1)</script>"
    page = as_html(pack_of(document))
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_docx_has_a_heading_for_every_item(document: dict[str, Any]) -> None:
    made = Document(io.BytesIO(as_docx(pack_of(document))))
    headings = [one.text for one in made.paragraphs if one.style.name == "Heading 2"]
    assert len(headings) == len(ANNEX_1) + 2 * len(ANNEX_2)


@pytest.mark.parametrize("form", ["html", "docx", "json"])
def test_a_plan_that_is_not_filed_has_a_pack_marked_as_draft(admin: Client, page: Any, form: str) -> None:
    answer = admin.get(reverse("ogp_plan_pack", args=[page.key, form]))
    assert answer.status_code == 200
    if form == "html":
        assert "draft, not filed" in answer.content.decode()


def test_the_json_of_a_filing_is_the_copy_over_which_the_hash_was_taken(
    admin: Client, page: Any, superuser: AbstractUser
) -> None:
    filed = filing.file_plan(page.key, superuser, date(2026, 2, 1))
    answer = admin.get(reverse("ogp_filing_pack", args=[filed.pk, "json"]))
    assert hashlib.sha256(answer.content).hexdigest() == Filing.objects.get().sha256
    assert filed.sha256 in admin.get(reverse("ogp_plan_pack", args=[page.key, "html"])).content.decode()


def test_another_form_is_not_found_and_a_visitor_sees_nothing(admin: Client, page: Any) -> None:
    address = reverse("ogp_plan_pack", args=[page.key, "pdf"])
    assert admin.get(address, follow=True).status_code == 404
    assert Client().get(address).status_code == 302
