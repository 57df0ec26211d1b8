"""Filing and what is filed later (PLAN-SUB-01, ROLE-03, PLAN-PERIOD-10, PLAN-COUNT-04, COCR-09)."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import CURRENT, CommitmentFacts, Month, PlanFacts, errors, review, review_inclusion
from ogp_wagtail.handbook.facts import ApproverFacts, FilingFacts
from ogp_wagtail.handbook.filings import (
    filed_facts_stay,
    filed_in_order,
    filed_once,
    filed_while_the_plan_runs,
    in_one_active_plan,
    only_the_contact_files,
    what_was_filed_is_kept,
)
from ogp_wagtail.handbook.review import as_filed

from .build import (
    SUBMITTED,
    changed,
    city,
    commitment,
    complete_commitment,
    complete_plan,
    day,
    met,
    plan_of,
    rules,
)
from .reports import inception
from .tracked import kept

PLAN = as_filed(complete_plan(), SUBMITTED)
WATER = ApproverFacts("Water users", "ngs", True)
DAY = day("2025-09-01")


def filing(**values: Any) -> FilingFacts:
    return FilingFacts(**({"about": "1", "filed_on": SUBMITTED, "filed_by": "Ana", "sha256": "ab"} | values))


def test_plan_sub_01_a_submission_with_its_frozen_copy_and_who_made_it() -> None:
    plan = changed(PLAN, filings=(filing(),), updates=kept(PLAN, DAY), reports=(inception(),))
    assert errors(review(changed(plan, meetings=met(PLAN, DAY)), day=DAY)) == []


@pytest.mark.parametrize("values", [{"sha256": ""}, {"filed_by": ""}])
def test_plan_sub_01_a_submission_without_them_is_missed(values: dict[str, str]) -> None:
    assert rules(what_was_filed_is_kept(changed(PLAN, filings=(filing(**values),)))) == ["PLAN-SUB-01"]


def test_plan_sub_01_what_was_filed_is_not_filed_again() -> None:
    assert rules(filed_once(PLAN, PLAN.submitted_on)) == ["PLAN-SUB-01"]
    assert rules(filed_once(PLAN, None)) == []


def test_plan_sub_01_a_clock_set_back_files_nothing() -> None:
    plan = changed(PLAN, filings=(filing(), filing(about="c6", filed_on=DAY)))
    assert rules(filed_in_order(plan, DAY)) == []
    assert rules(filed_in_order(plan, day("2025-08-31"))) == ["PLAN-SUB-01"]
    assert rules(filed_in_order(changed(PLAN, submitted_on=None), date.min)) == []


def test_role_03_the_point_of_contact_files() -> None:
    assert rules(only_the_contact_files(PLAN, PLAN, is_contact=True)) == []


def test_role_03_anybody_else_is_refused_and_told_who_may() -> None:
    (finding,) = only_the_contact_files(PLAN, PLAN, is_contact=False)
    assert (finding.rule, finding.values["contact"]) == ("ROLE-03", "Ana Ruiz")


def joint(end: str = "2028-03-31", **values: Any) -> PlanFacts:
    values = {"submitted_on": SUBMITTED, **values}
    return dataclasses.replace(plan_of(city("a"), city("b"), end=end), key="joint", **values)


def own(*members: str) -> PlanFacts:
    return dataclasses.replace(plan_of(*map(city, members)), key="own")


def test_plan_period_10_an_own_plan_after_the_last_day_of_the_joint_one() -> None:
    assert rules(in_one_active_plan(own("a"), [joint()], day("2028-04-01"))) == []


def test_plan_period_10_an_own_plan_while_the_joint_one_is_active_is_refused() -> None:
    assert rules(in_one_active_plan(own("a"), [joint()], day("2028-03-31"))) == ["PLAN-PERIOD-10"]


def test_plan_period_10_drafts_others_and_itself_do_not_count() -> None:
    on = day("2028-01-01")
    assert rules(in_one_active_plan(own("a"), [joint(submitted_on=None)], on)) == []
    assert rules(in_one_active_plan(own("c"), [joint()], on)) == []
    assert rules(in_one_active_plan(joint(), [joint()], on)) == []


def test_plan_period_09_and_coal_21_what_was_filed_of_the_plan_stays() -> None:
    old = {"period_end": PLAN.period_end, "coalition": "A", "code": "p"}
    new = {"period_end": day("2027-09-30"), "coalition": "B", "code": "q"}
    assert rules(filed_facts_stay(PLAN, old, new)) == ["PLAN-PERIOD-09", "COAL-21", "PLAN-SUB-01"]
    assert rules(filed_facts_stay(PLAN, old, {"period_end": PLAN.period_end})) == []
    assert rules(filed_facts_stay(changed(PLAN, submitted_on=None), old, new)) == []


def test_plan_period_08_nothing_is_filed_in_a_plan_that_ended() -> None:
    assert rules(filed_while_the_plan_runs(PLAN, PLAN, day("2027-10-31"))) == []
    assert rules(filed_while_the_plan_runs(PLAN, PLAN, day("2027-11-01"))) == ["PLAN-PERIOD-08"]


def sixth(**values: Any) -> CommitmentFacts:
    milestones = dataclasses.replace(
        complete_commitment().milestones[0], start=Month(2025, 10), end=Month(2026, 3)
    )
    values = {"milestones": (milestones,), "agreed_by": (WATER,), **values}
    return complete_commitment("C6", start="2025-09-01", end="2026-08-31", **values)


def discussed(plan: PlanFacts = PLAN) -> PlanFacts:
    (forum,) = plan.meetings
    linked = dataclasses.replace(forum, key="m6", held_on=day("2025-08-20"), commitments=frozenset({"c6"}))
    return changed(plan, meetings=(forum, linked))


def full(**life: Any) -> PlanFacts:
    """A plan with five places in use; the first commitment is in the state that ``life`` says."""
    held = [commitment(f"C{number}", submitted_on=SUBMITTED, included_on=SUBMITTED) for number in range(1, 6)]
    return discussed(changed(PLAN, commitments=(dataclasses.replace(held[0], **life), *held[1:])))


def test_plan_count_04_a_replacement_takes_the_place_of_one_implemented_and_assessed() -> None:
    assessed = full(implemented_on=day("2025-06-20"), assessed_on=day("2025-07-10"))
    assert rules(review_inclusion(assessed, sixth(), day=DAY)) == []


def test_plan_count_04_a_replacement_before_the_assessment_is_refused_and_told_why() -> None:
    waiting = review_inclusion(full(implemented_on=day("2025-06-20")), sixth(), day=DAY)
    assert rules(waiting) == ["PLAN-COUNT-01", "PLAN-COUNT-04"]
    assert "C1" in waiting[1].message


def test_plan_count_04_nothing_is_included_after_the_plan_ended() -> None:
    assert "PLAN-PERIOD-08" in rules(review_inclusion(discussed(), sixth(), day=day("2027-11-01")))


def test_cocr_09_a_later_commitment_with_the_agreement_of_stakeholders() -> None:
    assert rules(review_inclusion(discussed(), sixth(), day=DAY)) == []


@pytest.mark.parametrize(
    "agreed", [(), (ApproverFacts("Newcomers", "ngs", False),), (ApproverFacts("City", "government", True),)]
)
def test_cocr_09_a_later_commitment_without_it_is_warned(agreed: tuple[ApproverFacts, ...]) -> None:
    findings = review_inclusion(discussed(), sixth(agreed_by=agreed), day=DAY)
    assert [(one.rule, one.severity) for one in findings] == [("COCR-09", "warning")]


def test_cocr_09_another_reading_refuses() -> None:
    strict = dataclasses.replace(
        CURRENT, commitment=dataclasses.replace(CURRENT.commitment, later_ngs_agreement="error")
    )
    findings = review_inclusion(discussed(), sixth(agreed_by=()), strict, day=DAY)
    assert rules(errors(findings)) == ["COCR-09"]


def test_cocr_09_the_review_goes_on_asking_and_initial_commitments_need_none() -> None:
    filed = sixth(agreed_by=(), submitted_on=DAY, included_on=DAY)
    plan = discussed(changed(PLAN, commitments=(*PLAN.commitments, filed)))
    assert [one.subject for one in review(plan, day=DAY) if one.rule == "COCR-09"] == ["commitment C6"]
