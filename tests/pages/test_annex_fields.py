"""The optional fields of both forms: files, where the vision comes from, figures, goals, what item 5 states."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Locale, Page

from ogp_wagtail.handbook.facts import BaselineFacts, CommitmentFacts, PlanFacts
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.pages.models import ActionPlanPage, ActionPlanPageDocument, CommitmentPage
from ogp_wagtail.plans.models import Commitment, Milestone, Plan
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 2, 1)


@pytest.fixture
def page(home: Page, superuser: Any) -> ActionPlanPage:
    return factories.complete_plan(factories.landing(home), superuser)


def document(title: str) -> Any:
    return get_document_model().objects.create(title=title, file=ContentFile(b"%PDF-1.4", f"{title}.pdf"))


def facts(page: ActionPlanPage, *, drafts: bool = False) -> PlanFacts:
    plan = Plan.objects.with_owner().get(key=page.key)
    return whole.drafted(plan) if drafts else whole.published(plan)


def stated(page: ActionPlanPage) -> ActionPlanPage:
    """The plan with every optional field filled."""
    page.introduction_letter = document("Letter of the mayor")
    page.strategy_documents = [ActionPlanPageDocument(title="Strategy", document=document("Strategy"))]
    page.vision_origin, page.previous_vision = "revision", "https://example.org/2020"
    page.stated_group_types, page.stated_group_count = ["media-council"], 12
    page.stated_reason = "Interviews by phone."
    factories.publish(page)
    return ActionPlanPage.objects.get(pk=page.pk)


def test_a1_3_and_a1_8_files_are_facts_of_the_plan(page: ActionPlanPage) -> None:
    assert (facts(page).introduction_letter, facts(page).strategy_documents) == ("", ())
    found = facts(stated(page))
    assert (found.introduction_letter, found.strategy_documents) == ("Letter of the mayor", ("Strategy",))


def test_a1_3_a_draft_that_names_a_deleted_file_names_none(page: ActionPlanPage) -> None:
    page.introduction_letter = letter = document("Letter")
    page.save_revision()
    assert facts(page, drafts=True).introduction_letter == "Letter"
    letter.delete()
    assert facts(page, drafts=True).introduction_letter == ""


def test_plan_comp_02_where_the_vision_comes_from(page: ActionPlanPage) -> None:
    assert facts(page).vision_origin == "new"
    found = facts(stated(page))
    assert (found.vision_origin, found.previous_vision) == ("revision", "https://example.org/2020")


def test_a1_5_5_and_a1_5_6_what_is_stated_is_filed_in_place_of_what_is_counted(
    page: ActionPlanPage, superuser: Any
) -> None:
    assert facts(page).stated_group_count is None
    copy = json.loads(file_plan(stated(page).key, superuser, DAY).document)
    said = {one["field"]: one["value"] for one in copy["plan"]["annex_1"]}
    assert (said["group_types"], said["group_count"]) == (["media-council"], 12)
    assert (said["introduction_letter"], said["strategy_documents"]) == ("Letter of the mayor", ["Strategy"])


EXTRA = {
    "baseline_value": "26",
    "baseline_unit": "% of complaints unprocessed",
    "baseline_on": date(2026, 1, 1),
    "development_goals": ["16", "5"],
}


def extended(page: ActionPlanPage) -> CommitmentPage:
    return factories.complete_commitment(page, code="C9", **EXTRA)


def of_c9(plan: PlanFacts) -> CommitmentFacts:
    return next(one for one in plan.commitments if one.code == "C9")


def test_a2_07_and_a2_16_figure_and_goals_are_on_the_page_and_in_the_register(page: ActionPlanPage) -> None:
    extended(page)
    found = of_c9(facts(page))
    assert found.baseline == BaselineFacts("26", "% of complaints unprocessed", date(2026, 1, 1))
    assert found.development_goals == {5, 16}
    row = Commitment.objects.get(code="C9")
    assert (row.baseline_value, row.baseline_on) == ("26", date(2026, 1, 1))
    assert row.development_goals == ["5", "16"]


def test_a2_16_the_four_links_are_texts_of_their_own(page: ActionPlanPage) -> None:
    extended(page)
    texts = of_c9(facts(page)).texts
    fields = ("other_programmes", "development_plans", "gender_analysis", "contribution_to_goals")
    assert all(texts[name].startswith("We say") for name in fields)


def test_a2_03_the_columns_of_a_row_reach_the_handbook(page: ActionPlanPage) -> None:
    (party, *_others) = facts(page).commitments[0].parties
    assert (party.branch, party.job_title, party.part) == ("executive", "Director", "Carries it out.")


def test_qual_04_a_milestone_names_the_evidence_to_come(page: ActionPlanPage) -> None:
    assert {one.evidence_kind for one in facts(page).commitments[0].milestones} == {"EV-4.4"}
    assert set(Milestone.objects.values_list("evidence_kind", flat=True)) == {"EV-4.4"}


@pytest.mark.parametrize("goals", [["18"], ["peace"]])
def test_a2_16_a_number_that_is_no_goal_is_refused(page: ActionPlanPage, goals: list[str]) -> None:
    commitment = extended(page)
    commitment.development_goals = goals
    with pytest.raises(Exception, match="is not in the list"):
        commitment.full_clean()


def test_they_are_shown_to_the_public(page: ActionPlanPage, client: Client) -> None:
    shown = client.get(stated(page).url).content.decode()
    for words in ("Letter of the mayor", "Strategy", "https://example.org/2020"):
        assert words in shown
    commitment = client.get(extended(page).url).content.decode()
    for words in ("% of complaints unprocessed", "16 Peace, justice and strong institutions", "gender"):
        assert words in commitment


def test_they_stand_in_the_form_in_the_order_of_the_annex(page: ActionPlanPage, admin: Client) -> None:
    form = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    order = (
        "introduction_letter",
        "vision_origin",
        "long_term_vision",
        "stated_group_count",
        "consultation_url",
    )
    places = [form.index(f'data-contentpath="{name}"') for name in order]
    assert places == sorted(places)


def test_d1_in_a_translation_they_are_closed(
    page: ActionPlanPage, locales: dict[str, Locale], admin: Client
) -> None:
    twin = page.copy_for_translation(locales["es"], copy_parents=True)
    form = admin.get(reverse("wagtailadmin_pages:edit", args=[twin.pk])).context["form"]
    closed = ("introduction_letter", "vision_origin", "previous_vision", "stated_group_types")
    assert all(form.fields[name].disabled for name in closed)
    assert not form.fields["stated_reason"].disabled
    own = admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    assert not own.fields["vision_origin"].disabled
