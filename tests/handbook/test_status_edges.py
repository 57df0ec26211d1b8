"""The edges of a member's situation: what was known on a day, what follows by itself, and what is said of it."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import CURRENT, PlanFacts, timetable
from ogp_wagtail.handbook.facts import CivicSpaceCaseFacts, ParticipationFacts, SubmittedPlanFacts
from ogp_wagtail.handbook.status import check_case, check_status, public_status, situation, situation_on
from ogp_wagtail.handbook.status.succession import number_of_plan
from ogp_wagtail.handbook.tracker.shares import is_suspended

from .build import changed, city, commitment, day, parts, plan_of
from .tracked import conferred, member, update

FILED = date(2024, 3, 15)
C1 = commitment(included_on=FILED, submitted_on=FILED)
PLAN = plan_of(submitted_on=FILED, commitments=(C1,))
IDLE = conferred("inactive", "2024-10-10", "STAT-05", quarters=("2024-Q2", "2024-Q3"))


def by_itself() -> Any:
    return dataclasses.replace(CURRENT, status=dataclasses.replace(CURRENT.status, auto_transition=True))


def test_stat_01_what_follows_by_itself_says_its_trigger_its_day_and_that_no_letter_was_written() -> None:
    case = situation_on(member(), PLAN, by_itself(), day("2024-10-01"))
    assert case.event is not None
    given = dataclasses.asdict(case.event)
    assert given["status"] == "inactive"
    assert given["trigger"] in ("STAT-04", "STAT-05")
    assert given["condition_met_on"] == given["conferred_on"] == date(2024, 10, 1)
    assert given["quarters"] == ("2024-Q2", "2024-Q3")
    assert (given["decided_by"], given["letter"]) == ("software", "")
    assert given["key"] == f"{given['trigger']} 2024-10-01"


def test_stat_10_by_itself_a_member_is_active_again_on_the_day_of_its_progress() -> None:
    plan = changed(PLAN, updates=(update("2024-11-20"),))
    assert situation_on(member(), plan, by_itself(), day("2024-11-19")).status == "inactive"
    case = situation_on(member(), plan, by_itself(), day("2024-11-20"))
    assert case.event is not None
    assert (case.status, case.event.trigger, case.event.condition_met_on) == (
        "active",
        "STAT-10",
        date(2024, 11, 20),
    )


def said(plan: PlanFacts, on: str) -> dict[str, tuple[str, str, str]]:
    found = check_status(plan, CURRENT, day=day(on))
    return {one.rule: (str(one.severity), one.subject, one.key) for one in found}


def test_stat_10_work_seen_while_inactive_is_advice_that_names_the_day() -> None:
    plan = changed(PLAN, updates=(update("2024-11-20"),), memberships=(member(IDLE),))
    (found,) = [one for one in check_status(plan, CURRENT, day=day("2024-12-01")) if one.rule == "STAT-10"]
    assert (found.severity, found.subject, found.key) == ("advice", "member Mty", "mty")
    assert "2024-11-20" in found.message
    assert "STAT-10" not in said(plan, "2024-11-19")


def test_stat_19_a_condition_is_said_of_the_member_with_what_ends_it() -> None:
    plan = changed(PLAN, memberships=(member(),))
    (found,) = [one for one in check_status(plan, CURRENT, day=day("2024-10-01")) if one.rule == "STAT-05"]
    assert (found.severity, found.subject, found.key) == ("warning", "member Mty", "mty")
    assert found.hint


def test_stat_19_one_quarter_missed_is_advice_and_none_is_silence() -> None:
    plan = changed(PLAN, memberships=(member(),))
    assert "STAT-05" not in said(plan, "2024-06-30")
    assert said(plan, "2024-07-01")["STAT-05"][0] == "advice"


def test_stat_17_a_status_that_is_in_no_list_is_shown_as_it_stands() -> None:
    odd = public_status(member(conferred("dormant", "2024-10-10", "asked by phone")), day("2024-12-01"))
    assert (odd.status, odd.label, odd.trigger, odd.reason) == ("dormant", "dormant", "", "")
    applicant = public_status(member(), day("2023-11-30"))
    assert applicant.status == "applicant"
    assert (applicant.label, applicant.trigger, applicant.reason) == ("Applicant", "", "")


@pytest.mark.parametrize(("closed", "count"), [("2025-02-01", 0), ("2025-01-31", 1)])
def test_stat_18_a_case_may_close_on_the_day_it_came_and_not_before(closed: str, count: int) -> None:
    case = CivicSpaceCaseFacts("1", day("2025-02-01"), outcome="monitoring", closed_on=day(closed))
    assert len([one for one in check_case(case) if one.field == "closed_on"]) == count


def test_a_part_that_was_implemented_later_was_not_yet_implemented() -> None:
    part = ParticipationFacts("a", implemented_on=day("2025-06-20"))
    joint = commitment(scope="joint", included_on=FILED, submitted_on=FILED, participations=(part,))
    plan = plan_of(city("a"), city("b"), submitted_on=FILED, commitments=(joint,))

    def known(on: str) -> date | None:
        (seen,) = situation(member(key="a"), plan, CURRENT, day(on)).plans
        return seen.commitments[0].participations[0].implemented_on

    assert known("2025-06-19") is None
    assert known("2025-06-20") == date(2025, 6, 20)


def test_gap_04_a_plan_of_the_same_day_or_the_plan_itself_is_no_earlier_one() -> None:
    plans = tuple(
        SubmittedPlanFacts(key, day(on))
        for key, on in (("0", "2020-01-01"), ("1", "2024-03-14"), ("x", "2024-03-15"), ("y", "2028-01-01"))
    )
    assert number_of_plan(member(plans=plans), PLAN) == 2
    assert number_of_plan(member(plans=plans), changed(PLAN, key="2")) == 3
    assert number_of_plan(member(plans=plans), changed(PLAN, submitted_on=None, key="2")) == 5


def test_coal_06_by_term_end_the_timetable_goes_to_the_last_day_in_office() -> None:
    coalition = dataclasses.replace(CURRENT.coalition, commitment_deadline_mode="by_term_end")
    edition = dataclasses.replace(CURRENT, coalition=coalition)
    plan = plan_of(city("a", "2026-12-31"), city("b", "2028-05-31"), end="2028-03-31", submitted_on=FILED)

    def ends(chosen: Any) -> dict[str, str]:
        dates = [one for one in timetable(plan, chosen) if one.rule == "COAL-06"]
        return {one.subject: str(one.date) for one in dates}

    assert ends(CURRENT)["member A"] == "2026-10-31"
    assert ends(edition)["member A"] == "2026-12-31"


def test_coal_22_a_commitment_is_in_force_from_its_inclusion_until_it_is_withdrawn() -> None:
    done = {"implemented_on": day("2025-06-20"), "assessed_on": day("2025-07-10")}
    first = commitment("C1", participations=parts("a"), included_on=FILED, **done)
    second = commitment("C2", participations=parts("a"), included_on=day("2025-09-01"))
    plan = plan_of(city("a"), city("b"), submitted_on=FILED, commitments=(first, second))
    assert is_suspended(plan, "a", day("2025-08-31"), CURRENT)
    assert not is_suspended(plan, "a", day("2025-09-01"), CURRENT)
    gone = changed(plan, commitments=(first, dataclasses.replace(second, withdrawn_on=day("2025-12-01"))))
    assert not is_suspended(gone, "a", day("2025-11-30"), CURRENT)
    assert is_suspended(gone, "a", day("2025-12-01"), CURRENT)
