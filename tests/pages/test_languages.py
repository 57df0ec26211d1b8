"""Facts exist once, whatever the languages of their pages (D1). Tried with wagtail-localize."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from wagtail.models import Locale, Page

from ogp_wagtail.pages.forms import CommitmentForm
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.plans.models import Commitment, Milestone, Plan
from tests import factories

wagtail_localize = pytest.importorskip(
    "wagtail_localize.models", reason="needs the extra [localize]: pip install ogp-wagtail[localize]"
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(home: Page, locales: dict[str, Locale]) -> ActionPlanPage:
    return factories.plan(factories.landing(home))


def translate(page: Page, locale: Locale, *, publish: bool = True) -> Page:
    """Send a page for translation as the editor's button does, and publish what comes of it."""
    source, _made = wagtail_localize.TranslationSource.get_or_create_from_instance(page)
    source.update_from_db()
    translation, _made = wagtail_localize.Translation.objects.get_or_create(
        source=source, target_locale=locale
    )
    translation.save_target(publish=publish)
    return page.get_translation(locale).specific


@pytest.fixture
def translated(
    plan: ActionPlanPage, locales: dict[str, Locale], django_capture_on_commit_callbacks: Any
) -> tuple[CommitmentPage, CommitmentPage]:
    """A commitment and its Spanish page, both published."""
    page = factories.commitment(plan, milestones=2)
    with django_capture_on_commit_callbacks(execute=True):
        for one in (plan.get_parent().specific, ActionPlanPage.objects.get(pk=plan.pk), page):
            twin = translate(one, locales["es"])
    return page, CommitmentPage.objects.get(pk=twin.pk)


def test_a_translation_is_no_second_commitment(translated: Any) -> None:
    _page, twin = translated

    assert twin.live
    assert Commitment.objects.count() == 1
    assert Plan.objects.count() == 1
    assert Milestone.objects.count() == 2


def test_limits_do_not_count_a_translation_twice(plan: ActionPlanPage, translated: Any) -> None:
    for _number in range(9):
        factories.commitment(plan)

    assert Commitment.objects.in_force().count() == 10


def test_a_translator_is_offered_no_date_and_no_choice(translated: Any) -> None:
    page, _twin = translated
    source = wagtail_localize.TranslationSource.objects.get(object_id=page.translation_key)

    paths = set(source.stringsegment_set.values_list("context__path", flat=True))

    names = {path.split(".")[0] for path in paths}
    assert "title" in names
    assert "milestones" in names
    assert not names & {
        "start",
        "end",
        "scope",
        "policy_areas",
        "resources_secured",
        "participations",
        "code",
    }
    assert not any("month" in path or "status" in path for path in paths)


def test_a_date_bent_in_a_translation_does_not_reach_the_register(translated: Any) -> None:
    _page, twin = translated
    twin.end = date(2028, 1, 1)
    factories.publish(twin)

    assert Commitment.objects.get().end == factories.END


def test_the_form_of_a_translation_shows_facts_and_keeps_them_closed(translated: Any, superuser: Any) -> None:
    _page, twin = translated
    form_class = CommitmentPage.get_edit_handler().get_form_class()

    form = form_class(instance=twin, parent_page=twin.get_parent().specific, for_user=superuser)

    assert issubclass(form_class, CommitmentForm)
    assert form.fields["end"].disabled
    assert not form.fields["problem"].disabled
    assert all(row.fields["end_month"].disabled for row in form.formsets["milestones"].forms)


def test_deleting_a_translation_loses_no_fact(translated: Any) -> None:
    page, twin = translated

    twin.delete()

    assert Commitment.objects.in_force().count() == 1
    assert Milestone.objects.filter(retired=False).count() == 2
    assert CommitmentPage.objects.get(pk=page.pk).live


def test_unpublishing_a_translation_frees_no_slot(translated: Any) -> None:
    _page, twin = translated

    twin.unpublish()

    assert Commitment.objects.in_force().count() == 1


def test_a_page_written_first_in_another_language_has_no_row_until_the_plans_own_page_is_published(
    plan: ActionPlanPage, locales: dict[str, Locale], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        translate(plan.get_parent().specific, locales["es"])
        spanish_plan = translate(ActionPlanPage.objects.get(pk=plan.pk), locales["es"])

    factories.commitment(spanish_plan, locale=locales["es"])

    assert Commitment.objects.count() == 0
