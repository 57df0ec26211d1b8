"""What a review learns from this room, and that it costs three queries whatever there is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.law import LawError
from ogp_wagtail.monitoring.asking import lines
from ogp_wagtail.monitoring.facts import monitoring_of
from ogp_wagtail.monitoring.models import InceptionReport, ProgressEntry, ProgressUpdate, RequirementResult
from tests import factories
from tests.monitoring.worlds import FILED, World, assessment, inception, learning, update

pytestmark = pytest.mark.django_db


def test_two_queries_however_many_rows(filed: World) -> None:
    plan, facts = filed.plan, filed.facts
    with CaptureQueriesContext(
        connection,
    ) as few:
        monitoring_of(plan, facts)
    inception(filed)
    learning(filed)
    assessment(filed)
    assessment(filed, "C2")
    for number in range(1, 5):
        row = ProgressUpdate.objects.create(plan=plan, quarter=date(2026 + number, 1, 1))
        for code in ("C1", "C2"):
            ProgressEntry.objects.create(update=row, commitment=filed.commitment(code), text="Done.")
        RequirementResult.objects.create(
            plan=plan, requirement="COCR-01", result="met", evaluated_on=FILED + timedelta(days=number)
        )
    with CaptureQueriesContext(connection) as many:
        found = monitoring_of(plan, facts)

    assert len(few) == len(many) == 2
    assert [one.kind for one in found["reports"]] == [
        "inception",
        "end-of-commitment",
        "end-of-commitment",
        "learning",
    ]
    assert len(found["updates"]) == len(found["requirements"]) == 4


def test_an_assessment_in_facts(filed: World) -> None:
    assessment(filed, completion="limited")
    (facts,) = filed.facts.reports
    assert facts.commitment == str(filed.commitment().key)
    assert (facts.completion, facts.evidence) == ("limited", {"completion": "The data set"})
    assert facts.answers == {"outcomes": "Everybody reads the budget."}


def test_coal_13_the_requirements_of_members_that_co_create_each_on_its_own(filed: World) -> None:
    first, second = factories.cities(filed.page)
    Coalition.objects.filter(pk=filed.page.coalition_id).update(cocreation_mode="separate")
    report = inception(filed, answers={})
    names = [line.name for line in lines(InceptionReport.objects.get(pk=report.pk))]
    assert {f"{one.pk}:COCR-04" for one in (first, second)} <= set(names)
    assert "COCR-04" not in names
    report.answers = {f"{first.pk}:COCR-04": "not-met", f"{second.pk}:COCR-04-evidence": "List"}
    report.save()
    (facts,) = filed.facts.reports
    assert facts.member_requirements[str(first.pk)] == {"COCR-04": "not-met"}
    assert facts.member_evidence[str(second.pk)] == {"COCR-04": "List"}
    assert facts.ratings == {}


def test_mb_03_who_approved_the_body_and_took_part(filed: World) -> None:
    body = filed.facts.monitoring_body
    assert body is not None
    assert [(one.organisation, one.sector, one.took_part) for one in body.approvers] == [
        ("Water users", "ngs", True)
    ]
    stranger = factories.organisation("Stranger")
    filed.plan.monitoring_body.approved_by.add(stranger)
    approvers = filed.facts.monitoring_body.approvers  # type: ignore[union-attr]
    assert {one.organisation: one.took_part for one in approvers} == {"Stranger": False, "Water users": True}


def test_mb_12_a_body_that_was_replaced_is_on_record(filed: World) -> None:
    owner = filed.plan.owner
    history = owner.role_assignments.get(kind="monitoring-body")
    type(history).objects.filter(pk=history.pk).update(start=date(2026, 1, 1))
    owner.monitoring_body = factories.monitoring_body("Institute")
    owner.save()

    facts = filed.facts
    assert facts.monitoring_body.name == "Institute"  # type: ignore[union-attr]
    (former,) = facts.former_monitoring_bodies
    assert former.name == "University Centre"
    assert former.held_until == facts.monitoring_body.held_from - timedelta(days=1)  # type: ignore[union-attr, operator]


def test_cocr_06_a_member_only_says_self_assessed(filed: World) -> None:
    own = {"plan": filed.plan, "requirement": "COCR-02", "evaluated_by": "member", "evaluated_on": FILED}
    RequirementResult.objects.create(result="self-assessed", **own)
    for result in ("met", "not-met"):
        with pytest.raises(LawError) as refusal, transaction.atomic():
            RequirementResult.objects.create(result=result, **own)
        assert {one.rule for one in refusal.value.findings} == {"COCR-06"}
    with pytest.raises(LawError), transaction.atomic():
        RequirementResult.objects.update(result="met")
    with pytest.raises(LawError), transaction.atomic():
        RequirementResult.objects.bulk_create([RequirementResult(result="met", **own)])
    (facts,) = filed.facts.requirements
    assert (facts.result, facts.evaluated_by, facts.member) == ("self-assessed", "member", None)


def test_a_draft_of_an_update_is_known_as_a_draft(filed: World) -> None:
    update(filed, ("C2", "in-progress"))
    (facts,) = filed.facts.updates
    assert facts.published_on is None
    assert {one.commitment for one in facts.entries} == {
        str(filed.commitment(code).key) for code in ("C1", "C2")
    }
