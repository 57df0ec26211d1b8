"""The three worked timelines of the rules, line by line (17.1, 17.2, 17.3)."""

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest

from ogp_wagtail.handbook import (
    CURRENT,
    CommitmentFacts,
    Deadline,
    Edition,
    MeetingFacts,
    MemberFacts,
    PlanFacts,
    errors,
    forecast,
    next_dates,
    review_inclusion,
    timetable,
)
from ogp_wagtail.handbook.calendar import calendar_years
from ogp_wagtail.handbook.cocreation import check_cocreation
from ogp_wagtail.handbook.facts import ReportFacts
from ogp_wagtail.handbook.limits import (
    check_commitment,
    check_period,
    check_slots,
    period_start,
    slots_allowed,
)
from ogp_wagtail.handbook.status import Evidence, check_status
from ogp_wagtail.handbook.status.succession import is_over
from ogp_wagtail.handbook.timetable import meetings_needed, plan_end, tracker_quarters
from ogp_wagtail.handbook.tracker import quarters_of

from .build import BOTH, changed, city, commitment, day, parts, plan_of, rules
from .tracked import conferred, entry, member, met, standing, update


def dates(plan: PlanFacts, rule: str, subject: str | None = None, edition: Edition = CURRENT) -> list[str]:
    return [
        str(deadline.date)
        for deadline in timetable(plan, edition)
        if deadline.rule == rule and subject in (None, deadline.subject)
    ]


def meetings(plan: PlanFacts) -> list[tuple[str, int]]:
    return [(str(one.date), one.parameter) for one in timetable(plan) if one.rule == "COCR-03"]


def joint_plan(submitted: str, *members: MemberFacts) -> PlanFacts:
    plan = plan_of(*members, end=None, period_start=None, submitted_on=day(submitted))
    return changed(plan, period_end=plan_end(plan, CURRENT))


# 17.1: a single city, term ends 2027-12-31, plan submitted 2024-03-15

MONTERREY = city(joined_on=day("2023-12-01"))
FIRST_MEETING = MeetingFacts("m", held_on=day("2024-01-05"), purposes=frozenset({"co-creation"}))
INITIAL = tuple(
    commitment(f"C{number}", included_on=day("2024-03-15"), submitted_on=day("2024-03-15"))
    for number in range(1, 6)
)
SINGLE = plan_of(
    MONTERREY,
    commitments=INITIAL,
    meetings=(FIRST_MEETING,),
    submitted_on=day("2024-03-15"),
    period_start=None,
)


def test_17_1_elig_05_latest_letter_of_support() -> None:
    assert dates(SINGLE, "ELIG-05") == ["2026-08-31"]


def test_17_1_web_10_news_in_three_months() -> None:
    assert dates(SINGLE, "WEB-10") == ["2024-01-31", "2024-02-29", "2024-03-31"]


def test_17_1_plan_period_01_and_02() -> None:
    assert period_start(SINGLE) == day("2023-12-01")
    assert dates(SINGLE, "PLAN-PERIOD-02") == ["2027-10-31"]
    assert check_period(SINGLE, CURRENT) == []
    assert rules(check_period(changed(SINGLE, period_end=day("2027-11-01")), CURRENT)) == ["PLAN-PERIOD-02"]


def test_17_1_plan_count_01_five_at_a_time() -> None:
    assert slots_allowed(1, CURRENT) == 5
    assert check_slots(SINGLE, day("2024-03-15"), CURRENT) == []


def test_17_1_com_dur_01_earliest_ends() -> None:
    assert dates(SINGLE, "COM-DUR-01") == ["2025-03-31"] * 5
    assert rules(check_commitment(SINGLE, commitment(end="2025-03-30"), CURRENT)) == ["COM-DUR-01"]
    assert dates(changed(SINGLE, commitments=()), "COM-DUR-01") == ["2025-03-14"]


def test_17_1_com_dur_02_latest_end() -> None:
    assert check_commitment(SINGLE, commitment(end="2027-10-31"), CURRENT) == []
    assert rules(check_commitment(SINGLE, commitment(end="2027-11-01"), CURRENT)) == ["COM-DUR-02"]


def test_17_1_inc_01_inception_report() -> None:
    assert dates(SINGLE, "INC-01") == ["2024-05-15"]


def test_17_1_amend_04_window_of_the_initial_commitments() -> None:
    assert dates(SINGLE, "AMEND-04") == ["2024-09-15"]


def test_17_1_trk_01_fourteen_updates() -> None:
    due = dates(SINGLE, "TRK-01")
    assert (len(due), due[0], due[-1]) == (14, "2024-06-30", "2027-09-30")


def test_17_1_cocr_03_seven_meetings() -> None:
    assert meetings(SINGLE) == [("2025-03-14", 2), ("2026-03-14", 2), ("2027-03-14", 2), ("2027-10-31", 1)]


def test_17_1_cocr_03_by_calendar_years_it_is_six() -> None:
    by_calendar = dataclasses.replace(
        CURRENT, implementation=dataclasses.replace(CURRENT.implementation, year_basis="calendar_year")
    )
    needed = [meetings_needed(year, CURRENT) for year in calendar_years(day("2024-03-15"), day("2027-10-31"))]
    assert needed == [1, 2, 2, 1]
    assert dates(SINGLE, "COCR-03", edition=by_calendar) == [
        "2024-12-31",
        "2025-12-31",
        "2026-12-31",
        "2027-10-31",
    ]


def test_17_1_plan_count_06_latest_start_of_a_new_commitment() -> None:
    assert dates(SINGLE, "PLAN-COUNT-06") == ["2026-11-01"]


def test_17_1_eoc_02_unfinished_commitments() -> None:
    assert dates(SINGLE, "EOC-02") == ["2027-11-30"]


def test_17_1_fle_01_on_the_last_day_of_the_term() -> None:
    assert dates(SINGLE, "FLE-01") == ["2027-12-31"]


def test_17_1_gap_01_next_plan() -> None:
    assert dates(SINGLE, "GAP-01") == ["2028-02-29"]


@pytest.mark.parametrize(
    ("implemented", "expected"),
    [("2027-10-30", ["2027-11-30"]), ("2027-10-31", []), ("2027-11-05", [])],
)
def test_eoc_01_the_plan_end_starts_the_assessment_unless_it_was_implemented_before(
    implemented: str, expected: list[str]
) -> None:
    first = dataclasses.replace(INITIAL[0], implemented_on=day(implemented))
    plan = changed(SINGLE, commitments=(first,))
    assert dates(plan, "EOC-02", "commitment C1") == expected
    assert dates(plan, "EOC-02", "unfinished commitments") == ["2027-11-30"]


def test_17_1_a_replacement_has_its_own_dates() -> None:
    first = dataclasses.replace(INITIAL[0], implemented_on=day("2025-06-20"), assessed_on=day("2025-07-10"))
    september = day("2025-09-01")
    sixth = commitment("C6", "2025-09-01", "2027-10-31", included_on=september, submitted_on=september)
    plan = changed(SINGLE, commitments=(first, *INITIAL[1:], sixth))
    assert dates(plan, "EOC-02", "commitment C1") == ["2025-07-20"]
    assert dates(plan, "AMEND-04", "commitment C6") == ["2026-03-01"]
    assert dates(plan, "COM-DUR-01", "commitment C6") == ["2026-08-31"]
    assert dates(plan, "INC-01") == ["2024-05-15"]
    assert check_slots(plan, september, CURRENT) == []
    early = dataclasses.replace(sixth, included_on=day("2025-07-09"))
    plan = changed(SINGLE, commitments=(first, *INITIAL[1:], early))
    assert rules(check_slots(plan, day("2025-07-09"), CURRENT)) == ["PLAN-COUNT-01"]
    assert check_slots(plan, day("2025-07-10"), CURRENT) == []


def test_17_1_a_replacement_is_refused_until_the_assessment_is_filed() -> None:
    sixth = commitment("C6", "2025-09-01", "2027-10-31")
    discussed = cocreated("2025-08-20", "c6")
    for assessed, submitted, refused in (
        (None, "2025-09-01", ["PLAN-COUNT-01"]),
        ("2025-07-10", "2025-07-09", ["PLAN-COUNT-01", "QUAL-09"]),
        ("2025-07-10", "2025-09-01", []),
    ):
        first = dataclasses.replace(
            INITIAL[0], implemented_on=day("2025-06-20"), assessed_on=day(assessed) if assessed else None
        )
        plan = changed(SINGLE, commitments=(first, *INITIAL[1:]), meetings=(discussed,))
        found = rules(errors(review_inclusion(plan, sixth, day=day(submitted))))
        assert [one for one in found if one in ("PLAN-COUNT-01", "QUAL-09", "COM-DUR-01")] == refused


@pytest.mark.parametrize(
    ("end", "refused"),
    [("2026-08-30", ["COM-DUR-01"]), ("2026-08-31", []), ("2027-10-31", []), ("2027-11-01", ["COM-DUR-02"])],
)
def test_17_1_a_replacement_ends_between_two_days(end: str, refused: list[str]) -> None:
    assert rules(check_commitment(SINGLE, commitment("C6", "2025-09-01", end), CURRENT)) == refused


@pytest.mark.parametrize(("meeting_on", "missing"), [("2025-09-01", False), ("2025-09-02", True)])
def test_17_1_a_replacement_was_discussed_by_its_submission(meeting_on: str, missing: bool) -> None:
    first = dataclasses.replace(INITIAL[0], implemented_on=day("2025-06-20"), assessed_on=day("2025-07-10"))
    plan = changed(SINGLE, commitments=(first, *INITIAL[1:]), meetings=(cocreated(meeting_on, "c6"),))
    found = review_inclusion(plan, commitment("C6", "2025-09-01", "2027-10-31"), day=day("2025-09-01"))
    assert ("QUAL-09" in rules(found)) is missing


def cocreated(on: str, *linked: str, **values: Any) -> MeetingFacts:
    """A co-creation meeting that counts, linked to these commitments."""
    return MeetingFacts(
        f"m{on}",
        held_on=day(on),
        purposes=frozenset({"co-creation"}),
        sectors=BOTH,
        evidenced=True,
        commitments=frozenset(linked),
        **values,
    )


JOINED = member(is_new=True, su_deadline=day("2024-03-31"))


def test_17_1_plan_sub_03_and_stat_02_the_first_plan_is_in_time() -> None:
    plan = changed(SINGLE, memberships=(JOINED,))
    assert dates(plan, "PLAN-SUB-03") == ["2024-03-31"]
    assert met(JOINED, plan, "2024-04-01") == {}
    assert "PLAN-SUB-03" not in rules(check_status(plan, CURRENT, day=day("2024-04-01")))


def test_17_1_orient_01_orientation_ends_as_cocreation_starts() -> None:
    assert dates(changed(SINGLE, memberships=(JOINED,)), "ORIENT-01") == ["2024-01-05"]


def test_17_1_plan_period_08_the_last_day_is_a_day_of_the_plan() -> None:
    assert not is_over(SINGLE, CURRENT, day("2027-10-31"))
    assert is_over(SINGLE, CURRENT, day("2027-11-01"))


FULL = tuple(update(str(quarter.block.last_day)) for quarter in quarters_of(SINGLE, CURRENT))
SILENCE = conferred("inactive", "2024-10-10", "STAT-05", quarters=("2024-Q2", "2024-Q3"))


def test_17_1_with_an_update_each_quarter_nothing_is_ever_met_until_the_gap() -> None:
    plan = changed(SINGLE, updates=FULL)
    ends = [quarter.block.last_day for quarter in quarters_of(SINGLE, CURRENT)]
    for on in [one for end in ends for one in (end, end + timedelta(1))]:
        assert met(JOINED, plan, str(on)) == {}, on


def test_17_1_silence_two_conditions_on_one_day() -> None:
    assert met(JOINED, SINGLE, "2024-09-30") == {}
    assert met(JOINED, SINGLE, "2024-10-01") == {"STAT-04": "2024-10-01", "STAT-05": "2024-10-01"}


def test_17_1_silence_to_the_end() -> None:
    inactive = member(SILENCE)
    assert dates(changed(SINGLE, memberships=(inactive,)), "STAT-11") == ["2025-04-10"]
    assert met(inactive, SINGLE, "2025-04-10") == {}
    assert met(inactive, SINGLE, "2025-04-11") == {"STAT-11": "2025-04-11"}
    contrary = member(SILENCE, conferred("probation", "2025-04-15", "STAT-11"))
    assert dates(changed(SINGLE, memberships=(contrary,)), "STAT-14") == ["2025-08-15"]
    assert met(contrary, SINGLE, "2025-08-15") == {}
    assert met(contrary, SINGLE, "2025-08-16") == {"STAT-16": "2025-08-16"}


def test_17_1_silence_with_a_restart_on_the_last_day() -> None:
    plan = changed(SINGLE, updates=(update("2025-04-10"),))
    found = forecast(member(SILENCE), plan, day=day("2025-04-10"))
    assert (found.status, found.conditions, found.restart) == (
        "inactive",
        (),
        Evidence("progress", day("2025-04-10"), "u2025-04-10"),
    )
    back = member(SILENCE, conferred("active", "2025-04-12", "STAT-10"))
    assert met(back, plan, "2025-10-01") == {}
    assert standing(back, plan, "2025-10-01")["STAT-05"].quarters == ("2025-Q3", "2025-Q4")


@pytest.mark.parametrize("cured", ["2025-04-16", "2025-05-06", "2025-08-15"])
def test_17_1_silence_with_a_cure_active_at_once(cured: str) -> None:
    contrary = member(SILENCE, conferred("probation", "2025-04-15", "STAT-11"))
    found = forecast(contrary, changed(SINGLE, updates=(update(cured),)), day=day(cured))
    assert (found.put_right_on, found.conditions) == (day(cured), ())


@pytest.mark.parametrize(("unavoidable", "rule_met"), [(True, {}), (False, {"STAT-11": "2025-04-11"})])
def test_17_1_voluntary_inactivity_has_a_clock_only_if_it_could_be_avoided(
    unavoidable: bool, rule_met: dict[str, str]
) -> None:
    resting = conferred("inactive", "2024-10-10", "voluntary", is_voluntary=True, is_unavoidable=unavoidable)
    assert met(member(resting), SINGLE, "2026-01-01") == rule_met
    clocks = dates(changed(SINGLE, memberships=(member(resting),)), "STAT-11")
    assert clocks == ([] if unavoidable else ["2025-04-10"])


def test_17_1_no_next_plan() -> None:
    plan = changed(SINGLE, updates=FULL)
    assert met(JOINED, plan, "2028-02-29") == {}
    assert met(JOINED, plan, "2028-03-01") == {"STAT-03": "2028-03-01"}
    inactive = member(conferred("inactive", "2028-03-06", "STAT-03"))
    assert dates(changed(plan, memberships=(inactive,)), "STAT-11") == ["2028-09-06"]
    assert met(inactive, plan, "2028-09-06") == {}
    assert met(inactive, plan, "2028-09-07") == {"STAT-11": "2028-09-07"}
    contrary = member(*inactive.events, conferred("probation", "2028-09-12", "STAT-11"))
    assert dates(changed(plan, memberships=(contrary,)), "STAT-14") == ["2029-01-12"]
    assert met(contrary, plan, "2029-01-12") == {}
    assert met(contrary, plan, "2029-01-13") == {"STAT-16": "2029-01-13"}


def test_17_1_a_next_plan_on_the_last_day() -> None:
    following = plan_of(MONTERREY, end="2031-10-31", submitted_on=day("2028-02-29"))
    plans = [changed(SINGLE, updates=FULL), changed(following, key="2")]
    assert met(JOINED, plans, "2028-03-01") == {}
    assert standing(JOINED, plans, "2028-03-01")["STAT-05"].quarters == ("2028-Q2", "2028-Q3")


# 17.2: two members, A until 2026-12-31 and B until 2028-05-31, submitted 2025-02-28

PAIR = joint_plan("2025-02-28", city("a", "2026-12-31"), city("b", "2028-05-31"))


@pytest.mark.parametrize(
    ("rule", "subject", "expected"),
    [
        ("COAL-06", "member A", "2026-10-31"),
        ("COAL-06", "member B", "2028-03-31"),
        ("COAL-05", "plan", "2028-03-31"),
        ("PLAN-COUNT-06", "member A", "2025-11-01"),
        ("PLAN-COUNT-06", "member B", "2027-04-01"),
        ("PLAN-COUNT-06", "joint commitments", "2025-11-01"),
        ("INC-01", "plan", "2025-04-28"),
        ("AMEND-04", "initial commitments", "2025-08-28"),
        ("EOC-02", "unfinished commitments", "2028-04-30"),
        ("FLE-01", "plan", "2028-05-31"),
        ("GAP-01", "next plan", "2028-07-31"),
        ("COAL-18", "member A", "2028-07-31"),
        ("COAL-18", "member B", "2028-07-31"),
        ("ELIG-05", "member A", "2025-08-31"),
        ("ELIG-05", "member B", "2027-01-31"),
    ],
)
def test_17_2_dates(rule: str, subject: str, expected: str) -> None:
    assert dates(PAIR, rule, subject) == [expected]


def test_17_2_coal_05_plan_end() -> None:
    assert plan_end(PAIR, CURRENT) == day("2028-03-31")
    assert rules(check_period(changed(PAIR, period_end=day("2028-04-01")), CURRENT)) == ["COAL-05"]


def test_17_2_coal_07_ten_at_a_time() -> None:
    assert slots_allowed(2, CURRENT) == 10


def test_17_2_com_dur_01_earliest_end() -> None:
    plan = changed(PAIR, commitments=(commitment(start="2025-03-01", end="2026-10-31"),))
    assert dates(plan, "COM-DUR-01") == ["2026-02-28"]


def test_17_2_trk_01_twelve_updates() -> None:
    due = dates(PAIR, "TRK-01")
    assert (len(due), due[0], due[-1]) == (12, "2025-06-30", "2028-03-31")


def test_17_2_cocr_03_six_meetings_and_none_in_the_short_rest() -> None:
    assert meetings(PAIR) == [("2026-02-27", 2), ("2027-02-27", 2), ("2028-02-27", 2)]


@pytest.mark.parametrize(
    ("member", "implemented", "due"), [("a", "2026-10-31", "2026-11-30"), ("b", "2028-03-30", "2028-04-30")]
)
def test_17_2_eoc_02_if_implemented_on_the_limit(member: str, implemented: str, due: str) -> None:
    own = commitment(
        "C1", "2025-03-01", implemented, participations=parts(member), implemented_on=day(implemented)
    )
    assert dates(changed(PAIR, commitments=(own,)), "EOC-02", "commitment C1") == [due]


def test_17_2_alone_a_would_end_on_its_own_limit() -> None:
    alone = joint_plan("2025-02-28", city("a", "2026-12-31"))
    assert plan_end(alone, CURRENT) == day("2026-10-31")
    assert slots_allowed(1, CURRENT) == 5


def test_17_2_invalid_sets() -> None:
    late = commitment(start="2025-03-01", end="2026-11-01", participations=parts("a"))
    assert rules(check_commitment(PAIR, late, CURRENT)) == ["COAL-06"]
    half = commitment(start="2025-03-01", end="2026-10-31", scope="joint", participations=parts("a"))
    assert "COAL-10" in rules(check_commitment(PAIR, half, CURRENT))


def shared_out(of_a: int, of_b: int, joint: int) -> tuple[CommitmentFacts, ...]:
    numbers = [("A", of_a, "separate", parts("a")), ("B", of_b, "separate", parts("b"))]
    numbers.append(("J", joint, "joint", parts("a", "b")))
    return tuple(
        commitment(
            f"{letter}{number}",
            "2025-03-01",
            "2026-10-31",
            scope=scope,
            participations=members,
            included_on=day("2025-02-28"),
        )
        for letter, count, scope, members in numbers
        for number in range(count)
    )


@pytest.mark.parametrize(("split", "refused"), [((4, 3, 3), []), ((4, 4, 3), ["COAL-07"]), ((0, 10, 0), [])])
def test_17_2_coal_07_ten_in_any_split_and_no_eleventh(
    split: tuple[int, int, int], refused: list[str]
) -> None:
    plan = changed(PAIR, commitments=shared_out(*split))
    assert rules(check_slots(plan, day("2025-02-28"), CURRENT)) == refused


@pytest.mark.parametrize(
    ("ends", "refused"),
    [
        ({"a": "2026-10-31", "b": "2028-03-31"}, []),
        ({"a": "2026-11-01", "b": "2028-03-31"}, ["COAL-06"]),
    ],
)
def test_17_2_coal_10_a_joint_commitment_by_rows(ends: dict[str, str], refused: list[str]) -> None:
    joint = commitment("J1", "2025-03-01", "2028-03-31", scope="joint", participations=parts(**ends))
    assert rules(errors(check_commitment(PAIR, joint, CURRENT))) == refused


@pytest.mark.parametrize(
    ("seen", "missing"), [(("a", "b"), []), (("a",), ["COCR-02"]), ((), ["COCR-02"] * 2)]
)
def test_17_2_cocr_02_each_member_meets_if_they_cocreate_separately(
    seen: tuple[str, ...], missing: list[str]
) -> None:
    meetings = tuple(cocreated("2025-02-28", members=frozenset({one})) for one in seen)
    plan = changed(PAIR, cocreation_mode="separate", meetings=meetings)
    found = rules(check_cocreation(plan, CURRENT, day=day("2025-03-01")))
    assert [one for one in found if one == "COCR-02"] == missing


def test_17_2_the_tests_of_the_tracker_stop_for_a_and_go_on_for_b() -> None:
    own = dataclasses.replace(
        shared_out(1, 0, 0)[0], implemented_on=day("2026-10-31"), assessed_on=day("2026-11-30")
    )
    of_b = commitment(
        "B0", "2025-03-01", "2028-03-31", participations=parts("b"), included_on=day("2025-02-28")
    )
    busy = quarters_of(PAIR, CURRENT)[:6]
    kept = tuple(update(str(one.block.last_day), entry("a0"), entry("b0")) for one in busy)
    plan = changed(PAIR, commitments=(own, of_b), updates=kept)
    assert busy[-1].name == "2026-Q3"
    assert met(member(key="a"), plan, "2028-03-31") == {}
    assert set(standing(member(key="a"), plan, "2027-01-01")) == {"STAT-03"}
    assert met(member(key="b"), plan, "2027-03-31") == {}
    assert met(member(key="b"), plan, "2027-04-01") == {"STAT-04": "2027-04-01", "STAT-05": "2027-04-01"}


@pytest.mark.parametrize("key", ["a", "b"])
def test_17_2_no_next_plan_condition_for_each(key: str) -> None:
    assert "STAT-03" not in met(member(key=key), PAIR, "2028-07-31")
    assert met(member(key=key), PAIR, "2028-08-01")["STAT-03"] == "2028-08-01"


def test_17_2_each_member_goes_on_in_its_own_way() -> None:
    alone = changed(plan_of(city("a"), end="2030-10-31", submitted_on=day("2028-07-31")), key="alone")
    assert "STAT-03" not in met(member(key="a"), [PAIR, alone], "2028-08-01")
    assert met(member(key="b"), [PAIR, alone], "2028-08-01")["STAT-03"] == "2028-08-01"


def test_17_2_by_calendar_years_the_meetings_are_five() -> None:
    by_calendar = dataclasses.replace(
        CURRENT, implementation=dataclasses.replace(CURRENT.implementation, year_basis="calendar_year")
    )
    counts = [one.parameter for one in timetable(PAIR, by_calendar) if one.rule == "COCR-03"]
    assert counts == [1, 2, 2]


# 17.3: four members, submitted 2025-08-31

FOUR = joint_plan(
    "2025-08-31",
    city("p", "2027-06-30"),
    city("q", "2027-12-31"),
    city("r", "2028-04-30"),
    city("s", "2028-02-29"),
)
VARIANT = joint_plan(
    "2025-08-31", *FOUR.members[:3], MemberFacts("s", "S", elected=False, period_end=day("2028-05-31"))
)


@pytest.mark.parametrize(
    ("rule", "subject", "expected"),
    [
        ("COAL-06", "member P", "2027-04-30"),
        ("COAL-06", "member Q", "2027-10-31"),
        ("COAL-06", "member R", "2028-02-29"),
        ("COAL-06", "member S", "2027-12-29"),
        ("COAL-05", "plan", "2028-02-29"),
        ("PLAN-COUNT-06", "member P", "2026-05-01"),
        ("PLAN-COUNT-06", "member Q", "2026-11-01"),
        ("PLAN-COUNT-06", "member R", "2027-03-01"),
        ("PLAN-COUNT-06", "member S", "2026-12-30"),
        ("PLAN-COUNT-06", "joint commitments", "2026-05-01"),
        ("INC-01", "plan", "2025-10-31"),
        ("AMEND-04", "initial commitments", "2026-02-28"),
        ("EOC-02", "unfinished commitments", "2028-03-29"),
        ("FLE-01", "plan", "2028-04-29"),
        ("GAP-01", "next plan", "2028-06-29"),
        ("COAL-18", "member P", "2028-06-29"),
        ("COAL-18", "member S", "2028-06-29"),
    ],
)
def test_17_3_dates(rule: str, subject: str, expected: str) -> None:
    assert dates(FOUR, rule, subject) == [expected]


def test_17_3_coal_07_twelve_at_a_time() -> None:
    assert slots_allowed(4, CURRENT) == 12


def test_17_3_trk_01_nine_updates() -> None:
    due = dates(FOUR, "TRK-01")
    assert (len(due), due[0], due[-1]) == (9, "2025-12-31", "2027-12-31")


def test_17_3_cocr_03_five_meetings() -> None:
    assert meetings(FOUR) == [("2026-08-30", 2), ("2027-08-30", 2), ("2028-02-29", 1)]


@pytest.mark.parametrize(
    ("member", "limit", "due"),
    [
        ("p", "2027-04-30", "2027-05-30"),
        ("q", "2027-10-31", "2027-11-30"),
        ("s", "2027-12-29", "2028-01-29"),
        ("r", "2028-02-29", "2028-03-29"),
    ],
)
def test_17_3_eoc_02_if_implemented_on_the_limit(member: str, limit: str, due: str) -> None:
    own = commitment("C1", "2025-09-01", limit, participations=parts(member), implemented_on=day(limit))
    plan = changed(FOUR, commitments=(own,))
    assert due in {*dates(plan, "EOC-02", "commitment C1"), *dates(plan, "EOC-02", "unfinished commitments")}


def test_17_3_com_dur_01_earliest_end() -> None:
    plan = changed(FOUR, commitments=(commitment(start="2025-09-01", end="2027-04-30"),))
    assert dates(plan, "COM-DUR-01") == ["2026-08-31"]


@pytest.mark.parametrize(
    ("rule", "subject", "expected"),
    [
        ("COAL-06", "member S", "2028-05-31"),
        ("COAL-05", "plan", "2028-05-31"),
        ("EOC-02", "unfinished commitments", "2028-06-30"),
        ("FLE-01", "plan", "2028-07-31"),
        ("GAP-01", "next plan", "2028-09-30"),
    ],
)
def test_17_3_variant_with_a_member_without_elections(rule: str, subject: str, expected: str) -> None:
    assert dates(VARIANT, rule, subject) == [expected]


def test_17_3_variant_ten_updates_and_five_meetings() -> None:
    due = dates(VARIANT, "TRK-01")
    assert (len(due), due[-1]) == (10, "2028-03-31")
    assert sum(count for _, count in meetings(VARIANT)) == 5
    assert dates(VARIANT, "ELIG-05", "member S") == []


def twelve(count: int) -> tuple[CommitmentFacts, ...]:
    seats = ("p", "q", "r", "s")
    return tuple(
        commitment(
            f"C{number}",
            "2025-09-01",
            "2027-04-30",
            participations=parts(seats[number % 4]),
            included_on=day("2025-08-31"),
        )
        for number in range(count)
    )


@pytest.mark.parametrize(("count", "refused"), [(12, []), (13, ["COAL-07"])])
def test_17_3_coal_07_twelve_and_no_thirteenth(count: int, refused: list[str]) -> None:
    plan = changed(FOUR, commitments=twelve(count))
    assert rules(check_slots(plan, day("2025-08-31"), CURRENT)) == refused


@pytest.mark.parametrize(
    ("plan", "due", "condition"),
    [(FOUR, "2028-06-29", "2028-06-30"), (VARIANT, "2028-09-30", "2028-10-01")],
)
def test_17_3_no_next_plan_condition_for_each_of_four(plan: PlanFacts, due: str, condition: str) -> None:
    for key in ("p", "q", "r", "s"):
        assert dates(plan, "COAL-18", f"member {key.upper()}") == [due]
        assert "STAT-03" not in met(member(key=key), plan, due)
        assert met(member(key=key), plan, condition)["STAT-03"] == condition


def test_17_3_silence_meets_the_condition_of_each_member_at_once() -> None:
    plan = changed(FOUR, commitments=twelve(8))
    for key in ("p", "q", "r", "s"):
        assert met(member(key=key), plan, "2026-03-31") == {}
        assert met(member(key=key), plan, "2026-04-01")["STAT-05"] == "2026-04-01"


def test_17_3_an_update_of_one_member_keeps_that_member_only() -> None:
    own = tuple(update(on, entry("c0")) for on in ("2025-11-01", "2026-02-01"))
    plan = changed(FOUR, commitments=twelve(8), updates=own)
    active = [key for key in ("p", "q", "r", "s") if not met(member(key=key), plan, "2026-04-01")]
    assert active == ["p"]


def test_17_3_by_calendar_years_the_meetings_are_four() -> None:
    by_calendar = dataclasses.replace(
        CURRENT, implementation=dataclasses.replace(CURRENT.implementation, year_basis="calendar_year")
    )
    found = [(str(one.date), one.parameter) for one in timetable(FOUR, by_calendar) if one.rule == "COCR-03"]
    assert found == [("2026-12-31", 2), ("2027-12-31", 2)]


# The timetable itself


def test_a_deadline_keeps_anchor_formula_and_parameter() -> None:
    (deadline,) = [one for one in timetable(SINGLE) if one.rule == "PLAN-PERIOD-02"]
    assert deadline.as_dict() == {
        "rule": "PLAN-PERIOD-02",
        "subject": "plan",
        "date": "2027-10-31",
        "anchor": "term end",
        "anchor_date": "2027-12-31",
        "formula": "term end 2027-12-31 − 2 months",
        "parameter": -2,
        "section": "§3.2, Annex 1 item 1.2",
    }


@pytest.mark.parametrize("plan", [SINGLE, PAIR, FOUR, VARIANT])
def test_every_deadline_can_be_shown_and_they_are_in_order(plan: PlanFacts) -> None:
    deadlines = timetable(plan)
    assert [one.date for one in deadlines] == sorted(one.date for one in deadlines)
    assert all(isinstance(one, Deadline) and one.formula and one.title for one in deadlines)


def test_next_dates_begin_on_the_day() -> None:
    following = next_dates(SINGLE, CURRENT, day("2027-10-31"), 3)
    assert [one.rule for one in following] == ["COCR-03", "PLAN-PERIOD-02", "EOC-02"]
    assert next_dates(SINGLE, CURRENT, day("2030-01-01")) == []


def test_next_dates_leave_out_what_is_done_however_early() -> None:
    learnt = ReportFacts("r", "learning", submitted_on=day("2027-11-20"))
    plan = dataclasses.replace(SINGLE, reports=(learnt,))
    assert "FLE-01" in {one.rule for one in next_dates(plan, CURRENT, day("2027-11-19"), None)}
    assert "FLE-01" not in {one.rule for one in next_dates(plan, CURRENT, day("2027-11-20"), None)}


def test_a_date_that_only_bounds_a_choice_is_in_the_timetable_and_is_never_due() -> None:
    bounds = {"ELIG-05", "COM-DUR-01"}
    assert bounds <= {one.rule for one in timetable(SINGLE)}
    assert not bounds & {one.rule for one in next_dates(SINGLE, CURRENT, day("2020-01-01"), 1000)}


def test_what_hangs_on_an_unknown_date_is_left_out() -> None:
    assert timetable(plan_of(city(term_end=None), end=None)) == []
    draft = plan_of(MONTERREY, end=None)
    assert {"INC-01", "TRK-01", "AMEND-04"}.isdisjoint(one.rule for one in timetable(draft))
    assert dates(draft, "FLE-01") == ["2027-12-31"]


def test_a_withdrawn_commitment_has_no_dates() -> None:
    gone = dataclasses.replace(INITIAL[0], withdrawn_on=day("2024-09-01"))
    assert dates(changed(SINGLE, commitments=(gone, INITIAL[1])), "COM-DUR-01") == ["2025-03-31"]


def test_trk_01_quarters_from_submission_and_days_of_grace_are_other_readings() -> None:
    tracker = dataclasses.replace(CURRENT.tracker, quarter_basis="from_submission", grace_days=10)
    edition = dataclasses.replace(CURRENT, tracker=tracker)
    quarters = tracker_quarters(edition, day("2024-03-15"), day("2027-10-31"))
    assert (len(quarters), str(quarters[0].last_day)) == (14, "2024-06-14")
    assert dates(SINGLE, "TRK-01", edition=edition)[0] == "2024-06-24"


@pytest.mark.parametrize("extreme", [date.min, date.max])
def test_no_date_makes_the_timetable_raise(extreme: date) -> None:
    city_then = dataclasses.replace(MONTERREY, term_end=extreme)
    plan = plan_of(city_then, end=None, period_start=extreme, submitted_on=extreme)
    grace = dataclasses.replace(CURRENT, tracker=dataclasses.replace(CURRENT.tracker, grace_days=10))
    timetable(changed(plan, period_end=extreme), grace)
    assert timetable(plan)
