"""The period of a plan (PLAN-PERIOD, GAP)."""

import pytest

from ogp_wagtail.handbook import CURRENT, MemberFacts, PlanFacts
from ogp_wagtail.handbook.limits import check_period, period_start

from .build import changed, city, day, plan_of, rules

SOVEREIGN = MemberFacts("s", "S", elected=False)


def own_choice(start: str, end: str, basis: str = "self-selected") -> PlanFacts:
    return plan_of(SOVEREIGN, end=end, period_start=day(start), period_basis=basis)


def test_plan_period_01_a_first_plan_starts_on_joining() -> None:
    joined = city(joined_on=day("2023-12-01"))
    plan = plan_of(joined, period_start=None, submitted_on=day("2024-03-15"))
    assert period_start(plan) == day("2023-12-01")
    assert check_period(changed(plan, period_start=day("2023-12-01")), CURRENT) == []


def test_plan_period_01_a_first_plan_that_starts_on_another_day_is_warned() -> None:
    (finding,) = check_period(plan_of(city(joined_on=day("2023-12-01"))), CURRENT)
    assert (finding.rule, finding.severity) == ("PLAN-PERIOD-01", "warning")


def test_plan_period_01_a_joint_first_plan_starts_on_the_latest_joining_date() -> None:
    members = (city("a", joined_on=day("2023-12-01")), city("b", joined_on=day("2024-02-01")))
    plan = plan_of(*members, period_start=None, submitted_on=day("2024-03-15"))
    assert period_start(plan) == day("2024-02-01")


def test_plan_period_01_a_later_plan_starts_on_submission_unless_stated() -> None:
    plan = plan_of(
        city(joined_on=day("2019-01-01")),
        period_start=None,
        submitted_on=day("2024-03-15"),
        previous_period_end=day("2023-12-31"),
    )
    assert period_start(plan) == day("2024-03-15")
    assert period_start(changed(plan, period_start=day("2024-01-01"))) == day("2024-01-01")


@pytest.mark.parametrize(("start", "expected"), [("2023-12-31", ["PLAN-PERIOD-01"]), ("2024-01-01", [])])
def test_plan_period_01_a_later_plan_starts_after_the_previous_one(start: str, expected: list[str]) -> None:
    plan = plan_of(period_start=day(start), previous_period_end=day("2023-12-31"))
    assert rules(check_period(plan, CURRENT)) == expected


def test_plan_period_02_the_plan_may_end_exactly_two_months_before_the_term() -> None:
    assert check_period(plan_of(end="2027-10-31"), CURRENT) == []


def test_plan_period_02_a_day_later_is_refused_with_the_day_allowed() -> None:
    (finding,) = check_period(plan_of(end="2027-11-01"), CURRENT)
    assert (finding.rule, finding.field) == ("PLAN-PERIOD-02", "period_end")
    assert finding.message == (
        "The plan ends on 2027-11-01; it may end on 2027-10-31 at the latest "
        "(2 months before the term ends on 2027-12-31)."
    )


@pytest.mark.parametrize("end", ["2027-09-30", "2027-04-30"])
def test_plan_period_03_somewhat_earlier_is_fine(end: str) -> None:
    assert check_period(plan_of(end=end), CURRENT) == []


@pytest.mark.parametrize("end", ["2027-04-29", "2026-10-31"])
def test_plan_period_03_much_earlier_is_warned(end: str) -> None:
    (finding,) = check_period(plan_of(end=end), CURRENT)
    assert (finding.rule, finding.severity) == ("PLAN-PERIOD-03", "warning")


def test_plan_period_04_both_ends_are_stated() -> None:
    findings = check_period(plan_of(city(term_end=None), end=None), CURRENT)
    assert [(one.rule, one.subject, one.field) for one in findings] == [
        ("PLAN-PERIOD-04", "plan", "period_end"),
        ("PLAN-PERIOD-04", "member Mty", "term_end"),
    ]


def test_plan_period_05_no_term_end_is_asked_of_a_jurisdiction_without_elections() -> None:
    assert check_period(own_choice("2025-01-01", "2026-12-31"), CURRENT) == []


def test_plan_period_05_a_strategy_of_five_years_is_a_notice() -> None:
    (finding,) = check_period(own_choice("2024-01-01", "2028-12-31", "medium-term-strategy"), CURRENT)
    assert (finding.rule, finding.severity) == ("PLAN-PERIOD-05", "warning")


@pytest.mark.parametrize("basis", ["", "elected-term"])
def test_plan_period_05_a_basis_is_chosen(basis: str) -> None:
    (finding,) = check_period(own_choice("2025-01-01", "2026-12-31", basis), CURRENT)
    assert (finding.rule, finding.severity) == ("PLAN-PERIOD-05", "error")


@pytest.mark.parametrize("end", ["2025-12-31", "2028-12-31", "2029-01-01"])
def test_plan_period_06_one_to_four_years_are_fine(end: str) -> None:
    assert check_period(own_choice("2025-01-01", end), CURRENT) == []


@pytest.mark.parametrize("end", ["2025-12-30", "2029-01-02"])
def test_plan_period_06_shorter_or_longer_is_refused(end: str) -> None:
    findings = check_period(own_choice("2025-01-01", end), CURRENT)
    assert "PLAN-PERIOD-06" in rules(findings)
    assert "ends by 2029-01-01" in findings[0].message


@pytest.mark.parametrize(("end", "expected"), [("2024-11-30", []), ("2024-11-29", ["PLAN-PERIOD-07"])])
def test_plan_period_07_the_plan_can_hold_one_commitment(end: str, expected: list[str]) -> None:
    plan = plan_of(city(term_end="2025-01-31"), end=end, period_start=day("2023-12-01"))
    assert rules(check_period(plan, CURRENT)) == expected


@pytest.mark.parametrize(("submitted", "expected"), [("2027-10-31", []), ("2027-11-01", ["PLAN-PERIOD-08"])])
def test_plan_period_08_the_last_day_is_still_active(submitted: str, expected: list[str]) -> None:
    plan = plan_of(submitted_on=day(submitted))
    assert rules(check_period(plan, CURRENT)) == expected


@pytest.mark.parametrize(("submitted", "expected"), [("2028-02-29", []), ("2028-03-01", ["GAP-01"])])
def test_gap_01_the_next_plan_is_due_after_four_months(submitted: str, expected: list[str]) -> None:
    plan = plan_of(
        city(term_end="2031-12-31"),
        end="2031-10-31",
        period_start=None,
        submitted_on=day(submitted),
        previous_period_end=day("2027-10-31"),
    )
    assert rules(check_period(plan, CURRENT)) == expected


@pytest.mark.parametrize(("submitted", "expected"), [("2027-11-01", []), ("2027-10-31", ["GAP-03"])])
def test_gap_03_the_next_plan_is_submitted_after_the_previous_one_ended(
    submitted: str, expected: list[str]
) -> None:
    plan = plan_of(
        city(term_end="2031-12-31"),
        end="2031-10-31",
        period_start=day("2027-11-01"),
        submitted_on=day(submitted),
        previous_period_end=day("2027-10-31"),
    )
    assert rules(check_period(plan, CURRENT)) == expected
