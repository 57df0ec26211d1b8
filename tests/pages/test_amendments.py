"""What was filed changes by an amendment, what comes later is filed by the point of contact (D2, §3.2.1.3)."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from ogp_wagtail.law import LawError
from ogp_wagtail.pages.filing import file_amendment, file_commitment, file_plan
from ogp_wagtail.pages.models import (
    ActionPlanPage,
    CommitmentPage,
    CommitmentPageAgreement,
    MeetingPage,
)
from ogp_wagtail.pages.queries import public_commitments
from ogp_wagtail.plans.acting import acting_as
from ogp_wagtail.plans.models import Amendment, Commitment, Filing, Plan
from tests import factories

pytestmark = pytest.mark.django_db

FILED = date(2026, 2, 1)
DAY = date(2026, 3, 1)
LATER_END = date(2027, 9, 30)


@pytest.fixture
def plan(home: Page, superuser: Any) -> ActionPlanPage:
    """A plan that the superuser, its point of contact, filed on 2026-02-01."""
    page = factories.complete_plan(factories.landing(home), superuser)
    file_plan(page.key, superuser, FILED)
    return page


@pytest.fixture
def page(plan: ActionPlanPage) -> CommitmentPage:
    """Its separate commitment, C2, moved to a later end in a draft."""
    page = CommitmentPage.objects.get(scope="separate")
    page.end = LATER_END
    page.save_revision()
    return page


@pytest.fixture
def other(django_user_model: Any) -> Any:
    return django_user_model.objects.create_superuser("eva", "eva@example.org", "eva")


def rules(error: LawError) -> set[str]:
    return {finding.rule for finding in error.findings}


def publish(page: CommitmentPage) -> None:
    page.get_latest_revision().publish()


def refused(work: Any, *args: Any) -> set[str]:
    with pytest.raises(LawError) as refusal, transaction.atomic():
        work(*args)
    return rules(refusal.value)


def end() -> date:
    return Commitment.objects.get(scope="separate").end


def test_amend_01_a_change_without_an_amendment_is_refused(page: Any, superuser: Any) -> None:
    with acting_as(superuser, DAY):
        assert refused(publish, page) == {"AMEND-01"}
    assert end() == factories.END


def test_amend_01_published_with_an_amendment_it_is_in_force_and_filed(page: Any, superuser: Any) -> None:
    amendment = factories.amendment(page, DAY)

    with acting_as(superuser, DAY):
        publish(page)

    amendment.refresh_from_db()
    assert end() == LATER_END
    assert amendment.filed_on == DAY
    assert (amendment.old["end"], amendment.new["end"]) == ("2027-06-30", "2027-09-30")
    copy = json.loads(amendment.filing.document)
    assert copy["amendment"]["reason"] == amendment.reason
    assert copy["commitments"][0]["annex_2"][2]["value"] == "2027-09-30"


def test_role_03_an_amendment_is_put_in_force_by_the_point_of_contact_alone(page: Any, other: Any) -> None:
    amendment = factories.amendment(page, DAY)

    with acting_as(other, DAY):
        assert refused(publish, page) == {"ROLE-03"}
    assert refused(publish, page) <= {"ROLE-03", "AMEND-04"}
    assert refused(file_amendment, amendment.pk, other, DAY) == {"ROLE-03"}
    assert not Filing.objects.filter(amendment=amendment).exists()
    assert end() == factories.END


def test_from_the_desk_the_draft_is_published_and_filed(page: Any, superuser: Any) -> None:
    amendment = factories.amendment(page, DAY)

    filing = file_amendment(amendment.pk, superuser, DAY)

    assert (filing.kind, filing.filed_on, end()) == ("amendment", DAY, LATER_END)
    assert CommitmentPage.objects.get(pk=page.pk).end == LATER_END


def test_amend_02_an_amendment_of_what_no_draft_changes_is_not_filed(plan: Any, superuser: Any) -> None:
    page = CommitmentPage.objects.get(scope="separate")

    assert refused(file_amendment, factories.amendment(page, DAY).pk, superuser, DAY) == {"AMEND-02"}


def test_amend_02_what_the_amendment_does_not_name_is_not_changed_with_it(page: Any, superuser: Any) -> None:
    page.ogp_values = ["civic-participation"]
    page.save_revision()
    amendment = factories.amendment(page, DAY)

    assert refused(file_amendment, amendment.pk, superuser, DAY) == {"AMEND-02"}
    amendment.fields = ["ogp-values"]
    amendment.save()
    file_amendment(amendment.pk, superuser, DAY)
    assert Commitment.objects.get(scope="separate").ogp_values == ["civic-participation"]


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"approved_by": ()}, "AMEND-01"),
        ({"reason": ""}, "AMEND-02"),
        ({"meeting": None}, "AMEND-03"),
        ({"notified_on": None}, "AMEND-05"),
    ],
)
def test_an_amendment_that_lacks_something_lets_nothing_be_published(
    page: Any, superuser: Any, values: dict[str, Any], rule: str
) -> None:
    amendment = factories.amendment(page, DAY, **values)

    assert refused(file_amendment, amendment.pk, superuser, DAY) == {rule}
    assert end() == factories.END


@pytest.mark.parametrize(
    ("on", "agreed", "expected"),
    [
        (date(2026, 8, 1), None, set()),
        (date(2026, 8, 2), None, {"AMEND-04"}),
        (date(2026, 8, 2), date(2026, 7, 30), set()),
    ],
)
def test_amend_04_until_six_months_after_its_own_filing(
    page: Any, superuser: Any, on: date, agreed: date | None, expected: set[str]
) -> None:
    amendment = factories.amendment(page, on, su_agreed_on=agreed)

    if expected:
        assert refused(file_amendment, amendment.pk, superuser, on) == expected
    else:
        assert file_amendment(amendment.pk, superuser, on).filed_on == on


def test_amend_04_not_before_its_day(page: Any, superuser: Any) -> None:
    amendment = factories.amendment(page, DAY)

    assert refused(file_amendment, amendment.pk, superuser, DAY - timedelta(days=1)) == {"AMEND-04"}


def test_amend_06_what_it_leaves_keeps_the_limits(page: Any, superuser: Any) -> None:
    page.end = date(2027, 1, 31)
    page.save_revision()

    assert refused(file_amendment, factories.amendment(page, DAY).pk, superuser, DAY) == {"COM-DUR-01"}


def test_amend_07_a_typo_is_corrected_and_logged_and_a_new_sense_is_not(plan: Any, other: Any) -> None:
    page = CommitmentPage.objects.get(scope="separate")
    page.problem = "<p>We say in a few wrods what this item of the form asks for!</p>"
    factories.publish(page)
    entry = PageLogEntry.objects.get(action="ogp_wagtail.corrected")
    assert entry.data == {"fields": ["problem"]}
    assert "6 Problem" in str(entry.message)

    page.problem = "<p>We say nothing.</p>"
    assert refused(factories.publish, page) == {"AMEND-01"}


def test_plan_sub_01_an_amendment_in_force_is_frozen(page: Any, superuser: Any) -> None:
    amendment = factories.amendment(page, DAY)
    file_amendment(amendment.pk, superuser, DAY)
    amendment.refresh_from_db()
    amendment.reason = "Another."

    assert refused(amendment.save) == {"AMEND-02"}
    assert refused(amendment.delete) == {"AMEND-02"}
    assert refused(lambda: Amendment.objects.update(reason="Another.")) == {"AMEND-02"}
    assert refused(amendment.approved_by.clear) == {"AMEND-02"}
    assert refused(amendment.consulted.set, []) == {"AMEND-02"}
    newcomers = factories.organisation("Newcomers")
    assert refused(newcomers.amendments_approved.add, amendment) == {"AMEND-02"}


def test_role_03_nobody_puts_an_amendment_in_force_by_hand(page: Any) -> None:
    amendment = factories.amendment(page, DAY)
    amendment.filed_on = DAY

    assert refused(amendment.save) == {"ROLE-03"}
    assert refused(lambda: Amendment.objects.update(filed_on=DAY)) == {"ROLE-03"}


def test_amend_02_what_was_never_filed_is_not_amended(home: Page) -> None:
    plan = factories.plan(factories.landing(home))
    page = factories.commitment(plan)

    assert refused(factories.amendment, page) == {"AMEND-02"}


def test_amend_08_a_removal_withdraws_the_commitment_and_frees_its_place(plan: Any, superuser: Any) -> None:
    page = CommitmentPage.objects.get(scope="separate")
    removal = factories.amendment(page, DAY, kind="removal", reason="The law changed.")

    filing = file_amendment(removal.pk, superuser, DAY)

    row = Commitment.objects.get(key=page.key)
    assert (row.withdrawn_on, row.withdrawn_reason) == (DAY, "The law changed.")
    assert row.released_on == max(DAY, row.included_on)  # nothing is free before the day it was taken
    assert not Commitment.objects.in_force().filter(pk=row.pk).exists()
    assert public_commitments().filter(pk=row.pk).exists()
    assert json.loads(filing.document)["commitments"][0]["withdrawn_on"] == "2026-03-01"


def test_amend_08_a_withdrawn_commitment_stays_as_it_is_and_takes_no_place(plan: Any, superuser: Any) -> None:
    page = CommitmentPage.objects.get(scope="separate")
    file_amendment(factories.amendment(page, DAY, kind="removal").pk, superuser, DAY)

    factories.publish(CommitmentPage.objects.get(pk=page.pk))
    assert Commitment.objects.in_force().count() == 1
    page.end = LATER_END
    assert refused(factories.publish, page) == {"AMEND-01"}
    with pytest.raises(LawError):
        CommitmentPage.objects.get(pk=page.pk).delete()


def test_amend_06_the_last_commitment_is_not_removed(plan: Any, superuser: Any) -> None:
    first, last = CommitmentPage.objects.all()
    file_amendment(factories.amendment(first, DAY, kind="removal").pk, superuser, DAY)
    removal = factories.amendment(last, DAY, kind="removal")

    assert refused(file_amendment, removal.pk, superuser, DAY) == {"AMEND-06"}


def sixth(plan: ActionPlanPage, **kw: Any) -> CommitmentPage:
    """A complete draft of one commitment more, discussed in a meeting of its own."""
    page = factories.complete_commitment(plan, live=False, **kw)
    page.agreements = [
        CommitmentPageAgreement(
            organisation=factories.Organisation.objects.get(name="Water users"), agreed_on=DAY
        )
    ]
    page.save_revision()
    factories.meeting(plan, held_on=date(2026, 2, 15), commitments=[str(page.key)])
    return page


def test_plan_count_04_a_later_commitment_is_published_and_filed_from_the_desk(
    plan: Any, superuser: Any
) -> None:
    page = sixth(plan)

    filing = file_commitment(page.key, superuser, DAY)

    row = Commitment.objects.get(key=page.key)
    assert (row.code, row.submitted_on, row.included_on) == ("C3", DAY, DAY)
    assert row.slot
    assert [one.organisation.name for one in row.agreements.all()] == ["Water users"]
    assert filing.commitment == row
    assert json.loads(filing.document)["agreed_by"][0]["took_part"] is True
    assert CommitmentPage.objects.get(pk=page.pk).live


def test_role_03_a_later_commitment_is_published_by_the_point_of_contact_alone(
    plan: Any, superuser: Any, other: Any
) -> None:
    page = sixth(plan)

    with acting_as(other, DAY):
        assert refused(publish, page) == {"ROLE-03"}
    assert refused(publish, page) == {"ROLE-03"}
    assert refused(file_commitment, page.key, other, DAY) == {"ROLE-03"}
    assert not Commitment.objects.filter(key=page.key).exists()
    with acting_as(superuser, DAY):
        publish(page)
    assert Filing.objects.get(commitment__key=page.key).filed_on == DAY


def test_nothing_is_filed_by_a_schedule(plan: Any, page: Any, superuser: Any) -> None:
    factories.amendment(page, DAY)
    for one in (sixth(plan), page):
        one.go_live_at = timezone.now() + timedelta(hours=1)
        with acting_as(superuser, DAY):
            assert refused(factories.publish, one) == {"ROLE-03"}


def test_a_plan_is_not_filed_past_what_is_scheduled(home: Page, superuser: Any) -> None:
    plan = factories.complete_plan(factories.landing(home), superuser)
    page = factories.complete_commitment(plan, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()

    assert refused(file_plan, plan.key, superuser, FILED) == {"PLAN-SUB-01"}


def test_plan_sub_01_a_commitment_and_an_amendment_are_filed_once(
    plan: Any, page: Any, superuser: Any
) -> None:
    later, amendment = sixth(plan), factories.amendment(page, DAY)
    file_commitment(later.key, superuser, DAY)
    file_amendment(amendment.pk, superuser, DAY)

    assert refused(file_commitment, later.key, superuser, DAY) == {"PLAN-SUB-01"}
    assert refused(file_amendment, amendment.pk, superuser, DAY) == {"PLAN-SUB-01"}
    assert Filing.objects.count() == 3


def test_plan_sub_01_before_the_plan_is_filed_nothing_is_filed_on_its_own(home: Page, superuser: Any) -> None:
    plan = factories.complete_plan(factories.landing(home), superuser)
    page = factories.complete_commitment(plan, live=False)

    assert refused(file_commitment, page.key, superuser, DAY) == {"PLAN-SUB-01"}


def test_plan_sub_01_a_clock_set_back_files_nothing(plan: Any, page: Any, superuser: Any) -> None:
    file_amendment(factories.amendment(page, DAY).pk, superuser, DAY)

    assert "PLAN-SUB-01" in refused(file_commitment, sixth(plan).key, superuser, date(2026, 2, 20))


def test_plan_sub_01_a_filed_commitment_keeps_its_code(plan: Any) -> None:
    page = CommitmentPage.objects.get(scope="separate")
    page.code = "other"

    assert refused(factories.publish, page) == {"PLAN-SUB-01"}


def test_amend_04_a_later_commitment_has_its_own_window(plan: Any, superuser: Any) -> None:
    page = sixth(plan)
    file_commitment(page.key, superuser, date(2026, 7, 1))
    page = CommitmentPage.objects.get(pk=page.pk)
    page.end = LATER_END
    page.save_revision()
    on = date(2027, 1, 1)

    assert file_amendment(factories.amendment(page, on).pk, superuser, on).filed_on == on


def test_the_plan_keeps_its_own_filing_beside_the_later_ones(plan: Any, page: Any, superuser: Any) -> None:
    file_amendment(factories.amendment(page, DAY).pk, superuser, DAY)
    row = Plan.objects.get(key=plan.key)

    assert [one.kind for one in row.filings.order_by("pk")] == ["plan", "amendment"]
    assert row.filing.filed_on == FILED
    assert MeetingPage.objects.exists()
