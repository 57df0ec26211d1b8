"""The lives of milestones, commitments, plans, coalitions and updates (chapter 19, COM-LIFE, PLAN-CYCLE)."""

import dataclasses
from typing import Any

import pytest

from ogp_wagtail.handbook import CURRENT, MemberFacts, MilestoneFacts, Month, PlanFacts, review
from ogp_wagtail.handbook.facts import (
    CoalitionFacts,
    EvidenceFacts,
    MembershipFacts,
    OrientationFacts,
    ReportFacts,
    StatusEventFacts,
)
from ogp_wagtail.handbook.life import (
    COMMITMENT,
    MILESTONE,
    check_life,
    coalition_state,
    commitment_state,
    may_be_declared,
    milestone_move,
    phases_on,
    plan_state,
    slots_in_words,
    update_state,
)
from ogp_wagtail.handbook.life.commitments import KEEPS_PLACE, event_of_assessment, who_answers_for
from ogp_wagtail.handbook.limits.slots import held_over_its_life

from .build import changed, city, commitment, complete_plan, day, parts, plan_of, rules

FILED = day("2024-03-15")
END = day("2027-10-31")


def steps(*statuses: str) -> tuple[MilestoneFacts, ...]:
    return tuple(
        MilestoneFacts(f"m{number}", f"Step {number}", Month(2024, 5), Month(2024, 9), "City", status)
        for number, status in enumerate(statuses, 1)
    )


def proof(*keys: str, **values: Any) -> EvidenceFacts:
    return EvidenceFacts("e", "Minutes", proves=frozenset(keys), **values)


def running(code: str = "C1", **values: Any) -> Any:
    return commitment(code, **{"included_on": FILED, "submitted_on": FILED, **values})


def filed(*commitments: Any, **values: Any) -> PlanFacts:
    return plan_of(**{"submitted_on": FILED, "commitments": commitments, **values})


DONE = running(milestones=steps("finished", "finished", "finished", "finished"))


def declared(one: Any = DONE, on: str = "2025-06-20", today: str = "2025-07-01", **values: Any) -> list[Any]:
    values = {"evidence": (proof("c1"),), **values}
    members = values.pop("members", ())
    return may_be_declared(filed(one, **values), one, day(on), day=day(today), members=members)


def test_com_life_01_with_four_of_four_milestones_finished_it_is_accepted() -> None:
    assert declared() == []
    assert declared(evidence=(proof("m3"),)) == [], "evidence of a milestone is evidence of its commitment"


def test_com_life_01_with_one_milestone_stuck_it_is_refused() -> None:
    stuck = running(milestones=steps("finished", "finished", "finished", "stuck"))
    (finding,) = declared(stuck)
    assert (finding.rule, finding.field) == ("COM-LIFE-01", "milestones")
    assert finding.message == "Milestones finished: 3 of 4. Not finished: Step 4."


@pytest.mark.parametrize(
    "evidence",
    [(), (proof("c1", source_class="secondary"),), (proof("c1", has_source=False),), (proof("c2"),)],
)
def test_com_life_01_without_primary_evidence_it_is_refused(evidence: tuple[EvidenceFacts, ...]) -> None:
    (finding,) = declared(evidence=evidence)
    assert (finding.rule, finding.field) == ("COM-LIFE-01", "evidence")


@pytest.mark.parametrize(
    ("on", "said"),
    [("2025-07-02", "later than today, 2025-07-01"), ("2024-03-31", "before it starts on 2024-04-01")],
)
def test_com_life_01_it_is_dated_from_its_start_to_today(on: str, said: str) -> None:
    (finding,) = declared(on=on)
    assert (finding.rule, finding.field) == ("COM-LIFE-01", "implemented_on")
    assert said in finding.message
    assert declared(on="2025-07-01") == []
    assert declared(on="2024-04-01") == []


def test_com_life_01_what_is_no_active_commitment_is_not_declared() -> None:
    draft = commitment(milestones=DONE.milestones)
    gone = dataclasses.replace(DONE, withdrawn_on=day("2024-09-01"))
    twice = dataclasses.replace(DONE, implemented_on=day("2025-06-01"))
    closed = dataclasses.replace(twice, assessed_on=day("2025-06-15"))
    said = [declared(one)[0].message for one in (draft, gone, twice, closed)]
    assert said == [
        f"“declare fully implemented” is not possible while it is “{state}”."
        for state in ("draft", "withdrawn", "implemented, waiting for assessment", "completed")
    ]


def test_com_life_01_after_the_end_of_the_plan_only_an_earlier_day_is_declared() -> None:
    assert declared(on="2027-10-31", today="2027-11-05") == []
    (finding,) = declared(on="2027-11-01", today="2027-11-05")
    assert "waiting for its last assessment" in finding.message


def shared(**days: str | None) -> Any:
    both = tuple(
        dataclasses.replace(one, implemented_on=day(on) if (on := days.get(one.member)) else None)
        for one in parts("a", "b")
    )
    return running(scope="joint", participations=both, milestones=steps("finished", "in-progress"))


PAIR = {"members": (city("a"), city("b"))}


def declared_part(one: Any, *members: str) -> list[Any]:
    plan = plan_of(*PAIR["members"], commitments=(one,), submitted_on=FILED, evidence=(proof("c1"),))
    return may_be_declared(plan, one, day("2025-06-20"), day=day("2025-07-01"), members=members)


def test_com_life_01_of_a_joint_one_every_part_is_declared() -> None:
    assert declared_part(shared(), "a") == [], "the milestones are asked for with the last part"
    assert rules(declared_part(shared(a="2025-06-01"), "b")) == ["COM-LIFE-01"]
    assert rules(declared_part(shared(), "a", "b")) == ["COM-LIFE-01"]
    assert rules(declared_part(shared())) == ["COM-LIFE-01"]


def test_com_life_01_a_part_is_declared_once_and_by_who_has_it() -> None:
    assert "A's part was declared implemented" in declared_part(shared(a="2025-06-01"), "a")[0].message
    assert declared_part(shared(), "z")[0].message == "z has no part in it."


def test_com_life_01_what_is_on_record_as_implemented_is_finished() -> None:
    one = running(implemented_on=day("2025-06-20"), milestones=steps("finished", "stuck"))
    found = list(check_life(filed(one), CURRENT, day=day("2025-07-01")))
    assert [(one.rule, one.field) for one in found] == [("COM-LIFE-01", "milestones")]


def assessment(on: str, completion: str = "substantial", **values: Any) -> ReportFacts:
    return ReportFacts(
        f"r{on}",
        "end-of-commitment",
        **{"commitment": "c1", "submitted_on": day(on), "completion": completion, **values},
    )


def state(one: Any, on: str, *reports: ReportFacts) -> tuple[str, str, bool]:
    found = commitment_state(one, filed(one, reports=reports), CURRENT, day(on))
    return found.state, found.label, found.holds_slot


def test_com_life_03_an_assessment_that_finds_it_not_complete_reopens_it() -> None:
    assert event_of_assessment(filed(), complete=False, day=day("2025-07-10")) == "find-incomplete"
    assert COMMITMENT.after("implemented", "find-incomplete") == "active"
    reopened = running(milestones=steps("in-progress"))
    assert state(reopened, "2025-07-10", assessment("2025-07-10")) == ("active", "late", True)


def test_com_life_03_its_slot_is_not_freed_by_that_assessment() -> None:
    one = running(implemented_on=None, end="2026-12-31")
    assert state(one, "2025-07-10", assessment("2025-07-10"))[2]
    places = slots_in_words(filed(one, reports=(assessment("2025-07-10"),)), CURRENT, day("2025-07-10"))
    assert places.used == 1


@pytest.mark.parametrize(("on", "event"), [("2027-10-31", "find-incomplete"), ("2027-11-01", None)])
def test_com_life_03_after_the_end_of_the_plan_it_is_final(on: str, event: str | None) -> None:
    expected = event or "find-incomplete-after-plan"
    assert event_of_assessment(filed(), complete=False, day=day(on)) == expected
    one = running(end=str(END))
    closes = "awaiting-assessment" if event else "closed-incomplete"
    assert state(one, "2027-11-20", assessment(on))[0] == closes
    assert COMMITMENT.after("awaiting-assessment", "find-incomplete-after-plan") == "closed-incomplete"
    assert COMMITMENT.after("implemented", "find-incomplete-after-plan") == "closed-incomplete"


def test_com_life_04_done_in_ten_months_is_flagged_and_not_blocked() -> None:
    one = running(implemented_on=day("2025-01-31"), milestones=steps("finished"))
    plan = filed(one, evidence=(proof("c1"),))
    (finding,) = check_life(plan, CURRENT, day=day("2025-02-01"))
    assert (finding.rule, finding.severity) == ("COM-LIFE-04", "warning")
    assert declared(dataclasses.replace(one, implemented_on=None), on="2025-01-31") == []
    in_time = dataclasses.replace(one, implemented_on=day("2025-03-31"))
    assert rules(check_life(changed(plan, commitments=(in_time,)), CURRENT, day=day("2025-04-01"))) == []


def test_com_life_05_past_its_own_end_it_is_late_and_keeps_its_slot() -> None:
    one = running(end="2026-06-30", milestones=steps("in-progress"))
    assert state(one, "2026-06-30") == ("active", "in-progress", True)
    assert state(one, "2026-07-01") == ("active", "late", True)
    (finding,) = check_life(filed(one), CURRENT, day=day("2026-07-01"))
    assert (finding.rule, finding.severity) == ("COM-LIFE-05", "warning")
    assert "end of the plan, 2027-10-31" in finding.hint
    assert list(check_life(filed(one), CURRENT, day=day("2026-06-30"))) == []


def test_com_life_05_it_is_not_closed_by_itself() -> None:
    one = running(end="2026-06-30")
    assert state(one, "2027-10-31")[0] == "active"
    assert state(one, "2027-11-01")[0] == "awaiting-assessment"
    assert list(check_life(filed(one), CURRENT, day=day("2027-11-01"))) == []


def test_com_life_06_an_organisation_of_civil_society_answers_for_a_milestone() -> None:
    ours = dataclasses.replace(steps("not-started")[0], responsible="Water users")
    assert who_answers_for(ours) == "Water users"
    plan = complete_plan(commitments=(commitment(milestones=(ours,)),))
    assert "COM-LIFE-06" not in rules(review(plan, day=FILED))


def test_a_commitment_is_not_started_in_progress_implemented_completed_or_withdrawn() -> None:
    assert state(commitment(), "2024-05-01") == ("draft", "", False)
    assert state(running(), "2024-03-20") == ("active", "not-started", True)
    assert state(running(milestones=steps("not-started")), "2024-05-01") == ("active", "not-started", True)
    assert state(running(), "2024-05-01") == ("active", "in-progress", True)
    done = running(implemented_on=day("2025-03-01"))
    assert state(done, "2025-02-28")[:2] == ("active", "in-progress")
    assert state(done, "2025-03-01") == ("implemented", "", True)
    closed = dataclasses.replace(done, assessed_on=day("2025-03-20"))
    assert state(closed, "2025-03-19") == ("implemented", "", True)
    assert state(closed, "2025-03-20") == ("closed-complete", "", False)
    gone = running(withdrawn_on=day("2024-09-15"))
    assert state(gone, "2024-09-14")[0] == "active"
    assert state(gone, "2024-09-15") == ("withdrawn", "", False)
    last = running(end=str(END), assessed_on=day("2027-11-20"))
    assert state(last, "2027-11-20")[0] == "closed-complete"


def test_the_slot_column_of_the_table_knows_every_state() -> None:
    assert set(KEEPS_PLACE) == set(COMMITMENT.states)


@pytest.mark.parametrize(("on", "expected"), [("2027-10-31", "active"), ("2027-11-01", "ended")])
def test_plan_period_08_a_plan_is_active_up_to_and_including_its_last_day(on: str, expected: str) -> None:
    plan = filed(running(end=str(END)))
    assert plan_state(plan, day(on)) == expected
    assert plan_state(plan, day("2024-03-14")) == "drafting"
    assert plan_state(changed(plan, submitted_on=None), day(on)) == "drafting"
    assert plan_state(changed(plan, period_end=None), day(on)) == "active"


def test_a_plan_is_closed_once_every_report_is_filed() -> None:
    one = running(end=str(END))
    learning = ReportFacts("l", "learning", submitted_on=day("2027-12-31"))
    plan = filed(one, reports=(learning,))
    assert plan_state(plan, day("2027-12-31")) == "ended"
    plan = changed(plan, reports=(learning, assessment("2027-11-20")))
    assert plan_state(plan, day("2027-12-30")) == "ended"
    assert plan_state(plan, day("2027-12-31")) == "closed"


def test_a_plan_whose_member_is_revoked_is_frozen() -> None:
    plan = plan_of(city(status="revoked"), submitted_on=FILED)
    assert plan_state(plan, day("2025-01-01")) == "frozen"


LEFT = {"left_on": day("2025-06-01")}


def coalition(*members: MemberFacts, held: int = 0, **values: Any) -> PlanFacts:
    made = tuple(running(f"C{number}", participations=parts("a")) for number in range(1, held + 1))
    return plan_of(*members, **{"submitted_on": FILED, "commitments": made, **values})


def test_coal_21_of_three_one_left_the_ceiling_falls_for_new_commitments_and_eleven_stay() -> None:
    plan = coalition(city("a"), city("b"), city("c", **LEFT), held=11)
    (finding,) = (one for one in check_life(plan, CURRENT, day=day("2025-06-01")) if one.rule == "COAL-21")
    assert finding.severity == "warning"
    assert "fewer than 10; it holds 11, and these stay" in finding.message
    assert "COAL-07" not in rules(review(plan, day=day("2025-06-02")))
    assert list(check_life(plan, CURRENT, day=day("2025-05-31"))) == [
        one for one in check_life(plan, CURRENT, day=day("2025-05-31")) if one.rule != "COAL-21"
    ]


@pytest.mark.parametrize(("held", "expected"), [(9, []), (10, ["COAL-07"]), (11, ["COAL-07"])])
def test_coal_21_a_new_commitment_is_included_below_the_new_ceiling(held: int, expected: list[str]) -> None:
    plan = coalition(city("a"), city("b"), city("c", **LEFT), held=held)
    new = running(
        "N", included_on=day("2025-06-01"), submitted_on=day("2025-06-01"), participations=parts("b")
    )
    found = review(changed(plan, commitments=(*plan.commitments, new)), day=day("2025-06-02"))
    assert [rule for rule in rules(found) if rule == "COAL-07"] == expected


def test_coal_21_with_one_member_left_the_plan_is_no_longer_joint() -> None:
    plan = coalition(city("a"), city("b", **LEFT))
    messages = [one.message for one in check_life(plan, CURRENT, day=day("2025-06-01"))]
    assert "Members left: 1. The plan is no longer joint." in messages
    assert coalition_state(plan, day("2025-06-01"), CURRENT) == "ended"
    assert coalition_state(plan, day("2025-05-31"), CURRENT) == "active"


def test_coal_21_who_left_takes_on_nothing_new_and_is_missed_in_no_joint_commitment() -> None:
    plan = coalition(city("a"), city("b"), city("c", **LEFT))
    on = {"included_on": day("2025-06-01"), "submitted_on": day("2025-06-01")}
    late = running("N", participations=parts("c"), **on)
    joint = running("J", scope="joint", participations=parts("a", "b"), **on)
    found = review(changed(plan, commitments=(late, joint)), day=day("2025-06-02"))
    assert ("COAL-21", "commitment N") in [(one.rule, one.subject) for one in found]
    assert not [one for one in found if one.subject == "commitment J" and one.rule == "COAL-10"]


def test_coal_21_nobody_waits_for_the_part_of_who_left() -> None:
    a, b = parts("a", "b")
    a = dataclasses.replace(a, implemented_on=day("2026-01-31"))
    one = running(participations=(a, dataclasses.replace(b, dropped_on=day("2025-06-01"))))
    assert one.fully_implemented_on == day("2026-01-31")
    assert dataclasses.replace(one, participations=(a, b)).fully_implemented_on is None


def test_coal_21_a_revoked_member_is_lost_on_the_day_of_its_letter() -> None:
    revoked = StatusEventFacts("s", "revoked", day("2025-06-01"))
    plan = coalition(city("a"), city("b"), memberships=(MembershipFacts("b", "B", events=(revoked,)),))
    assert [one.key for one in plan.members_on(day("2025-05-31"))] == ["a", "b"]
    assert [one.key for one in plan.members_on(day("2025-06-01"))] == ["a"]


def test_a_coalition_forms_acts_and_ends_with_its_plan() -> None:
    plan = coalition(city("a"), city("b"))
    assert coalition_state(changed(plan, submitted_on=None), FILED, CURRENT) == "forming"
    assert coalition_state(plan, END, CURRENT) == "active"
    assert coalition_state(plan, day("2027-11-01"), CURRENT) == "ended"
    dissolved = changed(plan, coalition=CoalitionFacts("c", ended_on=day("2026-01-01")))
    assert coalition_state(dissolved, day("2026-01-01"), CURRENT) == "active"
    assert coalition_state(dissolved, day("2026-01-02"), CURRENT) == "ended"


def test_plan_count_07_the_places_say_who_holds_them_and_why() -> None:
    held = [running(f"C{number}", end="2026-12-31") for number in range(2, 6)]
    done = running(implemented_on=day("2025-06-20"))
    places = slots_in_words(filed(done, *held), CURRENT, day("2025-07-01"))
    assert str(places).startswith("5 of 5 used; C1 implemented, waiting for assessment; C2 in progress")
    assert (places.free, places.next_free_on) == (0, day("2025-07-01"))
    places = slots_in_words(filed(*held), CURRENT, day("2025-07-01"))
    assert (places.free, places.next_free_on) == (1, day("2026-12-31"))
    places = slots_in_words(filed(running()), CURRENT, day("2025-07-01"))
    assert (places.held[0].state, places.next_free_on) == ("late", None)


def test_plan_count_07_every_day_of_the_plan_is_looked_at_and_not_only_the_submission() -> None:
    later = [running(f"C{n}", included_on=day("2025-01-01"), end=str(END)) for n in range(1, 7)]
    assert "PLAN-COUNT-01" in rules(review(filed(*later), day=day("2026-01-01")))


def test_plan_count_02_eight_commitments_in_all_are_no_more_than_five_at_a_time() -> None:
    done = [
        running(f"C{n}", implemented_on=day("2025-06-20"), assessed_on=day("2025-07-10")) for n in range(1, 4)
    ]
    held = [running(f"C{n}", end=str(END)) for n in range(4, 6)]
    new = [running(f"C{n}", included_on=day("2025-09-01"), end=str(END)) for n in range(6, 9)]
    plan = filed(*done, *held, *new)
    assert held_over_its_life(plan) == 8
    assert "PLAN-COUNT-01" not in rules(review(plan, day=day("2025-09-02")))


def newcomer(completed: str | None) -> MembershipFacts:
    person = OrientationFacts("Ana", "government", completed_on=day(completed) if completed else None)
    return MembershipFacts("mty", "Mty", orientation=(person,))


def test_plan_cycle_01_a_new_member_begins_with_orientation_and_an_old_one_with_planning() -> None:
    new = plan_of(memberships=(newcomer(None),))
    assert phases_on(new, CURRENT, day("2024-01-01")) == ("orientation", "planning")
    ready = changed(new, memberships=(newcomer("2023-12-15"),))
    assert phases_on(ready, CURRENT, day("2024-01-01")) == ("planning",)
    again = changed(new, previous_period_end=day("2023-10-31"))
    assert phases_on(again, CURRENT, day("2024-01-01")) == ("planning",), "nobody is oriented twice"


def test_plan_cycle_01_monitoring_runs_beside_implementation_and_the_gap_lasts_four_months() -> None:
    plan = filed(running(end=str(END)))
    assert phases_on(plan, CURRENT, END) == ("implementation", "monitoring")
    assert phases_on(plan, CURRENT, day("2027-11-01")) == ("learning", "gap")
    learned = changed(plan, reports=(ReportFacts("l", "learning", submitted_on=day("2027-12-31")),))
    assert phases_on(learned, CURRENT, day("2028-02-29")) == ("gap",)
    assert phases_on(learned, CURRENT, day("2028-03-01")) == ()
    assert phases_on(plan_of(city(status="revoked"), submitted_on=FILED), CURRENT, END) == ()


ALLOWED = {
    ("not-started", "in-progress"),
    ("not-started", "stuck"),
    ("not-started", "finished"),
    ("not-started", "incomplete"),
    ("in-progress", "stuck"),
    ("in-progress", "finished"),
    ("in-progress", "incomplete"),
    ("stuck", "in-progress"),
    ("stuck", "finished"),
    ("stuck", "incomplete"),
    ("incomplete", "finished"),
    ("finished", "in-progress"),
}


def test_v_mstatus_only_the_moves_of_the_table_are_possible() -> None:
    for old in MILESTONE.states:
        for new in MILESTONE.states:
            found = milestone_move(old, new, evidenced=True, reason="Rain", next_steps="Wait")
            refused = any(one.severity == "error" for one in found)
            assert refused != (old == new or (old, new) in ALLOWED), (old, new)


def test_v_mstatus_a_refused_move_names_those_that_are_possible() -> None:
    (finding,) = milestone_move("finished", "stuck")
    assert finding.message == "“Stuck” is not possible while it is “Finished”."
    assert finding.hint == "Possible: In progress."


def test_v_mstatus_finished_needs_primary_evidence() -> None:
    assert milestone_move("in-progress", "finished", evidenced=True) == []
    assert rules(milestone_move("in-progress", "finished")) == ["V-MSTATUS"]


def test_v_mstatus_stuck_needs_a_reason_and_next_steps() -> None:
    assert milestone_move("in-progress", "stuck", reason="No budget", next_steps="Ask the council") == []
    assert [one.field for one in milestone_move("in-progress", "stuck")] == ["reason", "next_steps"]


def test_v_mstatus_incomplete_only_when_its_last_month_has_passed() -> None:
    assert milestone_move("stuck", "incomplete") == []
    assert rules(milestone_move("stuck", "incomplete", is_over=False)) == ["V-MSTATUS"]


def test_v_mstatus_late_delivery_is_flagged_and_a_correction_has_a_reason() -> None:
    (finding,) = milestone_move("incomplete", "finished", evidenced=True)
    assert finding.severity == "warning"
    assert milestone_move("finished", "in-progress", reason="Entered by mistake") == []
    assert [one.field for one in milestone_move("finished", "in-progress")] == ["reason"]


@pytest.mark.parametrize(
    ("published", "on", "expected"),
    [
        (None, "2024-03-31", "upcoming"),
        (None, "2024-04-01", "open"),
        (None, "2024-06-30", "open"),
        (None, "2024-07-01", "missed"),
        ("2024-06-30", "2024-06-30", "published"),
        ("2024-06-30", "2024-06-29", "open"),
        ("2024-07-01", "2024-07-01", "missed"),
    ],
)
def test_the_update_of_a_quarter_is_to_come_open_published_or_missed(
    published: str | None, on: str, expected: str
) -> None:
    found = update_state(day("2024-04-01"), day("2024-06-30"), day(published) if published else None, day(on))
    assert found == expected


def test_plan_cycle_01_what_happens_on_the_day_itself_has_happened() -> None:
    filed = changed(complete_plan(), submitted_on=FILED)
    assert plan_state(filed, FILED, CURRENT) == "active"
    report = ReportFacts("r", "learning", submitted_on=day("2027-12-01"))
    over = changed(filed, reports=(report,))
    assert "learning" not in phases_on(over, CURRENT, day("2027-12-01"))
    assert "learning" in phases_on(over, CURRENT, day("2027-11-30"))
    begun = changed(filed, reports=(ReportFacts("r", "learning"),))
    assert "learning" in phases_on(begun, CURRENT, day("2027-12-01"))


def test_plan_cycle_01_a_plan_that_is_closed_may_still_be_in_its_gap() -> None:
    report = ReportFacts("r", "learning", submitted_on=day("2027-12-01"))
    closed = changed(complete_plan(), submitted_on=FILED, reports=(report,))
    assert phases_on(closed, CURRENT, day("2028-02-29")) == ("gap",)
    assert phases_on(closed, CURRENT, day("2028-03-01")) == ()


def test_orient_01_orientation_completed_on_the_day_is_completed() -> None:
    person = OrientationFacts("Ana", "government", completed_on=day("2024-02-01"))
    plan = changed(complete_plan(), memberships=(MembershipFacts("mty", "Mty", orientation=(person,)),))
    assert phases_on(plan, CURRENT, day("2024-01-31")) == ("orientation", "planning")
    assert phases_on(plan, CURRENT, day("2024-02-01")) == ("planning",)
