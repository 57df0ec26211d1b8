"""The quarterly update: who publishes it, what it moves, and that it stays (TRK-01 to TRK-05, V-MSTATUS)."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from ogp_wagtail.law import LawError
from ogp_wagtail.monitoring.actions import publish_update
from ogp_wagtail.monitoring.models import MilestoneMove, ProgressEntry, ProgressUpdate
from ogp_wagtail.plans.models import Milestone, Plan
from tests.monitoring.test_reports import refused
from tests.monitoring.worlds import IN_QUARTER, QUARTER, World, update

pytestmark = pytest.mark.django_db


def test_trk_02_a_published_update_is_on_record_with_its_day_and_who(filed: World) -> None:
    row = publish_update(update(filed), filed.contact, IN_QUARTER)

    assert (row.published_on, row.published_by_name) == (IN_QUARTER, "Ana Ruiz")
    (facts,) = filed.facts.updates
    assert facts.published_on == IN_QUARTER
    assert [one.text for one in facts.entries] == ["We began."]


def test_trk_05_only_the_point_of_contact_publishes(filed: World) -> None:
    assert refused(lambda: publish_update(update(filed), filed.monitor, IN_QUARTER)) == {"TRK-05"}


def test_trk_03_a_move_changes_the_milestone_and_remembers_what_it_was(filed: World) -> None:
    row = update(filed, ("C1", "in-progress"))
    assert filed.milestone().status == "not-started"
    (draft,) = filed.facts.updates
    assert [(one.old, one.new) for one in draft.entries[0].moves] == [("not-started", "in-progress")]

    publish_update(row, filed.contact, IN_QUARTER)

    assert filed.milestone().status == "in-progress"
    assert MilestoneMove.objects.get().old == "not-started"
    step = next(one for one in filed.facts.commitments[0].milestones if one.status != "not-started")
    assert step.status == "in-progress"


def test_trk_03_the_tracker_is_not_undone_by_publishing_the_page(filed: World) -> None:
    publish_update(update(filed, ("C1", "in-progress")), filed.contact, IN_QUARTER)
    page = filed.page.get_children().specific().get(translation_key=filed.commitment().key)

    page.save_revision().publish()

    assert filed.milestone().status == "in-progress"


def test_trk_04_a_move_without_a_word_is_an_entry_of_its_commitment(filed: World) -> None:
    publish_update(update(filed, ("C2", "in-progress"), text=""), filed.contact, IN_QUARTER)
    (facts,) = filed.facts.updates
    assert [(one.commitment, one.text) for one in facts.entries] == [(str(filed.commitment("C2").key), "")]


def test_trk_03_an_empty_update_is_refused(filed: World) -> None:
    assert refused(lambda: publish_update(update(filed, text=""), filed.contact, IN_QUARTER)) == {"TRK-03"}


def test_v_mstatus_finished_without_primary_evidence_is_refused(filed: World) -> None:
    row = update(filed, ("C1", "finished"))

    assert refused(lambda: publish_update(row, filed.contact, IN_QUARTER)) == {"V-MSTATUS"}
    assert filed.milestone().status == "not-started"
    assert ProgressUpdate.objects.get().published_on is None


def test_v_mstatus_stuck_needs_the_reason_and_the_next_steps(filed: World) -> None:
    bare = update(filed, ("C1", "stuck"))
    assert refused(lambda: publish_update(bare, filed.contact, IN_QUARTER)) == {"V-MSTATUS"}
    bare.delete()

    said = update(filed, ("C1", "stuck"), reason="No funds.", next_steps="A new budget.")
    publish_update(said, filed.contact, IN_QUARTER)
    assert filed.milestone().status == "stuck"


def test_v_mstatus_a_move_that_is_not_in_the_table_is_refused(filed: World) -> None:
    Milestone.objects.filter(pk=filed.milestone().pk)._update_lawfully(status="in-progress")
    row = update(filed, ("C1", "not-started"))
    assert refused(lambda: publish_update(row, filed.contact, IN_QUARTER)) == {"V-MSTATUS"}


def test_trk_01_a_quarter_to_come_is_not_reported_on(filed: World) -> None:
    assert refused(lambda: publish_update(update(filed), filed.contact, date(2026, 3, 31))) == {"TRK-01"}


def test_trk_01_a_quarter_is_known_by_its_first_day(filed: World) -> None:
    row = ProgressUpdate.objects.create(plan=filed.plan, quarter=date(2026, 5, 20))
    assert (row.quarter, row.name) == (QUARTER, "2026-Q2")
    odd = ProgressUpdate(plan=filed.plan, quarter=date(2026, 8, 20))
    assert refused(lambda: ProgressUpdate.objects.bulk_create([odd])) == {"TRK-01"}


def test_trk_01_there_is_one_update_a_quarter(filed: World) -> None:
    update(filed)
    with pytest.raises(IntegrityError), transaction.atomic():
        update(filed)


def test_trk_02_what_was_published_stays_as_it_is(filed: World) -> None:
    row = publish_update(update(filed, ("C1", "in-progress")), filed.contact, IN_QUARTER)
    entry, move = row.entries.get(), row.moves.get()
    entry.text, move.new = "Otherwise.", "stuck"
    row.quarter = date(2026, 7, 1)

    for act in (row.save, row.delete, entry.save, entry.delete, move.save, move.delete):
        assert refused(act) == {"TRK-02"}
    assert refused(lambda: ProgressEntry.objects.update(text="X")) == {"TRK-02"}
    assert refused(lambda: MilestoneMove.objects.all().delete()) == {"TRK-02"}
    more = ProgressEntry(update=row, commitment=filed.commitment("C2"))
    assert refused(more.save) == {"TRK-02"}
    assert refused(lambda: ProgressEntry.objects.bulk_create([more])) == {"TRK-02"}
    assert refused(lambda: publish_update(row, filed.contact, IN_QUARTER)) == {"TRK-02"}


def test_trk_05_nobody_publishes_by_hand(filed: World) -> None:
    row = update(filed)
    row.published_on = IN_QUARTER
    assert refused(row.save) == {"TRK-05"}
    assert refused(lambda: ProgressUpdate.objects.update(published_on=IN_QUARTER)) == {"TRK-05"}


def test_trk_03_a_commitment_of_another_plan_has_no_entry(filed: World) -> None:
    elsewhere = Plan.objects.create(code="elsewhere", title="Elsewhere", language="en")
    row = ProgressUpdate.objects.create(plan=elsewhere, quarter=QUARTER)
    entry = ProgressEntry(update=row, commitment=filed.commitment())
    assert refused(entry.save) == {"TRK-03"}


def test_a_draft_is_changed_and_deleted_at_will(filed: World) -> None:
    row = update(filed, ("C1", "in-progress"))
    row.entries.update(text="Otherwise.")
    row.delete()
    assert not MilestoneMove.objects.exists()


def test_a_refusal_names_rule_and_milestone(filed: World) -> None:
    with pytest.raises(LawError) as refusal:
        publish_update(update(filed, ("C1", "finished")), filed.contact, IN_QUARTER)
    assert "V-MSTATUS" in refusal.value.messages[0]
    assert "primary evidence" in refusal.value.messages[0]
