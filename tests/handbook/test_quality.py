"""What a plan is made of, and what makes a commitment a good one (PLAN-COMP, QUAL)."""

import dataclasses
from typing import Any

import pytest

from ogp_wagtail.handbook import MilestoneFacts, errors, review, review_filing
from ogp_wagtail.handbook.components import check_components
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.quality import (
    check_quality,
    has_a_value,
    has_its_five_groups,
    is_answerable,
    is_specific,
    is_time_bound,
    is_verifiable,
)

from .build import (
    COMMITMENT_TEXTS,
    PLAN_TEXTS,
    SUBMITTED,
    changed,
    complete_commitment,
    complete_plan,
    rules,
)

PLAN = complete_plan()
(DATED,) = complete_commitment().milestones


def components(**values: object) -> list[Finding]:
    return check_components(changed(PLAN, **values))


def texts(**values: str) -> dict[str, str]:
    return {**PLAN_TEXTS, **values}


def test_plan_comp_01_a_vision_and_commitments() -> None:
    assert components() == []
    assert rules(errors(components(commitments=()))) == ["PLAN-COMP-01"]
    assert "PLAN-COMP-01" in rules(errors(components(texts={"title": "Plan"})))


@pytest.mark.parametrize("half", [{"commitments": ()}, {"texts": {}}])
def test_plan_comp_01_either_part_alone_cannot_be_filed(half: dict[str, Any]) -> None:
    assert {"PLAN-COMP-01", "PLAN-COUNT-05"} & set(
        rules(errors(review_filing(changed(PLAN, **half), day=SUBMITTED)))
    )


@pytest.mark.parametrize(
    "field", ["long_term_vision", "medium_term_goals", "collaboration", "monitoring_body_description"]
)
def test_plan_comp_02_the_vision_names_its_parts_the_monitoring_body_among_them(field: str) -> None:
    named = [one.field for one in components(texts=texts(**{field: ""})) if one.rule == "PLAN-COMP-02"]
    assert named == [field]


def test_plan_comp_02_a_revision_links_to_the_old_text() -> None:
    assert components(vision_origin="revision", previous_vision="https://example.org/2020") == []
    (unlinked,) = components(vision_origin="revision")
    assert (unlinked.rule, unlinked.severity, unlinked.field) == (
        "PLAN-COMP-02",
        "warning",
        "previous_vision",
    )
    (unsaid,) = components(vision_origin="")
    assert unsaid.hint == "Choose among: New, Revision of an earlier vision."


def test_plan_comp_03_a_vision_without_anybody_taking_part_is_warned() -> None:
    (finding,) = components(meetings=())
    assert (finding.rule, finding.severity) == ("PLAN-COMP-03", "warning")
    assert rules(components(texts=texts(diversity_measures=" "))) == ["PLAN-COMP-03"]


def test_one_empty_field_is_said_once_in_a_review_whatever_the_rules_that_ask_for_it() -> None:
    bare = complete_commitment("C1", texts={**COMMITMENT_TEXTS, "problem": ""})
    plan = changed(PLAN, commitments=(bare,), texts=texts(collaboration=""))
    found = [(one.rule, one.field) for one in errors(review_filing(plan, day=SUBMITTED))]
    assert found == [("A1-5.8", "collaboration"), ("A2-06", "problem")]


def quality(**values: Any) -> list[tuple[str, str]]:
    return [(one.rule, str(one.severity)) for one in check_quality(complete_commitment(**values))]


def test_qual_01_at_least_one_value() -> None:
    assert quality() == []
    assert rules(has_a_value(complete_commitment(ogp_values=frozenset()))) == ["QUAL-01"]


@pytest.mark.parametrize("field", ["problem", "action", "results"])
def test_qual_03_problem_activities_and_results_are_described(field: str) -> None:
    assert list(is_specific(complete_commitment())) == []
    bare = complete_commitment(texts={**COMMITMENT_TEXTS, field: ""})
    assert [(one.rule, one.field) for one in is_specific(bare)] == [("QUAL-03", field)]


def milestone(**values: Any) -> MilestoneFacts:
    return dataclasses.replace(DATED, **values)


def test_qual_04_a_milestone_without_a_deliverable_is_warned() -> None:
    assert list(is_verifiable(complete_commitment())) == []
    vague = complete_commitment(milestones=(milestone(deliverable=" "),))
    assert [(one.rule, str(one.severity)) for one in is_verifiable(vague)] == [("QUAL-04", "warning")]


def test_qual_04_a_milestone_without_dates_cannot_be_filed() -> None:
    undated = complete_commitment("C1", milestones=(milestone(start=None, end=None),))
    refused = errors(review_filing(changed(PLAN, commitments=(undated,)), day=SUBMITTED))
    assert [one.field for one in refused] == ["milestones"]


def test_qual_04_naming_the_evidence_to_come_is_advice() -> None:
    unnamed = complete_commitment(milestones=(milestone(evidence_kind=""),))
    assert [(one.rule, str(one.severity)) for one in is_verifiable(unnamed)] == [("QUAL-04", "advice")]
    one_of_two = (milestone(evidence_kind=""), milestone(key="n"))
    assert list(is_verifiable(complete_commitment(milestones=one_of_two))) == []


def test_qual_05_a_lead_agency_answers_for_it() -> None:
    assert list(is_answerable(complete_commitment())) == []
    assert rules(is_answerable(complete_commitment(parties=()))) == ["QUAL-05"]


def test_qual_06_it_ends_and_so_does_each_milestone() -> None:
    assert list(is_time_bound(complete_commitment())) == []
    endless = dataclasses.replace(complete_commitment(), end=None)
    assert [(one.rule, one.field) for one in is_time_bound(endless)] == [("QUAL-06", "end")]
    open_ended = complete_commitment(milestones=(DATED, milestone(key="n", end=None)))
    assert [(one.rule, one.field) for one in is_time_bound(open_ended)] == [("QUAL-06", "milestones")]


@pytest.mark.parametrize(
    "values",
    [
        {"texts": {**COMMITMENT_TEXTS, "problem": ""}},
        {"texts": {**COMMITMENT_TEXTS, "results": ""}},
        {"milestones": ()},
        {"resources": ()},
        {"resources_secured": ""},
        {"parties": ()},
    ],
)
def test_qual_07_each_of_the_five_groups_is_there(values: dict[str, Any]) -> None:
    assert list(has_its_five_groups(complete_commitment())) == []
    assert rules(has_its_five_groups(complete_commitment(**values))) == ["QUAL-07"]


def test_qual_08_it_leads_to_a_medium_term_goal() -> None:
    assert quality(texts=COMMITMENT_TEXTS) == [("QUAL-08", "warning")]


def test_a_complete_plan_is_still_without_a_finding() -> None:
    assert review(PLAN, day=SUBMITTED) == []
