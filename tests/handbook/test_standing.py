"""The calendar: each date as it stands on a day, done, open or missed (§14; convention 10)."""

import dataclasses
from datetime import date

import pytest

from ogp_wagtail.handbook import CURRENT, PlanFacts
from ogp_wagtail.handbook.facts import (
    MeetingFacts,
    MembershipFacts,
    NoticeFacts,
    OrientationFacts,
    ReportFacts,
    StatusEventFacts,
    SubmittedPlanFacts,
    UpdateFacts,
)
from ogp_wagtail.handbook.timetable.standing import Entry, Standing, calendar_of, missed

from .build import BOTH, SUBMITTED, changed, city, commitment, complete_plan, day, plan_of

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


def standing_of(member: MembershipFacts, rule: str, on: str, **values: object) -> Entry:
    plan = changed(FILED, memberships=(member, MembershipFacts("z", "Z")), **values)
    return entry(plan, rule, on, member.subject)


def event(status: str, on: str) -> StatusEventFacts:
    return StatusEventFacts(f"{status} {on}", status, day(on))


@pytest.mark.parametrize(
    ("again", "on", "standing"),
    [
        (None, "2025-07-10", Standing.OPEN),
        (None, "2025-07-11", Standing.MISSED),
        ("2025-07-11", "2025-07-11", Standing.LATE),
        ("2025-01-09", "2025-07-11", Standing.MISSED),
    ],
)
def test_the_six_months_of_inactivity_end_when_the_member_is_active_again(
    again: str | None, on: str, standing: Standing
) -> None:
    events = (event("inactive", "2025-01-10"), *([event("active", again)] if again else []))
    member = MembershipFacts("mty", "Mty", joined_on=date(2024, 1, 1), events=events)
    found = standing_of(member, "STAT-11", on)
    assert found.standing is standing
    assert found.as_dict()["done_on"] == (again if standing is Standing.LATE else None)


@pytest.mark.parametrize("again", ["2025-01-11", "2025-07-10"])
def test_a_clock_that_was_stopped_in_time_is_no_date_any_more(again: str) -> None:
    member = MembershipFacts("mty", "Mty", events=(event("inactive", "2025-01-10"), event("active", again)))
    calendar = calendar_of(changed(FILED, memberships=(member,)), day=day("2025-08-01"))
    assert "STAT-11" not in {one.deadline.rule for one in calendar}


def test_the_clock_of_one_member_is_not_stopped_by_another() -> None:
    idle = MembershipFacts("a", "A", events=(event("inactive", "2025-01-10"),))
    busy = MembershipFacts("b", "B", events=(event("active", "2025-08-01"), event("active", "2025-07-20")))
    plan = changed(FILED, memberships=(busy, idle))
    assert entry(plan, "STAT-11", "2025-07-11", "member A").standing is Standing.MISSED
    back = dataclasses.replace(idle, events=(*idle.events, *busy.events))
    assert entry(changed(plan, memberships=(back,)), "STAT-11", "2025-08-02").done_on == date(2025, 7, 20)


def test_orientation_is_done_when_its_last_participant_has_completed_it() -> None:
    def oriented(*days: str | None) -> Entry:
        people = tuple(
            OrientationFacts(str(index), "ngs", completed_on=day(one) if one else None)
            for index, one in enumerate(days)
        )
        member = MembershipFacts("mty", "Mty", joined_on=date(2024, 1, 1), orientation=people)
        return entry(changed(FILED, memberships=(member,)), "ORIENT-01", "2024-04-01")

    assert oriented().done_on is None
    assert oriented("2024-01-31", None).done_on is None
    assert oriented("2024-02-10", "2024-01-31").done_on == date(2024, 2, 10)


def test_the_next_plan_is_the_first_that_each_member_submitted_after_this_one() -> None:
    own, before = SubmittedPlanFacts(FILED.key, date(2024, 3, 15)), SubmittedPlanFacts("0", date(2020, 1, 1))
    same_day = SubmittedPlanFacts("x", date(2024, 3, 15))
    later, last = SubmittedPlanFacts("2", date(2028, 2, 1)), SubmittedPlanFacts("3", date(2031, 1, 1))
    member = MembershipFacts("mty", "Mty", plans=(before, own, same_day, last, later))
    found = entry(changed(FILED, memberships=(member,)), "GAP-01", "2031-06-01")
    assert (found.standing, found.done_on) == (Standing.DONE, date(2028, 2, 1))
    waiting = changed(FILED, memberships=(member, MembershipFacts("z", "Z")))
    assert entry(waiting, "GAP-01", "2031-06-01").done_on is None
    assert entry(FILED, "GAP-01", "2031-06-01").done_on is None


def test_the_learning_report_is_its_own() -> None:
    reports = (report("inception", "2024-05-01"), report("learning", "2027-12-31"))
    assert entry(changed(FILED, reports=reports), "FLE-01", "2028-01-01").done_on == date(2027, 12, 31)
    assert entry(changed(FILED, reports=reports[:1]), "FLE-01", "2028-01-01").done_on is None


def test_inc_04_a_look_at_a_later_commitment_is_not_the_inception_report() -> None:
    look = report("inception", "2024-04-10", commitment="c9")
    assert entry(changed(FILED, reports=(look,)), "INC-01", "2024-05-01").done_on is None


def test_a_report_begun_and_not_submitted_is_not_done() -> None:
    begun = changed(FILED, reports=(ReportFacts("r", "inception", started_on=date(2024, 4, 1)),))
    assert entry(begun, "INC-01", "2024-05-16").standing is Standing.MISSED


def test_an_assessment_of_the_day_of_implementation_counts_and_one_from_before_does_not() -> None:
    finished = commitment("C1", included_on=date(2024, 3, 15), implemented_on=date(2025, 6, 20))

    def assessed(on: str) -> Entry:
        reports = (report("end-of-commitment", on, commitment="c1"),)
        return entry(
            changed(FILED, commitments=(finished,), reports=reports), "EOC-02", "2025-08-01", "commitment C1"
        )

    assert assessed("2025-06-20").standing is Standing.DONE
    assert assessed("2025-06-19").standing is Standing.MISSED


def test_a_commitment_done_before_the_end_of_the_plan_is_not_waited_for_at_its_end() -> None:
    early = commitment("C1", included_on=date(2024, 3, 15), implemented_on=date(2025, 6, 20))
    on_the_last_day = commitment("C2", included_on=date(2024, 3, 15), implemented_on=date(2027, 10, 31))
    plan = changed(FILED, commitments=(early,))
    found = [one for one in calendar_of(plan, day=date(2028, 1, 1)) if one.deadline.rule == "EOC-02"]
    assert all(one.done_on == date(2027, 10, 31) for one in found if one.deadline.subject != "commitment C1")
    plan = changed(FILED, commitments=(early, on_the_last_day))
    found = [one for one in calendar_of(plan, day=date(2028, 1, 1)) if one.deadline.rule == "EOC-02"]
    assert {one.standing for one in found} == {Standing.MISSED}


def test_the_calendar_goes_by_the_edition() -> None:
    longer = dataclasses.replace(CURRENT.report, inception_months=3)
    edition = dataclasses.replace(CURRENT, report=longer)
    (found,) = [one for one in calendar_of(FILED, edition, day=SUBMITTED) if one.deadline.rule == "INC-01"]
    assert found.deadline.date == date(2024, 6, 15)
