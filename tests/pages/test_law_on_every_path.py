"""The handbook's limits hold on every path by which a commitment can be published (D5)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, Revision

from ogp_wagtail.law import LawError
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.pages.queries import public_commitments
from ogp_wagtail.plans.models import Commitment, Plan, Slot
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def landing(home: Page) -> Any:
    return factories.landing(home)


@pytest.fixture
def single(landing: Any) -> ActionPlanPage:
    """A plan of one city: five slots."""
    return factories.plan(landing, jurisdiction=factories.jurisdiction())


@pytest.fixture
def full(single: ActionPlanPage) -> ActionPlanPage:
    for _number in range(5):
        factories.commitment(single)
    return ActionPlanPage.objects.get(pk=single.pk)


def rules(error: LawError) -> set[str]:
    return {finding.rule for finding in error.findings}


def in_force() -> int:
    return Commitment.objects.in_force().count()


def test_publishing_includes_a_commitment_with_its_dates_and_milestones(single: ActionPlanPage) -> None:
    page = factories.commitment(single, milestones=2)

    row = Commitment.objects.get(key=page.key)
    assert (row.code, row.title, row.start, row.end) == ("C1", page.title, factories.START, factories.END)
    assert [one.deliverable for one in row.milestones.all()] == ["Milestone 1", "Milestone 2"]
    assert row.slot.number == 1


def test_plan_count_01_a_sixth_commitment_of_one_city_is_refused_when_published(full: ActionPlanPage) -> None:
    with pytest.raises(LawError) as refusal:
        factories.commitment(full)

    assert rules(refusal.value) == {"PLAN-COUNT-01"}
    assert "5" in refusal.value.messages[0]
    assert in_force() == 5
    assert not CommitmentPage.objects.filter(live=True).exclude(
        translation_key__in=Commitment.objects.values("key")
    )


def test_coal_07_an_eleventh_commitment_of_two_cities_is_refused(landing: Any) -> None:
    plan = factories.plan(landing)
    for _number in range(10):
        factories.commitment(plan)

    with pytest.raises(LawError) as refusal:
        factories.commitment(plan)

    assert rules(refusal.value) == {"COAL-07"}
    assert in_force() == 10


def test_coal_06_a_commitment_that_ends_a_day_after_its_members_limit_is_refused(landing: Any) -> None:
    early = factories.jurisdiction("Early", term_end=date(2027, 12, 31))
    late = factories.jurisdiction("Late")
    plan = factories.plan(landing, coalition=factories.coalition(early, late))
    factories.commitment(plan, members=[(early, None)], end=date(2027, 10, 31))

    with pytest.raises(LawError) as refusal:
        factories.commitment(plan, members=[(early, None)], end=date(2027, 11, 1))

    assert rules(refusal.value) == {"COAL-06"}
    assert "2027-10-31" in refusal.value.messages[0]


def test_coal_10_a_joint_commitment_without_a_row_for_each_member_is_refused(landing: Any) -> None:
    plan = factories.plan(landing)
    first, _second = factories.cities(plan)

    with pytest.raises(LawError) as refusal:
        factories.commitment(plan, scope="joint", members=[(first, None)])

    assert rules(refusal.value) == {"COAL-10"}
    assert in_force() == 0


def test_save_from_a_shell_is_refused_and_leaves_nothing(full: ActionPlanPage) -> None:
    page = factories.commitment(full, live=False)
    page.live = True

    with pytest.raises(LawError):
        page.save()

    assert not CommitmentPage.objects.get(pk=page.pk).live


def test_add_child_live_is_refused_and_leaves_the_tree_whole(full: ActionPlanPage) -> None:
    page = factories.commitment_page(full)
    page.live = True

    with pytest.raises(LawError):
        full.add_child(instance=page)

    assert ActionPlanPage.objects.get(pk=full.pk).numchild == 5
    assert Page.find_problems() == ([], [], [], [], [])


def schedule(page: CommitmentPage, hours: int = 1) -> None:
    page.go_live_at = timezone.now() + timedelta(hours=hours)
    page.save_revision().publish()


def hour_comes() -> None:
    """Move every schedule into the past and let Wagtail's own command run."""
    past = timezone.now() - timedelta(minutes=5)
    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        content = revision.content | {"go_live_at": past.isoformat()}
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past, content=content)
    call_command("publish_scheduled")


def test_a_scheduled_commitment_over_the_limit_is_refused_when_it_is_scheduled(full: ActionPlanPage) -> None:
    page = factories.commitment(full, live=False)

    with pytest.raises(LawError) as refusal:
        schedule(page)

    assert rules(refusal.value) == {"PLAN-COUNT-01"}
    assert in_force() == 5


def test_a_scheduled_commitment_reserves_its_slot_and_shows_only_from_its_hour(
    single: ActionPlanPage,
) -> None:
    page = factories.commitment(single, live=False)
    schedule(page)
    assert in_force() == 1
    assert not public_commitments().exists()

    hour_comes()

    assert in_force() == 1
    assert public_commitments().count() == 1


def test_a_scheduled_update_that_breaks_a_rule_is_refused_when_it_is_scheduled(
    single: ActionPlanPage,
) -> None:
    page = factories.commitment(single)
    page.end = date(2029, 1, 1)

    with pytest.raises(LawError) as refusal:
        schedule(page)

    assert "COM-DUR-02" in rules(refusal.value)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_scheduled_update_changes_nothing_before_its_hour(single: ActionPlanPage) -> None:
    page = factories.commitment(single)
    page.end = date(2027, 9, 30)

    schedule(page)
    assert Commitment.objects.get().end == factories.END

    hour_comes()
    assert Commitment.objects.get().end == date(2027, 9, 30)


def test_a_cancelled_schedule_gives_its_slot_back(single: ActionPlanPage) -> None:
    for _number in range(4):
        factories.commitment(single)
    page = factories.commitment(single, live=False)
    schedule(page)
    page.revisions.update(approved_go_live_at=None)

    factories.commitment(single)

    assert in_force() == 5


def test_a_copy_arrives_as_a_draft(full: ActionPlanPage) -> None:
    original = CommitmentPage.objects.first()

    copy = original.copy(update_attrs={"slug": "a-copy"}, keep_live=True)

    assert not CommitmentPage.objects.get(pk=copy.pk).live
    assert in_force() == 5


def test_a_recursive_copy_of_a_plan_arrives_as_drafts_and_leaves_the_tree_whole(full: ActionPlanPage) -> None:
    copy = full.copy(recursive=True, update_attrs={"slug": "second", "title": "Second"}, keep_live=True)

    assert not copy.get_descendants(inclusive=True).live().exists()
    assert copy.get_children().count() == 5
    assert Page.find_problems() == ([], [], [], [], [])
    assert Plan.objects.count() == 2
    assert in_force() == 5


def test_an_alias_is_no_second_commitment_and_made_ordinary_it_is_checked(full: ActionPlanPage) -> None:
    original = CommitmentPage.objects.first()
    alias = original.create_alias(update_slug="alias", parent=full)
    assert Commitment.objects.count() == 5

    with pytest.raises(LawError):
        ConvertAliasPageAction(alias).execute(skip_permission_checks=True)

    assert Page.objects.get(pk=alias.pk).alias_of_id == original.pk


def test_a_commitment_that_holds_a_slot_is_not_moved(full: ActionPlanPage, landing: Any) -> None:
    other = factories.plan(landing, jurisdiction=factories.jurisdiction())
    page = CommitmentPage.objects.first()

    with pytest.raises(LawError) as refusal:
        page.move(other, pos="last-child")

    assert rules(refusal.value) == {"PLAN-COUNT-03"}


def test_unpublishing_what_was_never_filed_frees_its_slot(full: ActionPlanPage) -> None:
    CommitmentPage.objects.first().unpublish()

    assert in_force() == 4
    factories.commitment(full)
    assert in_force() == 5


def test_deleting_what_was_never_filed_frees_its_slot_and_keeps_the_row(full: ActionPlanPage) -> None:
    CommitmentPage.objects.first().delete()

    assert in_force() == 4
    assert Commitment.objects.count() == 5


def test_a_draft_may_be_saved_unfinished(single: ActionPlanPage) -> None:
    page = CommitmentPage(title="Idea", slug="idea", live=False)
    single.add_child(instance=page)

    page.save_revision()

    assert Commitment.objects.count() == 0


def test_slots_hold_below_the_pages(full: ActionPlanPage) -> None:
    """Even a statement that asks nobody finds no sixth row to take."""
    assert Slot.objects.filter(plan__code=full.code).count() == 5
    assert not Slot.objects.filter(commitment__isnull=True)._update_lawfully(
        commitment=Commitment.objects.first()
    )
