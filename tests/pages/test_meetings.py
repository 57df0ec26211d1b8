"""A meeting counts while its record is published; its days, members and people reach the rules (MEET-01 to MEET-06)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from ogp_wagtail.handbook.facts import MeetingFacts, SpaceFacts
from ogp_wagtail.law import LawError
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.models import ActionPlanPageSpace, MeetingPage, MeetingPageAttendance
from ogp_wagtail.plans.models import Meeting, Plan
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(home: Page) -> MeetingPage:
    return factories.meeting(factories.plan(factories.landing(home)))


def counted() -> int:
    return len(whole.published(Plan.objects.with_owner().get()).meetings)


def test_a_published_meeting_counts(record: Any) -> None:
    assert counted() == 1


@pytest.mark.parametrize("removal", ["unpublish", "delete"])
def test_a_meeting_whose_record_is_taken_away_counts_no_more_and_keeps_its_row(
    record: Any, removal: str
) -> None:
    getattr(record, removal)()

    assert counted() == 0
    assert Meeting.objects.count() == 1


def test_a_meeting_that_is_published_again_counts_again(record: Any) -> None:
    record.unpublish()

    factories.publish(MeetingPage.objects.get(pk=record.pk))

    assert counted() == 1


DAYS = {"noticed_on": date(2026, 1, 5), "documents_shared_on": date(2026, 1, 8)}


def facts_of(page: Any) -> MeetingFacts:
    found = whole.published(Plan.objects.with_owner().get()).meetings
    return next(one for one in found if one.key == str(page.key))


def test_meet_01_days_and_members_of_the_page_reach_the_rules(home: Page) -> None:
    plan = factories.plan(factories.landing(home))
    first, second = factories.cities(plan)

    page = factories.meeting(plan, jurisdictions=[str(first.pk)], **DAYS)

    facts = facts_of(page)
    assert (facts.noticed_on, facts.documents_shared_on) == tuple(DAYS.values())
    assert facts.members == {str(first.pk)}
    assert str(second.pk) not in facts.members


def test_meet_01_a_jurisdiction_outside_the_plan_is_no_member_of_the_meeting(home: Page) -> None:
    plan = factories.plan(factories.landing(home))
    stranger = factories.jurisdiction("Elsewhere")

    page = factories.meeting(plan, jurisdictions=[str(stranger.pk)])

    assert facts_of(page).members == frozenset()


def test_meet_01_a_record_without_a_day_is_refused_at_the_field(home: Page) -> None:
    plan = factories.plan(factories.landing(home))

    with pytest.raises(LawError) as refusal:
        factories.meeting(plan, held_on=None)

    assert [(one.rule, one.field) for one in refusal.value.findings] == [("MEET-01", "held_on")]


def test_meet_05_people_from_nowhere_known_are_counted_and_are_no_group(record: Any) -> None:
    record.attendances.add(MeetingPageAttendance(affiliation="", sector="ngs", headcount=3))
    record.attendances.add(
        MeetingPageAttendance(affiliation="Youth", sector="ngs", headcount=1, under_represented=True)
    )
    factories.publish(record)

    facts = facts_of(record)
    assert facts.unnamed == 3
    assert facts.groups == {"City hall", "Water users", "Youth"}
    assert facts.under_represented


def test_meet_06_minutes_are_out_from_the_day_the_page_is_first_published_with_them(record: Any) -> None:
    assert facts_of(record).minutes_published_on == timezone.localdate()
    Meeting.objects.update(minutes_published_on=date(2026, 1, 20))

    factories.publish(record)

    assert facts_of(record).minutes_published_on == date(2026, 1, 20), "published again, it is no new day"


def test_meet_06_the_day_that_the_page_states_stands(record: Any) -> None:
    record.minutes_published_on = date(2026, 1, 18)
    factories.publish(record)

    assert facts_of(record).minutes_published_on == date(2026, 1, 18)


def test_meet_06_without_minutes_there_is_no_such_day(home: Page) -> None:
    plan = factories.plan(factories.landing(home))

    page = factories.meeting(plan, minutes="", agenda="<p>Two items.</p>")

    assert facts_of(page).minutes_published_on is None


def test_msf_03_what_a_plan_says_of_its_spaces_reaches_the_rules(home: Page) -> None:
    page = factories.plan(factories.landing(home), live=False)
    (city, _other) = factories.cities(page)
    page.spaces = [
        ActionPlanPageSpace(
            name="Forum",
            kind="multi-stakeholder-forum",
            mode="both",
            jurisdiction=city,
            group_types=["university", "youth-council"],
            composition="University",
            meets_regularly=True,
            su_informed_on=date(2026, 1, 10),
        )
    ]
    factories.publish(page)

    assert whole.published(Plan.objects.with_owner().get()).spaces == (
        SpaceFacts(
            "Forum",
            "multi-stakeholder-forum",
            "both",
            sectors=frozenset({"government", "ngs"}),
            members=frozenset({str(city.pk)}),
            group_types=frozenset({"university", "youth-council"}),
            meets_regularly=True,
            su_informed_on=date(2026, 1, 10),
        ),
    )


def test_qual_09_the_form_offers_drafts_too_for_a_later_commitment_is_discussed_before_it_is_filed(
    home: Page, admin: Client
) -> None:
    plan = factories.plan(factories.landing(home))
    published = factories.commitment(plan)
    draft = factories.commitment(plan, live=False, title="One more")
    meeting = factories.meeting(plan, commitments=[str(draft.key)])

    form = admin.get(reverse("wagtailadmin_pages:edit", args=[meeting.pk])).context["form"]

    choices = dict(form.fields["commitments"].choices)
    assert set(choices) == {str(published.key), str(draft.key)}
    assert choices[str(draft.key)] == "One more (draft)"
    assert not Meeting.objects.get(key=meeting.key).commitments.exists()
    factories.publish(draft)
    assert [one.key for one in Meeting.objects.get(key=meeting.key).commitments.all()] == [draft.key]
