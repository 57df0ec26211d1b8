"""Rows gathered in one query are those that ``prefetch_related`` finds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from wagtail.models import Page

from ogp_wagtail.pages.models import CommitmentPage
from ogp_wagtail.plans.models import Commitment, Endorsement, Meeting, Plan
from ogp_wagtail.rows import gather
from tests import factories

pytestmark = pytest.mark.django_db

PARTS = ("milestones", "participations", "parties", "resources")


def columns(row: Any) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.fixture
def plan(home: Page) -> Any:
    page = factories.plan(factories.landing(home))
    for _number in range(2):
        factories.commitment(page, milestones=3)
    return page


def test_one_query_finds_what_prefetching_finds(plan: Any, django_assert_num_queries: Any) -> None:
    expected = list(Commitment.objects.order_by("code").prefetch_related(*PARTS))
    with django_assert_num_queries(1):
        found = gather(Commitment.objects.order_by("code"), *PARTS)
        for name in PARTS:
            [list(getattr(row, name).all()) for row in found]
    for one, other in zip(expected, found, strict=True):
        for name in PARTS:
            of_one, of_other = getattr(one, name).all(), getattr(other, name).all()
            assert [columns(row) for row in of_other] == [columns(row) for row in of_one]


def test_a_relation_of_a_page_is_read_by_its_own_manager(plan: Any, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        pages = gather(CommitmentPage.objects.order_by("path"), "milestones", "participations")
        titles = [[one.deliverable for one in page.milestones.all()] for page in pages]
    assert titles == [
        [one.deliverable for one in page.milestones.all()] for page in CommitmentPage.objects.order_by("path")
    ]


def test_many_to_many_and_owners_without_rows(plan: Any, django_assert_num_queries: Any) -> None:
    meeting = factories.meeting(plan)
    row = Meeting.objects.get(key=meeting.key)
    row.commitments.set(Commitment.objects.all())
    factories.meeting(plan)
    with django_assert_num_queries(1):
        found = gather(Meeting.objects.order_by("pk"), "attendances", "commitments")
        keys = [{one.key for one in meeting.commitments.all()} for meeting in found]
    assert keys == [set(Commitment.objects.values_list("key", flat=True)), set()]
    assert list(found[0].attendances.all()) == list(row.attendances.all())


def test_a_relation_may_be_narrowed(plan: Any) -> None:
    milestones = Commitment.objects.first().milestones.model.objects.filter(number=1)
    found = gather(Commitment.objects.all(), "milestones", milestones=milestones)
    assert [len(row.milestones.all()) for row in found] == [1, 1]


def test_what_a_foreign_key_points_at_comes_along(plan: Any, django_assert_num_queries: Any) -> None:
    Endorsement.objects.create(
        plan=Plan.objects.get(key=plan.key),
        organisation=factories.organisation("Water users"),
        endorsed_on=date(2026, 1, 20),
    )
    with django_assert_num_queries(1):
        (row,) = gather(Plan.objects.filter(key=plan.key), "endorsements", "endorsements__organisation")
        assert [one.organisation.name for one in row.endorsements.all()] == ["Water users"]


def test_a_relation_narrowed_to_none_is_empty(plan: Any) -> None:
    none = Commitment.objects.first().milestones.model.objects.none()
    found = gather(Commitment.objects.all(), "milestones", milestones=none)
    assert [list(row.milestones.all()) for row in found] == [[], []]
