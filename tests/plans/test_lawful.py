"""Bulk edits, the shell and cascades are no way around the law (D5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db.models import F
from django.template import Context, Template
from wagtail.models import Page

from ogp_wagtail.law import LawError
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.plans.models import (
    Commitment,
    Endorsement,
    Filing,
    Milestone,
    Participation,
    Plan,
    PlanMember,
    Slot,
)
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 2, 1)
ANOTHER = date(2027, 7, 31)


@pytest.fixture
def filed(home: Page, superuser: Any) -> Plan:
    """A joint plan with two commitments, filed."""
    page = factories.complete_plan(factories.landing(home), superuser)
    file_plan(page.key, superuser, DAY)
    return Plan.objects.get(key=page.key)


@pytest.fixture
def draft(home: Page) -> Plan:
    """A plan of one city that is not filed, with one commitment in force."""
    page = factories.plan(factories.landing(home), jurisdiction=factories.jurisdiction())
    factories.commitment(page)
    return Plan.objects.get(key=page.key)


def refused(work: Callable[[], Any]) -> set[tuple[str, str]]:
    """The rules and fields of the refusal that the work runs into."""
    with pytest.raises(LawError) as refusal:
        work()
    return {(finding.rule, finding.field) for finding in refusal.value.findings}


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("included_on", "PLAN-COUNT-03"),
        ("submitted_on", "PLAN-SUB-01"),
        ("implemented_on", "COM-LIFE-01"),
        ("assessed_on", "COM-LIFE-03"),
        ("released_on", "PLAN-COUNT-03"),
        ("withdrawn_on", "AMEND-08"),
    ],
)
def test_the_days_of_a_commitments_life_are_set_by_acts_alone(draft: Plan, field: str, rule: str) -> None:
    row = draft.commitments.get()
    before = getattr(row, field)
    setattr(row, field, ANOTHER)

    assert refused(row.save) == {(rule, field)}
    assert refused(lambda: row.save(update_fields=[field])) == {(rule, field)}
    assert refused(lambda: Commitment.objects.update(**{field: ANOTHER})) == {(rule, field)}
    assert refused(lambda: draft.commitments.update(**{field: F("start")})) == {(rule, field)}
    assert refused(lambda: Commitment.objects.bulk_update([row], [field])) == {(rule, field)}
    row.pk, row.code, row._state.adding = None, "C9", True
    assert refused(row.save) >= {(rule, field)}
    assert refused(lambda: Commitment.objects.bulk_create([row])) >= {(rule, field)}
    assert getattr(Commitment.objects.get(), field) == before


def test_a_row_in_memory_with_the_key_of_another_overwrites_nothing(draft: Plan) -> None:
    known = draft.commitments.get()
    impostor = Commitment(
        pk=known.pk, key=known.key, plan=draft, code=known.code, title=known.title, start=known.start
    )
    impostor.scope, impostor.end, impostor.implemented_on = known.scope, known.end, ANOTHER

    assert ("COM-LIFE-01", "implemented_on") in refused(impostor.save)


def test_com_dur_01_the_dates_of_what_is_in_force_are_not_moved_by_hand(draft: Plan) -> None:
    row = draft.commitments.get()
    row.end = date(2026, 3, 2)

    assert refused(row.save) == {("COM-DUR-01", "end")}
    assert refused(lambda: Commitment.objects.update(end=row.end)) == {("COM-DUR-01", "end")}
    assert refused(lambda: Participation.objects.update(end=row.end)) == {("COAL-06", "end")}
    assert refused(lambda: Milestone.objects.update(end_month=row.end)) == {("AMEND-01", "end_month")}


def test_what_has_no_law_is_saved_as_ever(draft: Plan) -> None:
    row = draft.commitments.get()
    row.save()
    milestone = row.milestones.get()
    milestone.responsible = "Town hall"
    milestone.save()

    assert Milestone.objects.update(contact="Eva") == 1
    assert Milestone.objects.get().responsible == "Town hall"


def test_trk_03_the_status_of_a_milestone_in_force_is_not_set_by_hand(draft: Plan) -> None:
    milestone = draft.commitments.get().milestones.get()
    milestone.status = "finished"

    assert refused(milestone.save) == {("TRK-03", "status")}
    assert refused(lambda: Milestone.objects.update(status="finished")) == {("TRK-03", "status")}
    assert Milestone.objects.get().status == "not-started"


def test_a_commitment_that_is_not_in_force_may_be_written_and_deleted(draft: Plan) -> None:
    spare = Commitment.objects.create(
        plan=draft, code="C9", title="x", scope="separate", start=factories.START, end=factories.END
    )
    spare.end = ANOTHER
    spare.save()

    Commitment.objects.filter(pk=spare.pk).delete()
    assert not Commitment.objects.filter(code="C9").exists()


def test_slots_are_laid_out_and_taken_by_acts_alone(draft: Plan) -> None:
    other = Commitment.objects.create(
        plan=draft, code="C9", title="x", scope="separate", start=factories.START, end=factories.END
    )
    free = Slot.objects.filter(commitment=None)[0]
    free.commitment = other

    assert refused(free.save) == {("PLAN-COUNT-03", "commitment")}
    assert refused(lambda: Slot.objects.update(commitment=None)) == {("PLAN-COUNT-03", "commitment")}
    assert ("PLAN-COUNT-01", "") in refused(lambda: Slot.objects.create(plan=draft, number=6))
    assert ("PLAN-COUNT-01", "") in refused(lambda: Slot.objects.bulk_create([Slot(plan=draft, number=6)]))
    assert Slot.objects.count() == 5


def test_plan_sub_01_a_plan_is_submitted_by_filing_alone(draft: Plan) -> None:
    draft.submitted_on = DAY

    assert refused(draft.save) == {("PLAN-SUB-01", "submitted_on")}
    assert refused(lambda: Plan.objects.update(submitted_on=DAY)) == {("PLAN-SUB-01", "submitted_on")}


def test_plan_period_09_a_filed_plan_keeps_its_period_whoever_writes(filed: Plan) -> None:
    filed.period_end = date(2028, 9, 30)

    assert refused(filed.save) == {("PLAN-PERIOD-09", "period_end")}
    assert refused(lambda: Plan.objects.update(period_end=None)) == {("PLAN-PERIOD-09", "period_end")}
    assert refused(lambda: Plan.objects.bulk_update([filed], ["period_end"])) == {
        ("PLAN-PERIOD-09", "period_end")
    }


def test_coal_21_the_members_of_a_filed_plan_stay(filed: Plan) -> None:
    member = filed.members.all()[0]
    member.term = None

    assert refused(member.save) == {("COAL-21", "term")}
    assert refused(member.delete) == {("COAL-21", "")}
    assert refused(filed.members.all().delete) == {("COAL-21", "")}
    assert refused(lambda: PlanMember.objects.create(plan=filed, jurisdiction=member.jurisdiction, number=4))


def test_plan_sub_01_a_filing_is_neither_changed_nor_deleted_on_any_path(filed: Plan) -> None:
    filing = filed.filing
    filing.document = "{}"

    assert refused(filing.save) == {("PLAN-SUB-01", "document")}
    assert refused(lambda: Filing.objects.update(document="{}")) == {("PLAN-SUB-01", "document")}
    assert refused(lambda: Filing.objects.bulk_update([filing], ["document"])) == {
        ("PLAN-SUB-01", "document")
    }
    assert refused(filing.delete) == {("PLAN-SUB-01", "")}
    assert refused(Filing.objects.all().delete) == {("PLAN-SUB-01", "")}
    assert Filing.objects.get().document != "{}"


def test_amend_08_what_was_filed_is_not_deleted(filed: Plan) -> None:
    assert refused(Commitment.objects.all().delete) == {("AMEND-08", "")}
    assert refused(filed.commitments.all()[0].delete) == {("AMEND-08", "")}
    assert refused(Milestone.objects.all().delete) == {("AMEND-08", "")}
    assert refused(Plan.objects.all().delete) == {("PLAN-SUB-01", "")}
    assert refused(Participation.objects.all().delete) == {("COAL-10", "")}


def test_cocr_05_a_ministry_is_no_endorser_in_bulk_either(filed: Plan) -> None:
    ministry = factories.organisation("Ministry", sector="government")
    row = Endorsement(plan=filed, organisation=ministry, endorsed_on=DAY)

    assert {rule for rule, _field in refused(lambda: Endorsement.objects.bulk_create([row]))} == {"COCR-05"}
    assert refused(lambda: Endorsement.objects.update(organisation=ministry))
    assert Endorsement.objects.get().organisation.sector == "ngs"
    assert Endorsement.objects.update(signatory="Rosa") == 1


def test_what_writes_in_bulk_is_neither_called_by_a_template_nor_deleted_by_a_manager() -> None:
    rows = Plan.objects.all()
    assert Template("{{ rows.delete }}{{ rows.update }}").render(Context({"rows": rows})) == ""
    assert not hasattr(Plan.objects, "delete")
    assert hasattr(Plan.objects, "_update_lawfully")
