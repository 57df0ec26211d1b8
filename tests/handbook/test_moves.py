"""What becomes of dates when the day they are counted from changes (PLAN-PERIOD-09, convention 10)."""

import dataclasses
from datetime import date

from ogp_wagtail.handbook import Deadline
from ogp_wagtail.handbook.facts import DateChangeFacts, MovedDateFacts
from ogp_wagtail.handbook.timetable.changes import moves_between, with_passed_ones_kept
from ogp_wagtail.handbook.timetable.deadlines import in_months

from .build import day, plan_of

END = day("2027-10-31")


def report(anchor: date = END, subject: str = "plan") -> Deadline:
    return in_months("FLE-01", subject, "plan end", anchor, 2)


def gap(anchor: date = END) -> Deadline:
    return in_months("GAP-01", "next plan", "plan end", anchor, 4)


OLD = (report(), gap())
NEW = (report(day("2027-08-31")), gap(day("2027-08-31")))
REPORT = MovedDateFacts("FLE-01", "plan", day("2027-12-31"), day("2027-10-31"), END)
GAP = MovedDateFacts("GAP-01", "next plan", day("2028-02-29"), day("2027-12-31"), END)


def test_plan_period_09_dates_to_come_move_with_their_anchor_and_are_listed() -> None:
    moves = moves_between(OLD, NEW, day("2026-01-01"))
    assert (moves.moved, moves.stayed) == ((REPORT, GAP), ())


def test_plan_period_09_a_date_of_the_day_itself_still_moves_and_one_that_has_passed_stays() -> None:
    assert moves_between(OLD, NEW, day("2027-12-31")).moved == (REPORT, GAP)
    moves = moves_between(OLD, NEW, day("2028-01-01"))
    assert (moves.moved, moves.stayed) == ((GAP,), (REPORT,))


def test_plan_period_09_what_keeps_its_date_or_is_new_is_not_listed() -> None:
    moves = moves_between(OLD, (report(), gap(day("2027-08-31")), report(subject="member A")), END)
    assert moves.moved == (GAP,)
    assert moves_between(OLD, (), END).moved == ()


def test_plan_period_09_a_date_of_another_subject_or_anchor_is_another_date() -> None:
    elsewhere = in_months("FLE-01", "plan", "member left", day("2027-08-31"), 2)
    assert moves_between((report(),), (elsewhere, report(day("2020-01-31"), "member A")), END).moved == ()


def test_plan_period_09_a_passed_date_keeps_its_old_day_and_the_anchor_of_then() -> None:
    change = DateChangeFacts("d", "term-end", "mty", stayed=(REPORT,))
    kept = list(with_passed_ones_kept(plan_of(date_changes=(change,)), NEW))
    assert [(one.date, one.anchor_date) for one in kept] == [
        (day("2027-12-31"), END),
        (day("2027-12-31"), day("2027-08-31")),
    ]


def test_plan_period_09_the_first_of_two_changes_tells_when_a_date_passed() -> None:
    later = dataclasses.replace(REPORT, old=day("2027-11-30"), anchor_date=None)
    changes = tuple(
        DateChangeFacts(key, "term-end", "mty", stayed=(line,)) for key, line in (("1", REPORT), ("2", later))
    )
    (kept,) = with_passed_ones_kept(plan_of(date_changes=changes), NEW[:1])
    assert kept.date == day("2027-12-31")
    (alone,) = with_passed_ones_kept(plan_of(date_changes=changes[1:]), NEW[:1])
    assert (alone.date, alone.anchor_date) == (day("2027-11-30"), day("2027-08-31"))
