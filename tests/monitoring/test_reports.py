"""Filing the three reports: by whom, when, and what follows (MB-06 to MB-09, INC, EOC, FLE, COM-LIFE-03)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from ogp_wagtail.law import LawError
from ogp_wagtail.monitoring.actions import file_report
from ogp_wagtail.monitoring.models import EndOfCommitmentReport, FeedbackInvitation, InceptionReport
from ogp_wagtail.plans.models import Plan
from tests.monitoring.worlds import (
    END,
    IN_TIME,
    World,
    assessment,
    implemented,
    inception,
    invite,
    learning,
)

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], Any]) -> set[str]:
    with pytest.raises(LawError) as refusal, transaction.atomic():
        act()
    return {finding.rule for finding in refusal.value.findings}


def test_inc_01_a_whole_report_is_filed_and_public(filed: World) -> None:
    report = file_report(inception(filed), filed.monitor, IN_TIME)

    assert (report.submitted_on, report.published_on) == (IN_TIME, IN_TIME)
    assert report.body == filed.plan.monitoring_body
    assert report.filed_by_name == "Eve Stone"
    (facts,) = filed.facts.reports
    assert facts.submitted_on == IN_TIME
    assert set(facts.requirements.values()) == {"met"}
    assert [one.side for one in facts.invitations] == ["government", "ngs"]


def test_role_09_nobody_but_the_monitoring_body_files(filed: World) -> None:
    report = inception(filed)

    assert refused(lambda: file_report(report, filed.contact, IN_TIME)) == {"ROLE-09"}
    filed.monitor.is_active = False
    assert refused(lambda: file_report(report, filed.monitor, IN_TIME)) == {"ROLE-09"}
    assert InceptionReport.objects.get().submitted_on is None


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"reference": ""}, "MB-08"),
        ({"uses_form": False}, "MB-06"),
        ({"answers": {}}, "INC-02"),
    ],
)
def test_what_a_report_lacks_is_refused(filed: World, values: dict[str, Any], rule: str) -> None:
    assert rule in refused(lambda: file_report(inception(filed, **values), filed.monitor, IN_TIME))


def test_mb_09_without_invitations_it_is_refused(filed: World) -> None:
    report = inception(filed)
    report.invitations.filter(side="ngs").delete()

    assert refused(lambda: file_report(report, filed.monitor, IN_TIME)) == {"MB-09"}


def test_mb_08_what_was_filed_stays_filed(filed: World) -> None:
    report = file_report(inception(filed), filed.monitor, IN_TIME)
    rows = InceptionReport.objects.filter(pk=report.pk)
    report.reference = "elsewhere"

    assert refused(report.save) == {"MB-08"}
    assert refused(report.delete) == {"MB-08"}
    assert refused(lambda: rows.update(reference="elsewhere")) == {"MB-08"}
    assert refused(lambda: InceptionReport.objects.bulk_update([report], ["reference"])) == {"MB-08"}
    assert refused(rows.delete) == {"MB-08"}
    assert refused(lambda: file_report(report, filed.monitor, IN_TIME)) == {"MB-08"}


def test_mb_08_nobody_files_by_hand(filed: World) -> None:
    report = inception(filed)
    report.submitted_on = IN_TIME

    assert refused(report.save) == {"MB-08"}
    assert refused(lambda: InceptionReport.objects.update(submitted_on=IN_TIME)) == {"MB-08"}
    made = InceptionReport(plan=filed.plan, submitted_on=IN_TIME)
    assert refused(lambda: InceptionReport.objects.bulk_create([made])) == {"MB-08"}


def test_mb_09_the_invitations_of_a_filed_report_stay(filed: World) -> None:
    report = file_report(inception(filed), filed.monitor, IN_TIME)
    first = report.invitations.first()
    first.recipient = "Somebody else"

    assert refused(first.save) == {"MB-09"}
    assert refused(first.delete) == {"MB-09"}
    assert refused(lambda: FeedbackInvitation.objects.update(recipient="X")) == {"MB-09"}
    assert refused(lambda: invite(report)) == {"MB-09"}


def test_an_invitation_is_to_one_report(filed: World) -> None:
    report = inception(filed)
    nowhere = FeedbackInvitation(recipient="X", side="ngs", sent_on=IN_TIME)
    both = FeedbackInvitation(
        recipient="X", side="ngs", sent_on=IN_TIME, inception=report, learning=learning(filed)
    )
    for row in (nowhere, both):
        with pytest.raises(IntegrityError), transaction.atomic():
            FeedbackInvitation.objects.bulk_create([row])


def test_inc_01_the_database_has_no_second_inception_report(filed: World) -> None:
    inception(filed)

    with pytest.raises(IntegrityError), transaction.atomic():
        InceptionReport.objects.create(plan=filed.plan)


def test_eoc_02_an_assessment_before_its_trigger_is_refused(filed: World) -> None:
    report = assessment(filed)

    assert refused(lambda: file_report(report, filed.monitor, date(2027, 6, 19))) == {"EOC-02"}
    implemented(filed, "C1", date(2027, 6, 20))
    assert file_report(report, filed.monitor, date(2027, 6, 20)).submitted_on == date(2027, 6, 20)


def test_com_life_03_found_complete_it_is_closed_and_its_place_free(filed: World) -> None:
    implemented(filed, "C1", date(2027, 6, 20))

    file_report(assessment(filed), filed.monitor, date(2027, 7, 10))

    row = filed.commitment()
    assert (row.assessed_on, row.released_on) == (date(2027, 7, 10), date(2027, 7, 10))
    assert not hasattr(row, "slot")


def test_com_life_03_found_not_complete_it_goes_on_and_keeps_its_place(filed: World) -> None:
    implemented(filed, "C1", date(2027, 6, 20))

    file_report(assessment(filed, completion="substantial"), filed.monitor, date(2027, 7, 10))

    row = filed.commitment()
    assert (row.implemented_on, row.assessed_on, row.released_on) == (None, None, None)
    assert set(row.participations.values_list("implemented_on", flat=True)) == {None}
    assert row.slot


def test_com_life_03_it_is_assessed_anew_in_another_row(filed: World) -> None:
    implemented(filed, "C1", date(2027, 6, 20))
    file_report(assessment(filed, completion="limited"), filed.monitor, date(2027, 7, 10))
    again = assessment(filed)

    assert refused(lambda: file_report(again, filed.monitor, date(2027, 8, 1))) == {"EOC-02"}
    implemented(filed, "C1", date(2027, 9, 1))
    file_report(again, filed.monitor, date(2027, 9, 5))

    assert EndOfCommitmentReport.objects.count() == 2
    assert filed.commitment().assessed_on == date(2027, 9, 5)


def test_com_life_03_after_plan_end_the_assessment_is_the_last_word(filed: World) -> None:
    on = date(2028, 11, 5)
    file_report(assessment(filed, completion="limited"), filed.monitor, on)

    assert refused(lambda: file_report(assessment(filed), filed.monitor, on)) == {"EOC-04"}
    assert filed.commitment().assessed_on is None


def test_eoc_01_an_assessment_belongs_to_the_plan_of_its_commitment(filed: World) -> None:
    report = assessment(filed)
    assert report.plan == filed.plan
    elsewhere = Plan.objects.create(code="elsewhere", title="Elsewhere", language="en")
    other = InceptionReport(plan=elsewhere, commitment=filed.commitment())
    assert refused(other.save) == {"EOC-01"}


def test_fle_01_the_learning_report_comes_after_the_plan(filed: World) -> None:
    report = learning(filed)

    assert refused(lambda: file_report(report, filed.monitor, END)) == {"FLE-01"}
    assert file_report(report, filed.monitor, date(2028, 12, 31)).submitted_on


def test_inc_04_a_later_commitment_may_be_looked_at_an_initial_one_may_not(filed: World) -> None:
    file_report(inception(filed), filed.monitor, IN_TIME)
    check = InceptionReport.objects.create(plan=filed.plan, commitment=filed.commitment(), reference="R")
    assert "INC-04" in refused(lambda: file_report(check, filed.monitor, IN_TIME))


def test_a_report_of_a_plan_never_filed_is_refused(filed: World) -> None:
    report = inception(filed)
    type(filed.plan).objects.filter(pk=filed.plan.pk)._update_lawfully(submitted_on=None)
    assert "PLAN-SUB-01" in refused(lambda: file_report(report, filed.monitor, IN_TIME))
