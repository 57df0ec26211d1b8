"""Coalitions: who may act together, and how commitments are split (COAL rules)."""

import dataclasses
from typing import Any

import pytest

from ogp_wagtail.handbook import CURRENT, Edition, MemberFacts, PartyFacts, PlanFacts
from ogp_wagtail.handbook.limits import (
    check_commitment,
    check_members,
    check_period,
    commitment_limit,
    earliest_limit,
    every_member_takes_part,
    plan_end_limit,
)

from .build import city, commitment, day, parts, plan_of, rules

A, B = city("a", "2026-12-31"), city("b", "2028-05-31")
COALITION = plan_of(A, B, end="2028-03-31", period_start=day("2025-02-28"))
BY_TERM_END = dataclasses.replace(
    CURRENT, coalition=dataclasses.replace(CURRENT.coalition, commitment_deadline_mode="by_term_end")
)
BY_PLAN_END = dataclasses.replace(
    CURRENT, coalition=dataclasses.replace(CURRENT.coalition, joint_commitment_mode="plan_end")
)


def members(count: int) -> list[MemberFacts]:
    return [city(f"m{number}", country="MX") for number in range(count)]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_coal_01_two_to_four_members_are_a_coalition(count: int) -> None:
    assert check_members(members(count), "MX", CURRENT) == []


@pytest.mark.parametrize("count", [0, 1, 5])
def test_coal_01_other_numbers_are_refused_with_the_numbers_allowed(count: int) -> None:
    (finding,) = check_members(members(count), "MX", CURRENT)
    assert finding.rule == "COAL-01"
    assert finding.message == f"Members: {count}. A coalition has 2 to 4 jurisdictions."


def test_coal_01_one_jurisdiction_named_twice_is_one_member() -> None:
    assert rules(check_members([A, A], None, CURRENT)) == ["COAL-01"]


def test_coal_02_a_member_of_another_country_is_refused() -> None:
    pair = [city("lille", country="FR"), city("ghent", country="BE")]
    (finding,) = check_members(pair, "FR", CURRENT)
    assert (finding.rule, finding.key) == ("COAL-02", "ghent")
    assert finding.message == "Ghent is in BE; all members of this coalition are in FR."


def test_coal_02_without_a_stated_country_the_first_members_counts() -> None:
    pair = [city("lille", country="FR"), city("ghent", country="BE")]
    assert rules(check_members(pair, None, CURRENT)) == ["COAL-02"]
    assert check_members([A, B], None, CURRENT) == []


def test_coal_05_the_plan_follows_the_latest_ending_term() -> None:
    assert plan_end_limit(COALITION, CURRENT) == day("2028-03-31")
    assert check_period(COALITION, CURRENT) == []


def test_coal_05_a_day_later_is_refused_with_the_day_allowed() -> None:
    plan = dataclasses.replace(COALITION, period_end=day("2028-04-01"))
    (finding,) = check_period(plan, CURRENT)
    assert finding.rule == "COAL-05"
    assert "2028-03-31 at the latest, by the term of B" in finding.message


@pytest.mark.parametrize("end", ["2026-10-31", "2027-09-29"])
def test_coal_05_a_plan_that_follows_the_shorter_term_is_warned(end: str) -> None:
    (finding,) = check_period(dataclasses.replace(COALITION, period_end=day(end)), CURRENT)
    assert (finding.rule, finding.severity) == ("COAL-05", "warning")


def test_coal_05_following_the_shorter_term_is_warned_even_if_it_is_not_much_shorter() -> None:
    plan = plan_of(city("a", "2028-02-29"), B, end="2027-12-29", period_start=day("2025-02-28"))
    assert rules(check_period(plan, CURRENT)) == ["COAL-05"]


def test_coal_05_a_member_without_elections_contributes_its_own_period_end() -> None:
    other = MemberFacts("s", "S", elected=False, period_end=day("2028-05-31"))
    plan = plan_of(A, other, end="2028-05-31", period_start=day("2025-02-28"))
    assert plan_end_limit(plan, CURRENT) == day("2028-05-31")
    assert check_period(plan, CURRENT) == []


def test_plan_period_05_a_member_without_elections_states_its_period_in_a_joint_plan() -> None:
    other = MemberFacts("s", "S", elected=False)
    findings = check_period(plan_of(A, other, end="2026-10-31"), CURRENT)
    assert ("PLAN-PERIOD-05", "member S") in [(finding.rule, finding.subject) for finding in findings]


def test_coal_06_a_members_limit_is_two_months_before_its_own_term_end() -> None:
    assert commitment_limit(A, CURRENT) == day("2026-10-31")
    assert commitment_limit(B, CURRENT) == day("2028-03-31")
    assert earliest_limit(COALITION, CURRENT) == day("2026-10-31")


def test_coal_06_a_member_without_elections_has_no_buffer() -> None:
    other = MemberFacts("s", "S", elected=False, period_end=day("2028-05-31"))
    assert commitment_limit(other, CURRENT) == day("2028-05-31")
    assert commitment_limit(other, BY_TERM_END) == day("2028-05-31")


def test_coal_06_by_term_end_is_another_reading_an_edition_can_choose() -> None:
    assert commitment_limit(A, BY_TERM_END) == day("2026-12-31")
    late = commitment(start="2025-06-01", end="2027-01-01", participations=parts("a"))
    (finding,) = check_commitment(COALITION, late, BY_TERM_END)
    assert finding.message == "It ends on 2027-01-01; A's commitments end by 2026-12-31, the end of its term."


def test_coal_06_a_separate_commitment_may_end_on_the_members_limit() -> None:
    own = commitment(start="2025-06-01", end="2026-10-31", participations=parts("a"))
    assert check_commitment(COALITION, own, CURRENT) == []


def test_coal_06_a_day_later_is_refused_although_the_plan_runs_on() -> None:
    own = commitment(start="2025-06-01", end="2026-11-01", participations=parts("a"))
    (finding,) = check_commitment(COALITION, own, CURRENT)
    assert finding.rule == "COAL-06"
    assert finding.message == (
        "It ends on 2026-11-01; A's commitments end by 2026-10-31 "
        "(2 months before its term ends on 2026-12-31)."
    )
    assert finding.hint == "End A's part on 2026-10-31 or earlier."


def test_coal_06_while_a_term_is_unknown_nothing_is_included() -> None:
    plan = plan_of(city("a", None), B, end="2028-03-31", period_start=day("2025-02-28"))
    own = commitment(start="2025-06-01", end="2026-10-31", participations=parts("a"))
    (finding,) = check_commitment(plan, own, CURRENT)
    assert finding.rule == "COAL-06"
    assert "term is not stated" in finding.message


@pytest.mark.parametrize(
    ("own_end", "expected"), [("2028-05-31", []), ("2028-06-01", ["COM-DUR-02", "COAL-06"])]
)
def test_coal_06_the_own_period_end_binds_a_member_without_elections(
    own_end: str, expected: list[str]
) -> None:
    other = MemberFacts("s", "S", elected=False, period_end=day("2028-05-31"))
    plan = plan_of(A, other, end="2028-05-31", period_start=day("2025-02-28"))
    own = commitment(start="2025-06-01", end=own_end, participations=parts("s"))
    assert rules(check_commitment(plan, own, CURRENT)) == expected


def test_coal_08_a_member_without_any_commitment_is_warned() -> None:
    mine = tuple(commitment(f"C{n}", participations=parts("a")) for n in range(9))
    theirs = commitment("C9", participations=parts("b"))
    assert list(every_member_takes_part(dataclasses.replace(COALITION, commitments=(*mine, theirs)))) == []
    (finding,) = every_member_takes_part(dataclasses.replace(COALITION, commitments=mine))
    assert (finding.rule, finding.severity, finding.key) == ("COAL-08", "warning", "b")


@pytest.mark.parametrize(("names", "expected"), [(("a",), []), (("a", "b"), ["COAL-09"]), ((), ["COAL-09"])])
def test_coal_09_a_separate_commitment_has_exactly_one_jurisdiction(
    names: tuple[str, ...], expected: list[str]
) -> None:
    own = commitment(start="2025-06-01", end="2026-10-31", participations=parts(*names))
    assert rules(check_commitment(COALITION, own, CURRENT)) == expected


def test_coal_09_in_a_single_plan_the_jurisdiction_goes_without_saying() -> None:
    assert check_commitment(plan_of(), commitment(), CURRENT) == []
    assert check_commitment(plan_of(), commitment(participations=parts("mty")), CURRENT) == []


def test_coal_09_a_stranger_takes_no_part() -> None:
    own = commitment(start="2025-06-01", end="2026-10-31", participations=parts("z"))
    (finding,) = check_commitment(COALITION, own, CURRENT)
    assert (finding.rule, finding.message) == ("COAL-09", "z takes part, but is no member of this plan.")


def joint(**values: Any) -> list[str]:
    leads = tuple(
        PartyFacts("lead-government", "Hall", member.key, "x", "x@example.org") for member in (A, B)
    )
    shared = commitment(
        start="2025-06-01", end="2026-10-31", **{"scope": "joint", "parties": leads, **values}
    )
    return rules(check_commitment(COALITION, shared, CURRENT))


def test_coal_10_a_joint_commitment_has_a_part_for_every_member() -> None:
    assert joint(participations=parts("a", "b")) == []


def test_coal_10_a_joint_commitment_that_leaves_a_member_out_is_refused() -> None:
    assert joint(participations=parts("a")) == ["COAL-10"]
    assert joint(participations=()) == ["COAL-10"]
    assert joint(participations=parts("a", "b", "b")) == ["COAL-10"]


def test_coal_10_the_absent_are_named() -> None:
    shared = commitment(start="2025-06-01", end="2026-10-31", scope="joint", participations=parts("a"))
    messages = [finding.message for finding in check_commitment(COALITION, shared, CURRENT)]
    assert "It is joint, but has no part for B; every member has a part in a joint one." in messages


def test_coal_10_a_single_plan_has_no_joint_commitments() -> None:
    shared = commitment(scope="joint", participations=parts("mty"))
    assert rules(check_commitment(plan_of(), shared, CURRENT)) == ["COAL-10"]


def test_coal_10_each_part_obeys_its_own_members_limit() -> None:
    assert joint(participations=parts(a="2026-10-31", b="2028-03-31")) == []
    assert joint(participations=parts(a="2026-11-01", b="2028-03-31")) == ["COAL-06"]


def test_coal_10_a_part_shorter_than_a_year_is_a_warning_since_the_latest_part_counts() -> None:
    shared = commitment(
        start="2025-06-01",
        end="2028-03-31",
        scope="joint",
        participations=parts(a="2026-05-30", b="2028-03-31"),
    )
    findings = [one for one in check_commitment(COALITION, shared, CURRENT) if one.rule == "COAL-10"]
    assert [(one.severity, one.values["member"]) for one in findings] == [("warning", "A")]


def test_coal_10_by_plan_end_is_another_reading_an_edition_can_choose() -> None:
    shared = commitment(start="2025-06-01", end="2028-03-31", scope="joint", participations=parts("a", "b"))

    def says(edition: Edition) -> bool:
        return "COAL-06" in rules(check_commitment(COALITION, shared, edition))

    assert says(CURRENT)
    assert not says(BY_PLAN_END)


def test_coal_10_it_is_implemented_when_every_part_is() -> None:
    done, open_part = parts("a", "b")
    done = dataclasses.replace(done, implemented_on=day("2026-09-01"))
    shared = commitment(scope="joint", participations=(done, open_part))
    assert shared.fully_implemented_on is None
    both = dataclasses.replace(open_part, implemented_on=day("2027-09-01"))
    shared = dataclasses.replace(shared, participations=(done, both))
    assert shared.fully_implemented_on == day("2027-09-01")


def test_coal_11_a_joint_commitment_names_a_lead_agency_for_each_member() -> None:
    lead = PartyFacts("lead-government", "Hall", "a", "x", "x@example.org")
    assert joint(participations=parts("a", "b"), parties=(lead,)) == ["COAL-11"]


def test_two_members_make_a_plan_joint() -> None:
    assert COALITION.is_joint
    assert not plan_of().is_joint
    assert PlanFacts("1", "P", members=(A,), is_joint=True).is_joint
