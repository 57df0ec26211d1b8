"""Annex 2, item by item, and its lists (A2, V-POLICY to V-MSTATUS)."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import CURRENT, MilestoneFacts, Month, PartyFacts, ResourceFacts, review_filing
from ogp_wagtail.handbook import vocabularies as lists
from ogp_wagtail.handbook.facts import BaselineFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.forms import check_annex_2
from ogp_wagtail.handbook.forms.choices import values_explained

from .build import COMMITMENT_TEXTS, LEAD, SUBMITTED, changed, complete_commitment, complete_plan, rules

PLAN = complete_plan()


def found(**values: Any) -> list[Finding]:
    return check_annex_2(PLAN, complete_commitment(**values), CURRENT)


def annex_2(**values: Any) -> list[str]:
    return rules(found(**values))


def weights(**values: Any) -> list[tuple[str, str]]:
    return [(one.rule, str(one.severity)) for one in found(**values)]


def without(field: str) -> list[str]:
    return annex_2(texts={**COMMITMENT_TEXTS, field: " "})


def filed(**values: Any) -> list[str]:
    """What keeps a plan whose second commitment has these values from being filed."""
    second = dataclasses.replace(complete_commitment("C2"), **values)
    return rules(review_filing(changed(PLAN, commitments=(complete_commitment(), second)), day=SUBMITTED))


def test_a_complete_commitment_passes() -> None:
    assert annex_2() == []
    assert filed() == []


def test_a2_01_a_title_is_stated_and_used_once() -> None:
    assert annex_2(title="Publish court data") == []
    assert annex_2(title=" ") == ["A2-01"]
    assert "A2-01" in filed(title="title  of c1")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"end": date(2025, 3, 31)}, []),
        ({"end": date(2025, 3, 30)}, ["COM-DUR-01"]),
        ({"start": None}, ["A2-02"]),
        ({"end": None}, ["A2-02"]),
    ],
)
def test_a2_02_start_and_end_are_stated_and_a_year_apart(
    values: dict[str, object], expected: list[str]
) -> None:
    assert filed(**values) == expected


@pytest.mark.parametrize("column", ["organisation", "contact", "email"])
def test_a2_03_a_lead_agency_is_named_with_contact_and_e_mail(column: str) -> None:
    assert annex_2(parties=(LEAD,)) == []
    assert annex_2(parties=()) == ["A2-03"]
    bare = dataclasses.replace(LEAD, **{column: " "})
    assert weights(parties=(bare,)) == [("A2-03", "error")]


def test_a2_03_the_other_columns_are_asked_for_with_a_warning_that_names_them() -> None:
    short = PartyFacts("lead-government", "City hall", "mty", "Ana", "ana@example.org", branch="royal")
    (finding,) = found(parties=(short,))
    assert (finding.rule, finding.severity) == ("A2-03", "warning")
    assert finding.message == (
        "The row of “City hall” lacks: branch of government, job title, role in the implementation."
    )


NGS = PartyFacts(
    "lead-ngs", "Water users", contact="Eva", email="e@example.org", job_title="Chair", part="Trains."
)


def test_a2_04_a_stakeholder_that_leads_is_a_complete_row_if_there_is_one() -> None:
    assert annex_2(parties=(LEAD,)) == []
    assert annex_2(parties=(LEAD, NGS)) == []
    assert annex_2(parties=(LEAD, PartyFacts("lead-ngs", "Water users"))) == ["A2-04"]


def test_a2_05_others_are_rows_with_an_organisation_if_there_are_any() -> None:
    two = (PartyFacts("other", "Water users"), PartyFacts("other", "Ministry of Finance"))
    assert annex_2(parties=(LEAD, *two)) == []
    assert annex_2(parties=(LEAD, PartyFacts("other", "", contact="Eva"))) == ["A2-05"]


def test_a2_06_the_problem_is_described() -> None:
    assert without("problem") == ["A2-06"]


def test_a2_07_the_status_quo_is_described_with_a_figure_or_without() -> None:
    assert without("status_quo") == ["A2-07"]
    assert annex_2(baseline=None) == []
    assert annex_2(baseline=BaselineFacts("26", "% of complaints unprocessed", date(2024, 1, 1))) == []
    assert weights(baseline=BaselineFacts("26")) == [("A2-07", "warning")]
    assert weights(baseline=BaselineFacts("", "%", date(2024, 1, 1))) == [("A2-07", "warning")]


def test_a2_08_the_action_is_described() -> None:
    assert without("action") == ["A2-08"]


def test_a2_09_outputs_and_outcomes_are_described() -> None:
    assert without("results") == ["A2-09"]


def test_a2_10_it_relates_to_a_goal_of_the_vision() -> None:
    assert annex_2(goals=frozenset({"g1"})) == []
    assert annex_2(goals=frozenset()) == ["A2-10"]
    (finding,) = found(goals=frozenset({"g1", "g9"}))
    assert (finding.rule, finding.values["goals"]) == ("A2-10", "g9")


def test_a2_11_one_or_two_policy_areas() -> None:
    assert annex_2(policy_areas=frozenset({"open-data", "right-to-information"})) == []
    assert annex_2(policy_areas=frozenset()) == ["A2-11"]
    three = frozenset({"open-data", "right-to-information", "inclusion"})
    (finding,) = found(policy_areas=three)
    assert finding.message == "Choices in item 11: 3; at most 2."


def test_a2_11_other_stands_alone_as_a_warning() -> None:
    assert annex_2(policy_areas=frozenset({"other"})) == []
    assert weights(policy_areas=frozenset({"open-data", "other"})) == [("A2-11", "warning")]


def test_a2_12_one_or_two_sectors() -> None:
    assert annex_2(sectors=frozenset({"education"})) == []
    assert annex_2(sectors=frozenset()) == ["A2-12"]
    assert annex_2(sectors=frozenset({"education", "health-nutrition", "justice"})) == ["A2-12"]
    assert weights(sectors=frozenset({"education", "other"})) == [("A2-12", "warning")]


def test_a2_13_one_to_four_values() -> None:
    assert annex_2(ogp_values=frozenset(lists.OGP_VALUES.slugs)) == []
    assert annex_2(ogp_values=frozenset()) == ["A2-13"]


BUDGET = ResourceFacts("budget", 20000, "EUR")
REST = (ResourceFacts("staff", 2), ResourceFacts("time", 12), ResourceFacts("other", text="none"))


def test_a2_14_a_budget_has_a_currency_of_three_letters() -> None:
    assert annex_2(resources=(BUDGET, *REST)) == []
    for currency in ("", "Euro", "eur"):
        assert annex_2(resources=(dataclasses.replace(BUDGET, currency=currency), *REST)) == ["A2-14"]


@pytest.mark.parametrize("kind", lists.RESOURCE_KINDS.slugs)
def test_a2_14_each_of_the_four_kinds_is_answered_if_only_by_none(kind: str) -> None:
    others = tuple(row for row in (BUDGET, *REST) if row.kind != kind)
    assert annex_2(resources=(*others, ResourceFacts(kind, text="none"))) == []
    (finding,) = found(resources=others)
    assert finding.message == f"Not answered among the resources: {lists.RESOURCE_KINDS.label_of(kind)}."
    assert annex_2(resources=(*others, ResourceFacts(kind))) == ["A2-14"]


def test_a2_14_there_are_rows_and_each_is_of_a_kind() -> None:
    assert annex_2(resources=()) == ["A2-14"]
    (finding,) = found(resources=(BUDGET, *REST, ResourceFacts("luck", 1)))
    assert finding.hint == "Choose among: Budget, Staff, Time, Other resources."


def test_a2_15_whether_the_resources_are_secured_is_answered() -> None:
    assert annex_2(resources_secured="partially") == []
    assert annex_2(resources_secured="") == ["A2-15"]


def test_a2_16_additional_information_may_be_blank_and_goals_are_1_to_17() -> None:
    assert annex_2(development_goals=frozenset()) == []
    assert annex_2(development_goals=frozenset({1, 17})) == []
    (finding,) = found(development_goals=frozenset({0, 4, 18}))
    assert finding.message == "No Sustainable Development Goal has the number 0, 18."
    assert finding.hint == "They are numbered 1 to 17."


MILESTONE = MilestoneFacts("m", "A data set", Month(2024, 5), Month(2024, 9), "City")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"deliverable": " "}, ["A2-17"]),
        ({"start": None}, ["A2-17"]),
        ({"end": None}, ["A2-17"]),
        ({"responsible": ""}, ["A2-17"]),
    ],
)
def test_a2_17_a_milestone_names_deliverable_months_and_responsible(
    values: dict[str, Any], expected: list[str]
) -> None:
    assert annex_2(milestones=(dataclasses.replace(MILESTONE, **values),)) == expected


def test_a2_17_there_is_a_milestone_and_it_lies_inside_the_commitment() -> None:
    assert annex_2(milestones=()) == ["A2-17"]
    assert filed(milestones=(dataclasses.replace(MILESTONE, end=Month(2025, 3)),)) == ["QUAL-04"]
    assert "COM-DUR-03" in filed(milestones=(dataclasses.replace(MILESTONE, end=Month(2025, 4)),))


def allowed(rule: str, **values: Any) -> str:
    """The hint of the one error, which says what may be chosen."""
    (finding,) = found(**values)
    assert (finding.rule, finding.severity) == (rule, "error")
    return finding.hint


def test_v_policy_what_is_not_in_the_list_is_refused_with_what_is() -> None:
    assert annex_2(policy_areas=frozenset({"elections-political-finance"})) == []
    hint = allowed("A2-11", policy_areas=frozenset({"elections"}))
    assert hint.startswith("Choose among: Asset Disclosure, Audits & Controls, ")
    assert all(choice.label in hint for choice in lists.POLICY_AREAS)


def test_v_sector_what_is_not_in_the_list_is_refused_with_what_is() -> None:
    hint = allowed("A2-12", sectors=frozenset({"sport"}))
    assert all(choice.label in hint for choice in lists.SECTORS)


def test_v_value_what_is_not_in_the_list_is_refused_with_what_is() -> None:
    hint = allowed("A2-13", ogp_values=frozenset({"beauty"}))
    assert all(choice.label in hint for choice in lists.OGP_VALUES)


def test_v_value_each_value_has_the_name_of_its_principle() -> None:
    principles = [principle for _label, principle, _sense in values_explained().values()]
    assert principles == [
        "Transparency",
        "Public participation and inclusion",
        "Public accountability",
        "Technology and innovation",
    ]


def test_v_secured_it_is_yes_no_or_partially() -> None:
    assert annex_2(resources_secured="no") == []
    assert allowed("A2-15", resources_secured="unknown") == "Choose among: Yes, No, Partially."


def test_v_mstatus_a_percentage_is_no_status() -> None:
    finished = dataclasses.replace(MILESTONE, status="finished")
    assert annex_2(milestones=(finished,)) == []
    hint = allowed("V-MSTATUS", milestones=(dataclasses.replace(MILESTONE, status="80 %"),))
    assert hint == "Choose among: Not started, In progress, Stuck, Finished, Incomplete."


def test_plan_comp_05_the_four_values_each_with_its_sense() -> None:
    explained = values_explained()
    assert tuple(explained) == lists.OGP_VALUES.slugs
    assert all(sense for _label, _principle, sense in explained.values())
    assert "does not stand alone" in explained[lists.TECHNOLOGY][2]
