"""What a resident reads on the page of a meeting."""

from __future__ import annotations

from datetime import date

import pytest
from wagtail.models import Page

from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Commitment
from tests import factories
from tests.pages.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(home: Page) -> ActionPlanPage:
    return factories.plan(factories.landing(home))


def test_meet_01_the_record_shows_day_purposes_and_form(plan: ActionPlanPage) -> None:
    days = {"noticed_on": date(2026, 1, 5), "documents_shared_on": date(2026, 1, 8)}
    minutes = {"minutes_published_on": date(2026, 1, 20)}
    shown = Shown(factories.meeting(plan, mode="hybrid", space="Forum", **days, **minutes))
    facts = dict(zip(shown.each("dt"), shown.each("dd"), strict=True))
    assert facts == {
        "Held on": "Jan. 15, 2026",
        "Purposes": "Co-creation",
        "Form": "Hybrid",
        "Space for dialogue": "Forum",
        "Announced on": "Jan. 5, 2026",
        "Documents shared on": "Jan. 8, 2026",
        "Minutes published on": "Jan. 20, 2026",
    }


def test_meet_05_attendance_is_counted_by_sector_with_totals(plan: ActionPlanPage) -> None:
    table = Shown(factories.meeting(plan)).root.select("tr")
    rows = [" ".join(row.get_text(" ").split()) for row in table]
    assert rows == [
        "Organisation or group People",
        "Government 2",
        "City hall 2",
        "Non-governmental stakeholder 1",
        "Water users Community organisation or group 1",
        "Everybody 3",
    ]


def test_agenda_minutes_and_decisions_are_shown_where_filled(plan: ActionPlanPage) -> None:
    shown = Shown(factories.meeting(plan, decisions="<p>Water first.</p>"))
    assert [one for one in shown.each("h2") if one in ("Agenda", "Minutes", "Decisions")] == [
        "Minutes",
        "Decisions",
    ]


def test_meet_04_a_meeting_without_a_record_is_claimed_not_evidenced(plan: ActionPlanPage) -> None:
    assert "claimed, not evidenced" in Shown(factories.meeting(plan, minutes="")).words(".ogp-note")
    assert "claimed" not in Shown(factories.meeting(plan)).text


def test_the_commitments_discussed_are_links_to_public_ones(plan: ActionPlanPage) -> None:
    public, offline = factories.commitment(plan, title="Water"), factories.commitment(plan, title="Streets")
    keys = [str(row.key) for row in Commitment.objects.all()]
    meeting = factories.meeting(plan, commitments=keys)
    offline.unpublish()
    links = Shown(meeting).root.select("[aria-labelledby=ogp-commitments] a")
    assert [(one.get_text(), one.get("href")) for one in links] == [("Water", public.get_url())]
