"""Filing freezes a copy; what was filed stays filed (PLAN-SUB-01, D2)."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.documents.models import Document
from wagtail.models import Locale, Page, PageLogEntry

from ogp_wagtail.law import LawError
from ogp_wagtail.pages import facts as page_facts
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage, CommitmentPageParty
from ogp_wagtail.plans.models import Commitment, Filing, Plan
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 2, 1)


@pytest.fixture
def landing(home: Page) -> Any:
    return factories.landing(home)


@pytest.fixture
def page(landing: Any, superuser: Any) -> ActionPlanPage:
    return factories.complete_plan(landing, superuser)


def rules(error: LawError) -> set[str]:
    return {finding.rule for finding in error.findings}


def test_a_complete_plan_is_filed_with_a_hash_of_its_frozen_copy(page: Any, superuser: Any) -> None:
    filing = file_plan(page.key, superuser, DAY)

    assert filing.sha256 == hashlib.sha256(filing.document.encode()).hexdigest()
    assert Plan.objects.get().submitted_on == DAY
    assert set(Commitment.objects.values_list("submitted_on", flat=True)) == {DAY}


def test_the_frozen_copy_has_both_forms_in_their_order(page: Any, superuser: Any) -> None:
    copy = json.loads(file_plan(page.key, superuser, DAY).document)

    items = [one["item"] for one in copy["plan"]["annex_1"]]
    assert items[:3] == ["1.1", "1.2", "2"]
    assert [one["code"] for one in copy["commitments"]] == ["C1", "C2"]
    problem = next(one for one in copy["commitments"][0]["annex_2"] if one["field"] == "problem")
    assert problem["item"] == "6"
    assert problem["value"].startswith("We say in a few words")


def parties(copy: dict[str, Any], item: str) -> list[dict[str, Any]]:
    (entry,) = [one for one in copy["commitments"][0]["annex_2"] if one["item"] == item]
    return entry["value"]


def test_a2_03_to_05_each_party_is_frozen_under_the_item_of_its_role(page: Any, superuser: Any) -> None:
    commitment = CommitmentPage.objects.child_of(page).first()
    commitment.parties.add(CommitmentPageParty(role="other", organisation="The university"))
    factories.publish(commitment)
    copy = json.loads(file_plan(page.key, superuser, DAY).document)
    assert {one["role"] for one in parties(copy, "3")} == {"lead-government"}
    assert parties(copy, "4") == []
    assert [one["organisation"] for one in parties(copy, "5")] == ["The university"]


def test_the_frozen_copy_says_by_which_edition_and_readings_it_was_filed(page: Any, superuser: Any) -> None:
    Plan.objects.filter(key=page.key)._update_lawfully(readings={"slot.release": "implemented"})
    copy = json.loads(file_plan(page.key, superuser, DAY).document)
    plan = Plan.objects.get(key=page.key)
    assert (copy["plan"]["edition"], copy["plan"]["readings"]) == (
        plan.edition,
        {"slot.release": "implemented"},
    )


def test_the_frozen_copy_has_the_hash_of_every_file_that_goes_with_it(page: Any, superuser: Any) -> None:
    words = b"Dear neighbours"
    letter = Document.objects.create(title="Letter", file=ContentFile(words, "letter.txt"))
    ActionPlanPage.objects.filter(pk=page.pk).update(introduction_letter=letter)
    (file,) = json.loads(file_plan(page.key, superuser, DAY).document)["files"]
    assert file == {
        "field": "introduction_letter",
        "title": "Letter",
        "size": len(words),
        "sha256": hashlib.sha256(words).hexdigest(),
    }


def test_a_file_that_cannot_be_read_keeps_the_plan_from_being_filed(page: Any, superuser: Any) -> None:
    letter = Document.objects.create(title="Letter", file=ContentFile(b"x", "letter.txt"))
    letter.file.storage.delete(letter.file.name)
    ActionPlanPage.objects.filter(pk=page.pk).update(introduction_letter=letter)
    with pytest.raises(LawError, match="Letter") as refused:
        file_plan(page.key, superuser, DAY)
    assert {one.field for one in refused.value.findings} == {"introduction_letter"}
    assert not Filing.objects.exists()


def test_role_03_only_the_point_of_contact_files(page: Any, django_user_model: Any) -> None:
    other = django_user_model.objects.create_superuser("eva", "eva@example.org", "eva")

    with pytest.raises(LawError) as refusal:
        file_plan(page.key, other, DAY)

    assert rules(refusal.value) == {"ROLE-03"}
    assert not Filing.objects.exists()


def test_plan_sub_02_an_incomplete_plan_is_not_filed(landing: Any, superuser: Any) -> None:
    page = factories.plan(landing)

    with pytest.raises(LawError) as refusal:
        file_plan(page.key, superuser, DAY)

    assert {"PLAN-COUNT-05", "COAL-12", "COCR-02", "A1-4.2"} <= rules(refusal.value)


def test_plan_lang_01_a_filing_without_english_text_is_refused(
    locales: dict[str, Locale], home: Page, superuser: Any
) -> None:
    spanish_home = home.copy_for_translation(locales["es"])
    page = factories.complete_plan(factories.landing(spanish_home), superuser)

    with pytest.raises(LawError) as refusal:
        file_plan(page.key, superuser, DAY)

    assert rules(refusal.value) == {"PLAN-LANG-01"}


def test_plan_lang_01_a_plan_with_an_english_translation_is_filed_with_both_texts(
    locales: dict[str, Locale], home: Page, superuser: Any
) -> None:
    spanish_home = home.copy_for_translation(locales["es"])
    page = factories.complete_plan(factories.landing(spanish_home), superuser)
    in_english(page.get_parent().specific, locales["en"])
    for one in (page, *CommitmentPage.objects.child_of(page)):
        in_english(one, locales["en"])

    filing = file_plan(page.key, superuser, DAY)

    vision = next(
        one for one in json.loads(filing.document)["plan"]["annex_1"] if one["field"] == "challenges"
    )
    assert vision["value"].startswith("We say")
    assert vision["english"] == "In English."


def in_english(page: Any, locale: Locale) -> Any:
    """An English page by hand: every text in other words than its source."""
    twin = page.copy_for_translation(locale, copy_parents=True)
    names = page_facts.ANNEX_2_TEXTS if isinstance(page, CommitmentPage) else page_facts.ANNEX_1_TEXTS
    for name in names:
        if hasattr(twin, name):
            setattr(twin, name, "<p>In English.</p>")
    factories.publish(twin)
    return twin


def test_a_plan_is_filed_once(page: Any, superuser: Any) -> None:
    file_plan(page.key, superuser, DAY)

    with pytest.raises(LawError) as refusal:
        file_plan(page.key, superuser, DAY)

    assert "PLAN-SUB-01" in rules(refusal.value)
    assert Filing.objects.count() == 1


def test_a_filing_is_neither_changed_nor_deleted(page: Any, superuser: Any) -> None:
    filing = file_plan(page.key, superuser, DAY)
    filing.document = "{}"

    with pytest.raises(ValidationError):
        filing.save()
    with pytest.raises(ValidationError):
        filing.delete()


def test_amend_01_a_filed_date_is_not_changed_by_editing(page: Any, superuser: Any) -> None:
    file_plan(page.key, superuser, DAY)
    commitment = CommitmentPage.objects.first()
    commitment.end = date(2027, 8, 31)

    with pytest.raises(LawError) as refusal:
        factories.publish(commitment)

    assert rules(refusal.value) == {"AMEND-01"}
    assert Commitment.objects.get(key=commitment.key).end == factories.END


def test_amend_07_a_contact_is_changed_by_editing_and_a_status_by_the_tracker_alone(
    page: Any, superuser: Any
) -> None:
    file_plan(page.key, superuser, DAY)
    commitment = CommitmentPage.objects.first()
    milestones, parties = list(commitment.milestones.all()), list(commitment.parties.all())
    milestones[0].status, parties[0].email = "in-progress", "new@example.org"
    commitment.milestones, commitment.parties = milestones, parties

    factories.publish(commitment)

    row = Commitment.objects.get(key=commitment.key)
    assert row.parties.first().email == "new@example.org"
    assert row.milestones.first().status == "not-started"
    entry = PageLogEntry.objects.get(action="ogp_wagtail.corrected")
    assert entry.data == {"fields": ["parties"]}


def test_plan_period_09_the_filed_end_of_the_plan_stays(page: Any, superuser: Any) -> None:
    file_plan(page.key, superuser, DAY)
    page = ActionPlanPage.objects.get(pk=page.pk)
    page.period_end = date(2028, 9, 30)

    with pytest.raises(LawError) as refusal:
        factories.publish(page)

    assert rules(refusal.value) == {"PLAN-PERIOD-09"}


def test_amend_08_a_filed_commitment_is_not_deleted_and_keeps_its_slot_offline(
    page: Any, superuser: Any
) -> None:
    file_plan(page.key, superuser, DAY)
    commitment = CommitmentPage.objects.first()

    with pytest.raises(LawError), transaction.atomic():
        commitment.delete()
    CommitmentPage.objects.get(pk=commitment.pk).unpublish()

    assert Commitment.objects.in_force().count() == 2


def test_plan_period_10_a_second_plan_of_a_city_is_not_filed_while_the_first_is_active(
    page: Any, landing: Any, superuser: Any
) -> None:
    file_plan(page.key, superuser, DAY)
    city = factories.cities(page)[0]
    city.point_of_contact = page.coalition.point_of_contact
    city.save()
    second = factories.plan(landing, jurisdiction=city)

    with pytest.raises(LawError) as refusal:
        file_plan(second.key, superuser, DAY)

    assert "PLAN-PERIOD-10" in rules(refusal.value)


def test_plan_count_04_a_commitment_added_after_filing_is_complete_and_co_created(
    page: Any, superuser: Any
) -> None:
    file_plan(page.key, superuser, DAY)

    with pytest.raises(LawError) as refusal:
        factories.commitment(page)

    assert {"A2-06", "QUAL-09"} <= rules(refusal.value)
