"""What a resident reads on the page of a commitment."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from wagtail.models import Page

from ogp_wagtail.pages.models import (
    ActionPlanPage,
    ActionPlanPageGoal,
    CommitmentPage,
    CommitmentPageParty,
    CommitmentPageResource,
)
from ogp_wagtail.pages.public.commitment import CommitmentView
from ogp_wagtail.plans.models import Commitment
from tests import factories
from tests.pages.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(home: Page) -> ActionPlanPage:
    return factories.plan(factories.landing(home))


def publish(plan: ActionPlanPage, page: CommitmentPage) -> CommitmentPage:
    plan.add_child(instance=page)
    factories.publish(page)
    return page


def test_the_dates_and_who_takes_part_come_from_the_register(plan: ActionPlanPage) -> None:
    page = factories.commitment(plan, scope="joint")
    facts = Shown(page).words(".ogp-facts")
    assert "March 1, 2026 to June 30, 2027" in facts
    for city in factories.cities(plan):
        assert f"{city}: until June 30, 2027" in facts


def test_annex_2_texts_stand_under_their_headings(plan: ActionPlanPage) -> None:
    page = factories.commitment(plan, problem="<p>Water is cut without notice.</p>")
    shown = Shown(page)
    assert "6 Problem" in shown.each("h2")
    assert "7 Status quo" not in shown.each("h2")
    assert shown.words("[aria-labelledby=ogp-problem] .ogp-text") == "Water is cut without notice."


def test_a2_17_a_milestone_shows_months_responsible_and_its_state_in_word_and_shape(
    plan: ActionPlanPage,
) -> None:
    page = factories.commitment_page(plan)
    milestone = page.milestones.all()[0]
    milestone.status, milestone.responsible = "stuck", "Water board"
    shown = Shown(publish(plan, page))
    assert shown.words(".ogp-milestones li") == (
        "Milestone 1 ▲ Stuck April 2026 to September 2026 Responsible: Water board"
    )
    assert "0 of 1 milestone finished" in shown.text


def test_time_used_is_a_share_of_the_period(plan: ActionPlanPage) -> None:
    page = factories.commitment(plan, start=date(2026, 3, 1), end=date(2027, 3, 1))
    assert CommitmentView(page, None, date(2026, 3, 1)).time_used == 0
    assert CommitmentView(page, None, date(2026, 8, 30)).time_used == 50
    assert CommitmentView(page, None, date(2029, 1, 1)).time_used == 100


def test_web_02_a_lead_agency_has_an_address_and_other_parties_keep_their_contacts_private(
    plan: ActionPlanPage,
) -> None:
    page = factories.commitment_page(plan)
    page.parties = [
        CommitmentPageParty(role="lead-government", organisation="Water board", email="water@example.org"),
        CommitmentPageParty(
            role="other", organisation="Users", contact_name="Eva Luz", email="eva@example.org"
        ),
    ]
    text = Shown(publish(plan, page)).source
    assert "mailto:water@example.org" in text
    assert "Users" in text
    assert "Eva Luz" not in text
    assert "eva@example.org" not in text


def test_resources_are_written_as_numbers_people_read(plan: ActionPlanPage) -> None:
    page = factories.commitment_page(plan, resources_secured="partially")
    page.resources = [CommitmentPageResource(kind="budget", amount=1200000, currency="MXN")]
    words = Shown(publish(plan, page)).words("[aria-labelledby=ogp-resources]")
    assert "Budget: 1,200,000 MXN" in words
    assert "Are the resources secured? Partially" in words


def test_the_long_term_goals_are_those_of_the_plan(plan: ActionPlanPage) -> None:
    plan.goals = [ActionPlanPageGoal(text="Open the water.", locale=plan.locale)]
    factories.publish(plan)
    key = str(plan.goals.first().translation_key)
    page = factories.commitment(ActionPlanPage.objects.get(pk=plan.pk), goals=[key])
    assert "Open the water." in Shown(page).words(".ogp-facts")


def test_the_page_links_to_its_plan_and_to_the_meetings_that_discussed_it(plan: ActionPlanPage) -> None:
    page = factories.commitment(plan)
    row = Commitment.objects.get(key=page.key)
    meeting = factories.meeting(plan, commitments=[str(row.key)])
    shown = Shown(page)
    assert shown.root.select(f'.ogp-up a[href="{plan.get_url()}"]')
    assert shown.root.select(f'[aria-labelledby=ogp-meetings] a[href="{meeting.get_url()}"]')


def test_a_withdrawn_commitment_says_when_and_why(plan: ActionPlanPage) -> None:
    page = factories.commitment(plan)
    Commitment.objects._update_lawfully(
        withdrawn_on=date(2026, 9, 1), withdrawn_reason="The agreement ended."
    )
    assert "Withdrawn on Sept. 1, 2026: The agreement ended." in Shown(page).words(".ogp-note")


def test_an_orphan_without_a_register_row_shows_a_notice_and_its_words(plan: ActionPlanPage) -> None:
    page = factories.commitment(plan, problem="<p>Water is cut.</p>", live=False)
    CommitmentPage.objects.filter(pk=page.pk).update(live=True)
    shown = Shown(page)
    assert "are not published at the moment" in shown.text
    assert "Water is cut." in shown.text


def test_a_live_commitment_below_a_plan_that_is_offline_shows_no_facts(plan: ActionPlanPage) -> None:
    page = factories.commitment(plan)
    ActionPlanPage.objects.filter(pk=plan.pk).update(live=False)
    shown = Shown(page)
    assert "are not published at the moment" in shown.text
    assert "March 1, 2026" not in shown.text


def test_d1_milestones_of_a_translation_keep_their_dates_and_speak_the_visitors_language(
    plan: ActionPlanPage, locales: dict[str, Any]
) -> None:
    factories.publish(plan.copy_for_translation(locales["es"], copy_parents=True))
    page = factories.commitment(plan, milestones=2)
    spanish = page.copy_for_translation(locales["es"])
    first = spanish.milestones.first()
    first.deliverable, first.end_month = "Hito uno", date(2030, 1, 1)
    spanish.milestones = [first, *list(spanish.milestones.all())[1:]]
    factories.publish(spanish)
    shown = Shown(spanish)
    assert shown.each(".ogp-milestones strong") == ["Hito uno", "Milestone 2"]
    assert "2030" not in shown.text


def test_an_alias_says_that_its_words_are_in_the_plans_language(
    plan: ActionPlanPage, locales: dict[str, Any]
) -> None:
    page = factories.commitment(plan, problem="<p>Water is cut.</p>")
    alias = page.copy_for_translation(locales["es"], copy_parents=True, alias=True)
    shown = Shown(alias)
    assert shown.root.select("h1")[0].get("lang") == "en"
    assert shown.root.select("[aria-labelledby=ogp-problem] .ogp-text")[0].get("lang") == "en"
