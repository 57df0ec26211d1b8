"""One commitment and the number of commitments (COM-DUR, QUAL-02, A2-01, PLAN-COUNT, COAL-07, ROLE)."""

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_wagtail.handbook import (
    CURRENT,
    CommitmentFacts,
    Edition,
    MilestoneFacts,
    Month,
    PlanFacts,
)
from ogp_wagtail.handbook.durations import earliest_end, is_long_enough, latest_commitment_start
from ogp_wagtail.handbook.limits import (
    at_least_one_commitment,
    check_commitment,
    check_slots,
    check_slots_throughout,
    slot_released_on,
    slots_allowed,
    slots_in_use,
)

from .build import changed, city, commitment, day, parts, plan_of, rules

PLAN = plan_of()


def reading(group: str, **choices: object) -> Edition:
    return dataclasses.replace(CURRENT, **{group: dataclasses.replace(getattr(CURRENT, group), **choices)})


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-03-01", "2026-02-28", []),
        ("2025-03-01", "2026-02-27", ["COM-DUR-01"]),
        ("2024-03-15", "2025-03-14", []),
        ("2024-03-15", "2025-03-13", ["COM-DUR-01"]),
        ("2025-03-01", "2024-03-01", ["COM-DUR-01"]),
    ],
)
def test_com_dur_01_a_commitment_lasts_a_year(start: str, end: str, expected: list[str]) -> None:
    assert rules(check_commitment(PLAN, commitment(start=start, end=end), CURRENT)) == expected


def test_com_dur_01_the_message_names_the_day_allowed() -> None:
    (finding,) = check_commitment(PLAN, commitment(start="2025-03-01", end="2026-02-27"), CURRENT)
    assert finding.field == "end"
    assert "ends on 2026-02-28 or later" in finding.message


def test_com_dur_01_counting_by_anniversary_takes_a_day_more() -> None:
    edition = reading("commitment", duration_count="anniversary")
    assert earliest_end(day("2025-03-01"), edition) == day("2026-03-01")
    assert is_long_enough(day("2025-03-01"), day("2026-03-01"), edition)
    assert not is_long_enough(day("2025-03-01"), day("2026-02-28"), edition)


def test_com_dur_01_counting_by_calendar_year_takes_january_to_december() -> None:
    edition = reading("commitment", duration_count="calendar_year")
    assert earliest_end(day("2025-03-01"), edition) == day("2026-12-31")
    assert earliest_end(day("2025-01-01"), edition) == day("2025-12-31")
    assert latest_commitment_start(day("2027-10-31"), edition) == day("2026-01-01")
    assert not is_long_enough(day("2025-03-01"), day("2026-12-30"), edition)


@given(
    st.dates(day("1900-01-01"), day("2200-12-31")),
    st.sampled_from(["inclusive", "anniversary", "calendar_year"]),
)
def test_plan_count_06_earliest_end_and_latest_start_agree(start: date, count: str) -> None:
    edition = reading("commitment", duration_count=count)
    end = earliest_end(start, edition)
    last = latest_commitment_start(end, edition)
    assert is_long_enough(start, end, edition)
    assert is_long_enough(last, end, edition)
    assert last >= start


@pytest.mark.parametrize("limit", ["0001-01-01", "0001-12-31", "9999-12-31"])
@pytest.mark.parametrize("count", ["inclusive", "anniversary", "calendar_year"])
def test_com_dur_01_no_date_makes_it_raise(limit: str, count: str) -> None:
    edition = reading("commitment", duration_count=count)
    plan = plan_of(city(term_end=limit), end=limit, period_start=day(limit))
    extreme = commitment(
        start=limit, end=limit, milestones=(MilestoneFacts("m", "M", Month(1, 1), Month(9999, 12)),)
    )
    assert "COM-DUR-01" in rules(check_commitment(plan, extreme, edition))
    earliest_end(day(limit), edition)
    latest_commitment_start(day(limit), edition)


@pytest.mark.parametrize(("end", "expected"), [("2027-10-31", []), ("2027-11-01", ["COM-DUR-02"])])
def test_com_dur_02_a_commitment_ends_by_the_plans_last_day(end: str, expected: list[str]) -> None:
    findings = check_commitment(PLAN, commitment(end=end), CURRENT)
    assert rules(findings) == expected
    assert all("the plan ends on 2027-10-31" in finding.message for finding in findings)


@pytest.mark.parametrize(("start", "expected"), [("2024-03-15", []), ("2024-03-14", ["COM-DUR-02"])])
def test_com_dur_02_a_commitment_starts_inside_the_plan(start: str, expected: list[str]) -> None:
    assert rules(check_commitment(PLAN, commitment(start=start), CURRENT)) == expected


def test_com_dur_02_a_start_before_submission_is_a_warning() -> None:
    plan = changed(PLAN, period_start=day("2023-12-01"), submitted_on=day("2024-03-15"))
    (finding,) = check_commitment(plan, commitment(start="2024-01-01"), CURRENT)
    assert (finding.rule, finding.severity) == ("COM-DUR-02", "warning")


def test_com_dur_02_a_start_on_the_day_of_submission_is_not_before_it() -> None:
    plan = changed(PLAN, period_start=day("2023-12-01"), submitted_on=day("2024-03-15"))
    assert check_commitment(plan, commitment(start="2024-03-15"), CURRENT) == []


def test_com_dur_02_nothing_is_included_while_the_plans_end_is_unknown() -> None:
    assert rules(check_commitment(plan_of(end=None), commitment(), CURRENT)) == ["COM-DUR-02"]


def test_com_dur_02_the_commitments_own_end_binds_even_if_all_parts_end_sooner() -> None:
    long = commitment(end="2027-11-01", participations=parts(mty="2026-10-31"))
    assert rules(check_commitment(PLAN, long, CURRENT)) == ["COM-DUR-02"]


def test_a2_02_a_commitment_without_dates_is_not_included() -> None:
    findings = check_commitment(PLAN, CommitmentFacts("1", "C1", "Title"), CURRENT)
    assert [(one.rule, one.field) for one in findings] == [("A2-02", "start"), ("A2-02", "end")]


def with_milestone(start: Month, end: Month) -> list[str]:
    one = MilestoneFacts("m", "A data set", start, end, "City")
    short = commitment(start="2025-02-16", end="2026-02-15", milestones=(one,))
    return rules(check_commitment(PLAN, short, CURRENT))


def test_com_dur_03_milestones_are_compared_by_month() -> None:
    assert with_milestone(Month(2025, 2), Month(2026, 2)) == []


def test_com_dur_03_a_milestone_a_month_outside_is_refused() -> None:
    assert with_milestone(Month(2025, 2), Month(2026, 3)) == ["COM-DUR-03"]
    assert with_milestone(Month(2025, 1), Month(2026, 2)) == ["COM-DUR-03"]


def test_com_dur_03_a_milestone_ends_after_it_starts() -> None:
    assert with_milestone(Month(2025, 9), Month(2025, 8)) == ["COM-DUR-03"]


def test_qual_02_technology_alone_is_a_warning_by_default() -> None:
    alone = commitment(ogp_values=frozenset({"technology-innovation"}))
    (finding,) = check_commitment(PLAN, alone, CURRENT)
    assert (finding.rule, finding.severity) == ("QUAL-02", "warning")
    (finding,) = check_commitment(PLAN, alone, reading("commitment", tech_only_value="error"))
    assert finding.severity == "error"
    assert check_commitment(PLAN, alone, reading("commitment", tech_only_value="off")) == []


def test_qual_02_technology_beside_another_value_is_fine() -> None:
    both = commitment(ogp_values=frozenset({"technology-innovation", "access-to-information"}))
    assert check_commitment(PLAN, both, CURRENT) == []


def test_a2_01_a_title_is_unique_among_what_is_in_the_plan() -> None:
    there = commitment("C1", title="Publish court data", included_on=day("2024-03-15"))
    twin = commitment("C2", title="  publish  COURT data ")
    plan = changed(PLAN, commitments=(there, twin))
    (finding,) = check_commitment(plan, twin, CURRENT)
    assert (finding.rule, finding.field) == ("A2-01", "title")
    assert check_commitment(plan, there, CURRENT) == [], "a draft with the same title takes nothing away"


def test_a2_01_a_withdrawn_commitment_gives_its_title_back() -> None:
    gone = commitment("C1", title="X", included_on=day("2024-03-15"), withdrawn_on=day("2024-06-01"))
    twin = commitment("C2", title="X")
    assert check_commitment(changed(PLAN, commitments=(gone, twin)), twin, CURRENT) == []


@pytest.mark.parametrize(("members", "allowed"), [(1, 5), (2, 10), (3, 12), (4, 12)])
def test_plan_count_01_and_coal_07_the_number_allowed(members: int, allowed: int) -> None:
    assert slots_allowed(members, CURRENT) == allowed


def holding(count: int, members: int = 1) -> PlanFacts:
    held = tuple(commitment(f"C{n}", included_on=day("2024-03-15")) for n in range(1, count + 1))
    cities = [city(f"m{number}") for number in range(members)]
    return plan_of(*cities, commitments=held)


@pytest.mark.parametrize(
    ("members", "count", "expected"),
    [
        (1, 5, []),
        (1, 6, ["PLAN-COUNT-01"]),
        (2, 10, []),
        (2, 11, ["COAL-07"]),
        (3, 12, []),
        (3, 13, ["COAL-07"]),
        (4, 12, []),
        (4, 13, ["COAL-07"]),
    ],
)
def test_plan_count_01_and_coal_07_one_more_is_refused(members: int, count: int, expected: list[str]) -> None:
    plan = holding(count, members)
    assert rules(check_slots(plan, day("2024-03-15"), CURRENT)) == expected
    assert rules(check_slots_throughout(plan, CURRENT)) == expected
    assert check_slots(plan, day("2024-03-14"), CURRENT) == []


def test_plan_count_01_the_message_names_number_and_holders() -> None:
    (finding,) = check_slots(holding(6), day("2024-03-15"), CURRENT)
    assert finding.message == (
        "Commitments held on 2024-03-15: 6 (C1, C2, C3, C4, C5, C6). This plan holds 5 at any one time."
    )


def test_coal_07_four_separate_three_separate_and_three_joint_are_ten() -> None:
    mine = [commitment(f"A{n}", participations=parts("a"), included_on=day("2025-02-28")) for n in range(4)]
    theirs = [commitment(f"B{n}", participations=parts("b"), included_on=day("2025-02-28")) for n in range(3)]
    shared = [
        commitment(f"J{n}", scope="joint", participations=parts("a", "b"), included_on=day("2025-02-28"))
        for n in range(3)
    ]
    plan = plan_of(city("a"), city("b"), commitments=(*mine, *theirs, *shared))
    assert len(slots_in_use(plan, day("2025-02-28"), CURRENT)) == 10
    assert check_slots_throughout(plan, CURRENT) == []


def replaced(sixth_on: str, **first: Any) -> PlanFacts:
    held = [commitment(f"C{n}", included_on=day("2024-03-15")) for n in range(2, 6)]
    done = commitment("C1", included_on=day("2024-03-15"), **first)
    sixth = commitment("C6", start="2025-09-01", end="2026-08-31", included_on=day(sixth_on))
    return plan_of(commitments=(done, *held, sixth))


@pytest.mark.parametrize(
    ("sixth_on", "expected"),
    [("2025-07-10", []), ("2025-07-09", ["PLAN-COUNT-01"]), ("2025-06-20", ["PLAN-COUNT-01"])],
)
def test_plan_count_03_a_place_is_free_once_done_and_assessed(sixth_on: str, expected: list[str]) -> None:
    plan = replaced(sixth_on, implemented_on=day("2025-06-20"), assessed_on=day("2025-07-10"))
    assert rules(check_slots_throughout(plan, CURRENT)) == expected


@pytest.mark.parametrize(
    "first", [{}, {"implemented_on": day("2025-06-20")}, {"assessed_on": day("2025-06-20")}]
)
def test_plan_count_03_done_or_assessed_alone_frees_nothing(first: dict[str, object]) -> None:
    plan = replaced("2025-09-01", **first)
    assert slot_released_on(plan.commitments[0], CURRENT) is None
    assert rules(check_slots_throughout(plan, CURRENT)) == ["PLAN-COUNT-01"]


def test_plan_count_03_the_later_of_the_two_days_counts() -> None:
    one = commitment(implemented_on=day("2025-07-15"), assessed_on=day("2025-07-10"))
    assert slot_released_on(one, CURRENT) == day("2025-07-15")


def test_plan_count_03_a_withdrawal_frees_the_place_on_its_day() -> None:
    assert check_slots_throughout(replaced("2024-09-15", withdrawn_on=day("2024-09-15")), CURRENT) == []
    assert rules(check_slots_throughout(replaced("2024-09-14", withdrawn_on=day("2024-09-15")), CURRENT))


def test_plan_count_03_release_on_implementation_is_another_reading() -> None:
    plan = replaced("2025-06-20", implemented_on=day("2025-06-20"))
    assert check_slots_throughout(plan, reading("slot", release="implemented")) == []


def test_plan_count_03_a_late_commitment_keeps_its_place() -> None:
    late = commitment(end="2025-03-31", included_on=day("2024-03-15"))
    assert slots_in_use(plan_of(commitments=(late,)), day("2027-01-01"), CURRENT) == (late,)


def test_plan_count_03_a_draft_takes_no_place() -> None:
    assert slots_in_use(plan_of(commitments=(commitment(),)), day("2024-06-01"), CURRENT) == ()


def test_plan_count_03_counting_by_schedule_is_another_reading() -> None:
    by_schedule = reading("slot", basis="schedule")
    early = [commitment(f"C{n}", included_on=day("2024-03-15")) for n in range(5)]
    late = commitment("C6", start="2025-04-01", end="2026-03-31", included_on=day("2024-03-15"))
    plan = plan_of(commitments=(*early, late))
    assert rules(check_slots_throughout(plan, CURRENT)) == ["PLAN-COUNT-01"]
    assert check_slots_throughout(plan, by_schedule) == []
    overlap = dataclasses.replace(late, start=day("2025-03-31"))
    plan = plan_of(commitments=(*early, overlap))
    assert rules(check_slots_throughout(plan, by_schedule)) == ["PLAN-COUNT-01"]


def test_plan_count_05_a_plan_has_at_least_one_commitment() -> None:
    assert rules(at_least_one_commitment(PLAN, CURRENT)) == ["PLAN-COUNT-05"]
    assert list(at_least_one_commitment(holding(1), CURRENT)) == []
