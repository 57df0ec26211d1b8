"""The calendar: each date as it stands on a day, done, open or missed (§14; convention 10)."""

from datetime import date

import pytest

from ogp_wagtail.handbook import PlanFacts
from ogp_wagtail.handbook.facts import (
    MeetingFacts,
    MembershipFacts,
    NoticeFacts,
    ReportFacts,
    SubmittedPlanFacts,
    UpdateFacts,
)
from ogp_wagtail.handbook.timetable.standing import Entry, Standing, calendar_of, missed

from .build import BOTH, changed, city, commitment, complete_plan, day, plan_of

FILED = changed(complete_plan(), submitted_on=date(2024, 3, 15))


def entry(plan: PlanFacts, rule: str, on: str, subject: str | None = None) -> Entry:
    """The first date of the plan under a rule, as it stands on a day."""
    found = [one for one in calendar_of(plan, day=day(on)) if one.deadline.rule == rule]
    return next(one for one in found if subject in (None, one.deadline.subject))


def report(kind: str, on: str, **values: object) -> ReportFacts:
    return ReportFacts(f"{kind} {on}", kind, submitted_on=day(on), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filed", "on", "standing"),
    [
        (None, "2024-05-15", Standing.OPEN),
        (None, "2024-05-16", Standing.MISSED),
        ("2024-05-15", "2024-05-15", Standing.DONE),
        ("2024-05-16", "2024-05-16", Standing.LATE),
        ("2024-05-15", "2024-05-14", Standing.OPEN),
    ],
)
def test_a_report_is_done_to_the_last_day_and_late_after_it(
    filed: str | None, on: str, standing: Standing
) -> None:
    reports = (report("inception", filed),) if filed else ()
    assert entry(changed(FILED, reports=reports), "INC-01", on).standing is standing


def test_an_entry_says_how_its_date_was_reckoned() -> None:
    told = entry(FILED, "INC-01", "2024-04-01").as_dict()
    assert told["date"] == "2024-05-15"
    assert told["formula"] == "plan submitted 2024-03-15 + 2 months"
    assert (told["state"], told["done_on"]) == ("open", None)


def test_a_quarter_is_met_only_by_an_update_of_its_own_days() -> None:
    def standing(published: str, on: str = "2024-08-01") -> Standing:
        update = UpdateFacts("u", date(2024, 4, 1), published_on=day(published))
        return entry(changed(FILED, updates=(update,)), "TRK-01", on, "2024-Q2").standing

    assert standing("2024-06-30") is Standing.DONE
    assert standing("2024-07-01") is Standing.MISSED


def test_meetings_of_a_year_are_done_on_the_day_of_the_last_one_needed() -> None:
    def held(*days: str) -> PlanFacts:
        meetings = [
            MeetingFacts(one, one, day(one), frozenset({"implementation"}), BOTH, evidenced=True)
            for one in days
        ]
        return changed(FILED, meetings=(*FILED.meetings, *meetings))

    both = entry(held("2024-09-10", "2025-03-14"), "COCR-03", "2025-04-01")
    assert (both.standing, both.done_on) == (Standing.DONE, date(2025, 3, 14))
    assert entry(held("2024-09-10", "2025-03-15"), "COCR-03", "2025-04-01").standing is Standing.MISSED


def test_the_assessment_of_unfinished_commitments_is_done_with_the_last_of_them() -> None:
    keys = [one.key for one in FILED.commitments]
    included = tuple(
        changed(one, included_on=date(2024, 3, 15))  # type: ignore[arg-type]
        for one in FILED.commitments
    )
    plan = changed(FILED, commitments=included)
    first, second = (
        report("end-of-commitment", on, commitment=key)
        for on, key in zip(("2027-11-10", "2027-11-30"), keys, strict=True)
    )
    assert entry(changed(plan, reports=(first,)), "EOC-02", "2027-12-01").standing is Standing.MISSED
    done = entry(changed(plan, reports=(first, second)), "EOC-02", "2027-12-01")
    assert (done.standing, done.done_on) == (Standing.DONE, date(2027, 11, 30))


def test_the_assessment_of_one_commitment_counts_from_its_own_implementation() -> None:
    finished = commitment("C1", included_on=date(2024, 3, 15), implemented_on=date(2025, 6, 20))
    plan = changed(FILED, commitments=(finished,))
    assert entry(plan, "EOC-02", "2025-07-20", "commitment C1").standing is Standing.OPEN
    assessed = changed(plan, reports=(report("end-of-commitment", "2025-07-10", commitment="c1"),))
    assert entry(assessed, "EOC-02", "2025-07-20", "commitment C1").standing is Standing.DONE


def test_each_member_of_a_joint_plan_has_its_own_next_plan() -> None:
    early, never = city("a"), city("b")
    following = SubmittedPlanFacts("next", date(2028, 1, 31))
    memberships = (MembershipFacts("a", "A", plans=(following,)), MembershipFacts("b", "B"))
    plan = plan_of(early, never, submitted_on=date(2024, 3, 15), memberships=memberships)
    assert entry(plan, "COAL-18", "2028-03-01", "member A").standing is Standing.DONE
    assert entry(plan, "COAL-18", "2028-03-01", "member B").standing is Standing.MISSED


def test_news_of_a_month_of_co_creation() -> None:
    news = (NoticeFacts("n", published_on=date(2024, 1, 31)), NoticeFacts("m", published_on=date(2024, 2, 1)))
    plan = changed(FILED, notices=news)
    states = {
        one.deadline.date: one.standing
        for one in calendar_of(plan, day=day("2024-04-01"))
        if one.deadline.rule == "WEB-10"
    }
    assert states == {
        date(2024, 1, 31): Standing.DONE,
        date(2024, 2, 29): Standing.DONE,
        date(2024, 3, 31): Standing.MISSED,
    }


def test_what_only_bounds_a_choice_is_never_missed() -> None:
    late = calendar_of(FILED, day=date(2040, 1, 1))
    limits = {one.deadline.rule for one in late if one.standing is Standing.LIMIT}
    assert {"PLAN-PERIOD-02", "PLAN-COUNT-06", "AMEND-04", "COM-DUR-01"} <= limits
    assert not limits & {one.deadline.rule for one in missed(late)}


def test_the_calendar_holds_every_date_of_the_timetable_in_order() -> None:
    dates = [one.deadline.date for one in calendar_of(FILED, day=date(2024, 3, 15))]
    assert dates == sorted(dates)
