"""A meeting counts while its record is published (MEET-02, COCR-02)."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page

from ogp_wagtail.pages import whole
from ogp_wagtail.pages.models import MeetingPage
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
