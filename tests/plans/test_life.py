"""A commitment is declared implemented, assessed, closed or reopened (COM-LIFE-01, COM-LIFE-03, PLAN-COUNT-03)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from wagtail.models import Page

from ogp_wagtail.law import LawError
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.models import Commitment, Declaration, Milestone, Plan, Slot
from tests import factories
from tests.plans.proofs import evidence_of

pytestmark = pytest.mark.django_db

FILED = date(2026, 2, 1)
DONE, TODAY, ASSESSED = date(2027, 6, 20), date(2027, 7, 1), date(2027, 7, 10)


@pytest.fixture
def plan(home: Page, superuser: Any) -> Plan:
    """A joint plan of two cities, filed, with a joint commitment and one of the first city."""
    page = factories.complete_plan(factories.landing(home), superuser)
    file_plan(page.key, superuser, FILED)
    return Plan.objects.with_owner().get(key=page.key)


@pytest.fixture
def own(plan: Plan) -> Iterator[Commitment]:
    """The separate commitment: finished, and proved."""
    row = finished(plan.commitments.get(scope="separate"))
    with evidence_of(row.key):
        yield row


@pytest.fixture
def joint(plan: Plan) -> Iterator[Commitment]:
    """The joint commitment: finished, and proved."""
    row = finished(plan.commitments.get(scope="joint"))
    with evidence_of(row.key):
        yield row


def finished(row: Commitment) -> Commitment:
    row.milestones.all()._update_lawfully(status="finished")
    return row


def cities(plan: Plan) -> list[int]:
    return [seat.jurisdiction_id for seat in plan.members.all()]


def refused(work: Any) -> set[str]:
    with pytest.raises(LawError) as refusal:
        work()
    return {finding.rule for finding in refusal.value.findings}


def holds(row: Commitment) -> bool:
    return Slot.objects.filter(commitment=row).exists()


def test_com_life_01_the_point_of_contact_declares_it_with_a_date(own: Commitment, superuser: Any) -> None:
    row = actions.declare_implemented(own, superuser, TODAY, implemented_on=DONE)

    assert row.implemented_on == DONE
    declaration = Declaration.objects.get()
    assert (declaration.declared_on, declaration.declared_by_name) == (TODAY, "Ana Ruiz")
    assert holds(row), "its slot is free only once it is assessed, too"


def test_com_life_01_nobody_else_declares_it(own: Commitment) -> None:
    other = get_user_model().objects.create_superuser("eva", "eva@example.org", "eva")

    assert refused(lambda: actions.declare_implemented(own, other, TODAY)) == {"COM-LIFE-01"}
    assert refused(lambda: actions.declare_implemented(own, None, TODAY)) == {"COM-LIFE-01"}
    assert not Declaration.objects.exists()


def test_com_life_01_an_unfinished_milestone_refuses_it(own: Commitment, superuser: Any) -> None:
    first = own.milestones.first()
    Milestone.objects.filter(pk=first.pk)._update_lawfully(status="stuck")

    assert refused(lambda: actions.declare_implemented(own, superuser, TODAY)) == {"COM-LIFE-01"}
    assert Commitment.objects.get(pk=own.pk).implemented_on is None


def test_com_life_01_without_evidence_it_is_refused(plan: Plan, superuser: Any) -> None:
    row = finished(plan.commitments.get(scope="separate"))

    assert refused(lambda: actions.declare_implemented(row, superuser, TODAY)) == {"COM-LIFE-01"}


def test_com_life_01_a_joint_one_is_implemented_with_its_last_part(
    plan: Plan, joint: Commitment, superuser: Any
) -> None:
    first, second = cities(plan)

    row = actions.declare_implemented(joint, superuser, TODAY, implemented_on=DONE, members=[first])
    assert row.implemented_on is None
    row = actions.declare_implemented(joint, superuser, ASSESSED, members=[second])

    assert row.implemented_on == ASSESSED
    assert set(row.participations.values_list("implemented_on", flat=True)) == {DONE, ASSESSED}
    assert refused(lambda: actions.declare_implemented(joint, superuser, ASSESSED)) == {"COM-LIFE-01"}


def test_coal_10_a_part_that_is_declared_is_known_of_the_plan_as_its_pages_tell_it(
    plan: Plan, joint: Commitment, superuser: Any
) -> None:
    first, second = cities(plan)
    actions.declare_implemented(joint, superuser, TODAY, implemented_on=DONE, members=[first])

    for facts in (whole.published(plan), whole.drafted(plan)):
        told = next(one for one in facts.commitments if one.key == str(joint.key))
        parts = {one.member: one.implemented_on for one in told.participations}
        assert parts == {str(first): DONE, str(second): None}


def test_plan_count_03_the_slot_is_free_once_it_is_implemented_and_assessed(
    plan: Plan, own: Commitment, superuser: Any
) -> None:
    actions.declare_implemented(own, superuser, TODAY, implemented_on=DONE)

    row = actions.assess(own, ASSESSED, complete=True)

    assert (row.assessed_on, row.released_on) == (ASSESSED, ASSESSED)
    assert not holds(row)
    assert plan.slots.count() == 10


def test_plan_count_03_by_the_other_reading_it_is_free_once_it_is_implemented(
    plan: Plan, own: Commitment, superuser: Any
) -> None:
    Plan.objects.filter(pk=plan.pk)._update_lawfully(readings={"slot.release": "implemented"})

    row = actions.declare_implemented(own, superuser, TODAY, implemented_on=DONE)

    assert row.released_on == DONE
    assert not holds(row)


def test_com_life_03_an_assessment_that_finds_it_not_complete_reopens_it(
    own: Commitment, superuser: Any
) -> None:
    actions.declare_implemented(own, superuser, TODAY, implemented_on=DONE)

    row = actions.assess(own, ASSESSED, complete=False)

    assert row.implemented_on is row.assessed_on is None
    assert holds(row)
    assert Declaration.objects.get().reopened_on == ASSESSED
    again = actions.declare_implemented(own, superuser, date(2027, 9, 1))
    assert again.implemented_on == date(2027, 9, 1)
    assert Declaration.objects.count() == 2


def test_com_life_03_after_the_end_of_the_plan_it_stays_closed_and_incomplete(
    own: Commitment, superuser: Any
) -> None:
    actions.declare_implemented(own, superuser, TODAY, implemented_on=DONE)

    row = actions.assess(own, date(2028, 11, 1), complete=False)

    assert row.implemented_on == DONE
    assert row.assessed_on is None


def test_the_last_assessment_may_find_complete_what_was_never_declared(own: Commitment) -> None:
    row = actions.assess(own, date(2028, 11, 20), complete=True)

    assert (row.implemented_on, row.assessed_on, row.released_on) == (
        None,
        date(2028, 11, 20),
        date(2028, 11, 20),
    )


def test_a_slot_is_never_released_before_it_was_taken(plan: Plan, own: Commitment) -> None:
    Commitment.objects.filter(pk=own.pk)._update_lawfully(
        included_on=date(2026, 5, 1), withdrawn_on=FILED, withdrawn_reason="x"
    )
    own.refresh_from_db()

    actions.release(own, FILED)

    own.refresh_from_db()
    assert own.released_on == date(2026, 5, 1)


@pytest.mark.parametrize(
    "values",
    [
        {"implemented_on": date(2026, 2, 28)},
        {"implemented_on": DONE, "submitted_on": None},
        {"assessed_on": DONE, "submitted_on": None},
        {"released_on": DONE},
        {"withdrawn_on": DONE, "withdrawn_reason": ""},
    ],
)
def test_the_database_holds_what_a_life_cannot_be(own: Commitment, values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=own.pk)._update_lawfully(**values)


def test_com_life_01_a_declaration_is_made_by_the_act_alone_and_kept(own: Commitment, superuser: Any) -> None:
    actions.declare_implemented(own, superuser, TODAY, implemented_on=DONE)
    declaration = Declaration.objects.get()
    declaration.implemented_on = TODAY

    assert refused(declaration.save) == {"COM-LIFE-01"}
    assert refused(declaration.delete) == {"COM-LIFE-01"}
    assert refused(lambda: Declaration.objects.update(reopened_on=TODAY)) == {"COM-LIFE-03"}
    assert refused(
        lambda: Declaration.objects.bulk_create(
            [Declaration(commitment=own, implemented_on=DONE, declared_on=TODAY)]
        )
    ) == {"COM-LIFE-01"}
