"""What a resident reads on the page of a plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction

from ogp_wagtail.members.models import IrmPublication, StatusEvent
from ogp_wagtail.pages.models import ActionPlanPage, ActionPlanPageGoal, CommitmentPage
from ogp_wagtail.pages.public.plan import PlanView
from ogp_wagtail.pages.queries import public_commitments, public_meetings, public_plans
from ogp_wagtail.plans.models import Commitment, Filing, Plan
from tests import factories
from tests.pages.shown import Shown

pytestmark = pytest.mark.django_db

FILED = date(2026, 2, 1)


@pytest.fixture
def landing(home: Page) -> Any:
    return factories.landing(home)


@pytest.fixture
def plan(landing: Any) -> ActionPlanPage:
    """A joint plan of Arica and Zapallar."""
    cities = factories.jurisdiction("Zapallar"), factories.jurisdiction("Arica")
    coalition = factories.coalition(*cities)
    coalition.point_of_contact = factories.person("Ana Ruiz")
    coalition.monitoring_body = factories.monitoring_body("University of the Coast")
    coalition.save()
    return factories.plan(landing, coalition=coalition)


def file(plan: ActionPlanPage) -> None:
    row = Plan.objects.get(key=plan.key)
    Plan.objects.filter(pk=row.pk)._update_lawfully(submitted_on=FILED)
    Filing(
        plan=row,
        whole_plan=row,
        filed_on=FILED,
        filed_at=datetime(2026, 2, 1, 12, tzinfo=UTC),
        filed_by_name="Ana Ruiz",
        edition=row.edition,
        document="{}",
        sha256="ab" * 32,
    )._save_lawfully()


def test_coal_16_members_stand_in_alphabetical_order(plan: ActionPlanPage) -> None:
    factories.commitment(plan)
    shown = Shown(plan)
    assert "Arica, Zapallar" in shown.words(".ogp-facts")
    assert shown.each("thead th") == ["Commitment", "Arica", "Zapallar"]


def test_role_12_what_the_irm_reflected_on_is_linked(plan: ActionPlanPage) -> None:
    said = {"url": "https://example.org/reflection", "published_on": FILED}
    IrmPublication.objects.create(kind="reflection", title="How cities use it", **said)
    IrmPublication.objects.create(kind="analysis", title="All of OGP Local", **said)
    assert Shown(plan).each(".ogp-irm a") == ["How cities use it"]


def test_web_02_the_point_of_contact_is_named_with_an_address(plan: ActionPlanPage) -> None:
    person = plan.coalition.point_of_contact
    shown = Shown(plan)
    assert "Ana Ruiz" in shown.words(".ogp-facts")
    assert shown.root.select(f'a[href="mailto:{person.email}"]')
    assert "University of the Coast" in shown.words(".ogp-facts")


def test_a_plan_that_is_not_filed_says_so(plan: ActionPlanPage) -> None:
    assert "Draft before filing" in Shown(plan).words(".ogp-facts")


def test_a_filed_plan_shows_the_day_and_the_hash(plan: ActionPlanPage) -> None:
    file(plan)
    facts = Shown(plan).words(".ogp-facts")
    assert "Filed on Feb. 1, 2026" in facts
    assert "ab" * 32 in facts


def test_commitments_are_grouped_joint_ones_first_then_by_city(plan: ActionPlanPage) -> None:
    arica, zapallar = factories.cities(plan)
    factories.commitment(plan, title="Of Zapallar", members=[(zapallar, None)])
    factories.commitment(plan, title="Of Arica", members=[(arica, None)])
    factories.commitment(plan, title="Of both", scope="joint")
    section = Shown(plan).root.select("section[aria-labelledby=ogp-commitments]")[0]
    order = [one.get_text().strip() for one in section.select("h3, .ogp-card-title a")]
    assert order == ["Joint commitments", "Of both", "Arica", "Of Arica", "Zapallar", "Of Zapallar"]


def test_coal_10_the_matrix_gives_each_city_its_own_last_day(plan: ActionPlanPage) -> None:
    arica, zapallar = factories.cities(plan)
    members = [(arica, date(2027, 4, 30)), (zapallar, None)]
    factories.commitment(plan, title="Water", scope="joint", members=members)
    factories.commitment(plan, title="Streets", members=[(zapallar, None)])
    cells = Shown(plan).each("tbody td")
    assert cells == [
        "Takes part until April 30, 2027",
        "Takes part until June 30, 2027",
        "–does not take part",
        "Takes part until June 30, 2027",
    ]


def test_a_plan_of_one_city_has_no_matrix(landing: Any) -> None:
    plan = factories.plan(landing, jurisdiction=factories.jurisdiction())
    factories.commitment(plan)
    assert not Shown(plan).root.select("table")


def test_coal_07_the_places_in_use_and_the_maximum_stand_in_words(plan: ActionPlanPage) -> None:
    factories.commitment(plan)
    assert "1 commitment holds a place; this plan may hold 10 at any one time." in Shown(plan).text


def test_inc_01_the_inception_report_is_due_two_months_after_filing_and_says_why(
    plan: ActionPlanPage,
) -> None:
    file(plan)
    view = PlanView(plan, None, date(2026, 3, 1))
    due = {one.rule: one for one in view.next_dates}["INC-01"]
    assert due.date == date(2026, 4, 1)
    assert due.formula == "plan submitted Feb. 1, 2026 + 2 months"


def test_dates_that_fall_on_one_day_for_one_reason_are_one_date(plan: ActionPlanPage) -> None:
    for _number in range(3):
        factories.commitment(plan)
    file(plan)
    Commitment.objects._update_lawfully(submitted_on=date(2026, 3, 10))
    view = PlanView(plan, None, date(2026, 3, 11))
    due = [one for one in view.next_dates if one.rule == "AMEND-04" and one.date == date(2026, 9, 10)]
    assert [one.subjects for one in due] == [("C1", "C2", "C3")]


def test_a_commitment_that_is_not_public_has_no_dates(plan: ActionPlanPage) -> None:
    page = factories.commitment(plan)
    file(plan)
    Commitment.objects._update_lawfully(submitted_on=date(2026, 3, 10))
    view = PlanView(plan, None, date(2026, 3, 11))
    assert ("C1",) in [one.subjects for one in view.next_dates]
    CommitmentPage.objects.filter(pk=page.pk).update(live=False)
    view = PlanView(plan, None, date(2026, 3, 11))
    assert ("C1",) not in [one.subjects for one in view.next_dates]


def test_next_dates_are_those_of_today_and_later(plan: ActionPlanPage) -> None:
    file(plan)
    assert PlanView(plan, None, date(2026, 4, 1)).next_dates[0].date == date(2026, 4, 1)
    assert PlanView(plan, None, date(2026, 4, 2)).next_dates[0].date > date(2026, 4, 1)


def test_only_the_filled_texts_of_annex_1_are_shown(landing: Any) -> None:
    jurisdiction = factories.jurisdiction()
    plan = factories.plan(
        landing, jurisdiction=jurisdiction, challenges="<p>Paper files.</p>", achievements="<p></p>"
    )
    shown = Shown(plan)
    assert "4.3 Current challenges" in shown.each("h3")
    assert "4.2 Achievements in open government to date" not in shown.each("h3")


def test_what_will_be_there_is_said_where_nothing_is_yet(plan: ActionPlanPage) -> None:
    text = Shown(plan).text
    assert "No commitment has been published yet. There will be at most 10 here" in text
    assert "No meeting has been published yet." in text


def test_d6_a_commitment_behind_a_restriction_is_not_listed(plan: ActionPlanPage) -> None:
    hidden = factories.commitment(plan, title="Under wraps")
    PageViewRestriction.objects.create(page=hidden, restriction_type="password", password="x")
    assert "Under wraps" not in Shown(plan).text


def test_d6_a_restriction_above_the_plan_hides_everything_below_it(plan: ActionPlanPage) -> None:
    factories.commitment(plan)
    factories.meeting(plan)
    above = plan.get_parent()
    restriction = PageViewRestriction.objects.create(page=above, restriction_type="login")
    hidden = [public_plans(), public_commitments(), public_meetings()]
    assert [rows.count() for rows in hidden] == [0, 0, 0]
    restriction.delete()
    assert [rows.all().count() for rows in hidden] == [1, 1, 1]


def test_d1_a_translation_shows_the_facts_of_the_register_and_its_own_words(
    plan: ActionPlanPage, locales: dict[str, Any]
) -> None:
    plan.long_term_vision = "<p>Water for all.</p>"
    plan.challenges = "<p>Paper files.</p>"
    plan.goals = [ActionPlanPageGoal(text="Open the water.", locale=plan.locale)]
    factories.publish(plan)
    plan = ActionPlanPage.objects.get(pk=plan.pk)
    spanish = plan.copy_for_translation(locales["es"], copy_parents=True)
    spanish.title, spanish.long_term_vision, spanish.challenges = "El plan", "<p>Agua para todos.</p>", ""
    spanish.period_end = date(2030, 1, 1)
    factories.publish(spanish)

    shown = Shown(spanish)

    assert shown.words("h1") == "El plan"
    assert "Agua para todos." in shown.text
    assert "31 de octubre de 2028" in shown.words(".ogp-facts")
    assert "2030" not in shown.text
    assert shown.words('[lang="en"]') == "Paper files."


def test_a_translation_of_a_plan_that_is_offline_shows_no_facts(
    plan: ActionPlanPage, locales: dict[str, Any]
) -> None:
    spanish = plan.copy_for_translation(locales["es"], copy_parents=True)
    factories.publish(spanish)
    plan.unpublish()
    shown = Shown(spanish)
    assert "no están publicadas en este momento" in shown.text
    assert "Arica" not in shown.text


def test_a_preview_of_a_plan_nobody_published_says_what_it_is(landing: Any) -> None:
    plan = factories.plan(landing, live=False)
    response = plan.make_preview_request()
    assert response.status_code == 200
    assert "Preview: the texts are those of your draft" in response.render().content.decode()


def test_stat_17_status_date_and_reason_of_each_member_are_public(plan: ActionPlanPage) -> None:
    first, second = factories.cities(plan)
    first.joined_on = date(2025, 12, 1)
    first.save()
    StatusEvent.objects.create(
        jurisdiction=second,
        status="inactive",
        trigger="voluntary",
        conferred_on=date(2026, 1, 5),
        requested_on=date(2026, 1, 2),
        reason="A new council is being formed.",
    )
    assert Shown(plan).each(".ogp-statuses li") == [
        f"{first}: Active, since Dec. 1, 2025",
        f"{second}: Inactive, since Jan. 5, 2026. Asked for by the member: A new council is being formed.",
    ]


def test_stat_17_nothing_is_said_of_who_never_joined(plan: ActionPlanPage) -> None:
    assert Shown(plan).each(".ogp-statuses li") == []
