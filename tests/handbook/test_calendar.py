"""Month arithmetic: every vector of the deadline sheet, and what holds for all dates."""

from datetime import date, timedelta
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogp_wagtail.handbook.calendar import (
    Month,
    add_months,
    blocks,
    calendar_years,
    day_after,
    day_before,
    full_quarters,
    lasts_at_least,
    latest_start,
    minimum_end,
    months_before,
    on_or_before,
    plan_years,
)

from .build import day

days = st.dates()
ordinary_days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
month_counts = st.integers(1, 60)


@pytest.mark.parametrize(
    ("anchor", "months", "expected"),
    [
        ("2027-12-31", -2, "2027-10-31"),
        ("2028-04-30", -2, "2028-02-29"),
        ("2028-02-29", -2, "2027-12-29"),
        ("2027-02-28", -2, "2026-12-28"),
        ("2027-10-31", 1, "2027-11-30"),
        ("2027-10-31", 2, "2027-12-31"),
        ("2027-10-31", 4, "2028-02-29"),
        ("2028-02-29", 4, "2028-06-29"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2025-02-28", 2, "2025-04-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2027-12-31", -16, "2026-08-31"),
        ("2028-04-30", -16, "2026-12-30"),
    ],
)
def test_add_months_vectors(anchor: str, months: int, expected: str) -> None:
    assert add_months(day(anchor), months) == day(expected)


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2025-03-01", "2026-02-28"), ("2024-03-15", "2025-03-14"), ("2028-02-29", "2029-02-27")],
)
def test_minimum_end_vectors(start: str, expected: str) -> None:
    assert minimum_end(day(start), 12) == day(expected)


@pytest.mark.parametrize(
    ("limit", "expected"),
    [("2027-10-31", "2026-11-01"), ("2028-02-29", "2027-03-01"), ("2027-12-29", "2026-12-30")],
)
def test_latest_start_vectors(limit: str, expected: str) -> None:
    assert latest_start(day(limit), 12) == day(expected)


def test_a_limit_is_subtracted_from_the_anchor_not_added_to_the_candidate() -> None:
    limit = months_before(day("2027-02-28"), 2)
    assert limit == day("2026-12-28")
    assert add_months(day("2026-12-31"), 2) == day("2027-02-28")
    assert not on_or_before(day("2026-12-31"), limit)


def test_a_limit_is_inclusive_and_its_absence_binds_nobody() -> None:
    assert on_or_before(day("2026-12-28"), day("2026-12-28"))
    assert not on_or_before(day("2026-12-29"), day("2026-12-28"))
    assert on_or_before(date.max, None)


@given(days, st.integers(-200_000, 200_000))
def test_add_months_never_raises_and_saturates(anchor: date, months: int) -> None:
    reached = add_months(anchor, months)
    index = anchor.year * 12 + anchor.month - 1 + months
    if index < 12:
        assert reached == date.min
    elif index > 9999 * 12 + 11:
        assert reached == date.max
    else:
        assert reached.year * 12 + reached.month - 1 == index
        assert reached.day == anchor.day or day_after(reached).day == 1


@given(ordinary_days, ordinary_days, st.integers(-600, 600))
def test_add_months_keeps_order(one: date, other: date, months: int) -> None:
    first, last = sorted((one, other))
    assert add_months(first, months) <= add_months(last, months)


@given(ordinary_days, month_counts)
def test_minimum_end_is_the_first_end_that_lasts(start: date, months: int) -> None:
    end = minimum_end(start, months)
    assert lasts_at_least(start, end, months)
    assert not lasts_at_least(start, end - timedelta(days=1), months)


@given(ordinary_days, month_counts)
def test_latest_start_is_the_last_start_that_fits(limit: date, months: int) -> None:
    start = latest_start(limit, months)
    assert lasts_at_least(start, limit, months)
    assert not lasts_at_least(start + timedelta(days=1), limit, months)


@given(days, month_counts)
def test_no_date_makes_the_arithmetic_raise(anchor: date, months: int) -> None:
    minimum_end(anchor, months)
    latest_start(anchor, months)
    assert day_before(anchor) <= anchor <= day_after(anchor)


def test_a_year_that_the_calendar_cannot_hold_is_never_long_enough() -> None:
    assert not lasts_at_least(day("9999-06-01"), date.max, 12)
    assert lasts_at_least(day("9998-12-31"), day("9999-12-30"), 12)


def test_latest_start_refuses_no_months() -> None:
    with pytest.raises(ValueError, match="at least 1 month, not 0"):
        latest_start(day("2027-10-31"), 0)


@pytest.mark.parametrize("text", ["09/2025", "9/2025", "2025-09", " 09/2025 "])
def test_a_month_is_read_in_both_forms(text: str) -> None:
    month = Month.parse(text)
    assert month == Month(2025, 9)
    assert str(month) == "09/2025"


@pytest.mark.parametrize(
    "text", ["", "2025", "09-2025", "2025/09", "13/2025", "00/2025", "09/0000", "sept 2025"]
)
def test_what_is_no_month_is_refused_with_the_form_allowed(text: str) -> None:
    with pytest.raises(ValueError, match=r"MM/YYYY|Months run from 1 to 12"):
        Month.parse(text)


def test_a_month_has_a_first_and_a_last_day_and_an_order() -> None:
    february = Month(2028, 2)
    assert (february.first_day, february.last_day) == (day("2028-02-01"), day("2028-02-29"))
    assert february == Month.of(day("2028-02-15"))
    assert Month(2027, 12) < february < Month(2028, 3)


@given(days)
def test_a_day_lies_in_its_month(anchor: date) -> None:
    month = Month.of(anchor)
    assert month.first_day <= anchor <= month.last_day
    assert Month.parse(str(month)) == month


def test_full_quarters_leave_out_what_is_cut() -> None:
    names = [quarter.name for quarter in full_quarters(day("2024-03-15"), day("2025-03-30"))]
    assert names == ["2024-Q2", "2024-Q3", "2024-Q4"]


def test_a_quarter_may_start_on_the_first_and_end_on_the_last_day() -> None:
    names = [quarter.name for quarter in full_quarters(day("2024-04-01"), day("2024-06-30"))]
    assert names == ["2024-Q2"]


@given(ordinary_days, ordinary_days)
def test_full_quarters_lie_inside(one: date, other: date) -> None:
    first, last = sorted((one, other))
    quarters = full_quarters(first, last)
    assert all(first <= quarter.first_day < quarter.last_day <= last for quarter in quarters)
    follows = pairwise(quarters)
    assert all(day_after(one.last_day) == next_one.first_day for one, next_one in follows)


def test_no_quarters_and_no_years_before_the_beginning() -> None:
    assert full_quarters(day("2024-06-30"), day("2024-04-01")) == []
    assert plan_years(day("2024-06-30"), day("2024-04-01")) == []
    assert calendar_years(day("2025-06-30"), day("2024-04-01")) == []


@given(days, days, month_counts)
def test_blocks_cover_every_day_once(one: date, other: date, months: int) -> None:
    first, last = sorted((one, max(one, min(other, add_months(one, 240)))))
    cut = blocks(first, last, months)
    assert cut[0].first_day == first
    assert cut[-1].last_day == last
    assert all(day_after(one.last_day) == after.first_day for one, after in pairwise(cut))
    assert all(block.full for block in cut[:-1])


def test_plan_years_are_counted_from_the_anchor() -> None:
    years = plan_years(day("2028-02-29"), day("2030-06-30"))
    assert [(str(year.first_day), str(year.last_day), year.full) for year in years] == [
        ("2028-02-29", "2029-02-27", True),
        ("2029-02-28", "2030-02-27", True),
        ("2030-02-28", "2030-06-30", False),
    ]


def test_calendar_years_say_which_are_whole() -> None:
    years = calendar_years(day("2024-03-15"), day("2026-12-31"))
    assert [year.full for year in years] == [False, True, True]


@given(ordinary_days, st.lists(month_counts, min_size=2, max_size=6))
def test_steps_are_counted_from_the_anchor_and_do_not_drift(anchor: date, steps: list[int]) -> None:
    for total in accumulate(steps):
        reached = add_months(anchor, total)
        assert reached.day == min(anchor.day, Month.of(reached).last_day.day)
    assert [block.first_day for block in blocks(anchor, add_months(anchor, 60), 1)][:60] == [
        add_months(anchor, number) for number in range(60)
    ]


def test_a_clamped_day_is_not_counted_on_from() -> None:
    assert add_months(day("2028-02-29"), 4) == day("2028-06-29")
    assert add_months(day("2028-01-31"), 2) == day("2028-03-31")
    assert add_months(add_months(day("2028-01-31"), 1), 1) == day("2028-03-29")


@given(ordinary_days, st.integers(-60, 60))
def test_a_due_day_is_on_time_and_the_day_after_is_late(anchor: date, months: int) -> None:
    due = add_months(anchor, months)
    assert on_or_before(due, due)
    assert on_or_before(day_before(due), due)
    assert not on_or_before(day_after(due), due)


@given(ordinary_days, month_counts)
def test_at_least_so_many_months_before_is_subtracted_and_inclusive(anchor: date, months: int) -> None:
    limit = months_before(anchor, months)
    assert limit == add_months(anchor, -months)
    assert add_months(limit, months) <= anchor
    assert (anchor - add_months(limit, months)).days <= 3


@given(ordinary_days, month_counts)
def test_a_period_holds_both_its_days(start: date, months: int) -> None:
    end = minimum_end(start, months)
    assert day_after(end) == add_months(start, months)
    assert lasts_at_least(start, day_after(end), months)


@given(ordinary_days, st.integers(0, 24))
def test_full_quarters_are_all_there_is_between_two_days(first: date, months: int) -> None:
    last = add_months(first, months)
    inside = {
        (one.year, (one.month - 1) // 3)
        for number in range(months + 4)
        if first <= (one := Month.of(add_months(first.replace(day=1), number))).first_day
        and Month.of(add_months(one.first_day, 2)).last_day <= last
        and one.month % 3 == 1
    }
    assert len(full_quarters(first, last)) == len(inside)
