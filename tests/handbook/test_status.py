"""Membership status (STAT), the gap between plans (GAP, COAL-17, COAL-18), the first plan (PLAN-SUB-03)."""

import dataclasses
import json
from datetime import date, timedelta
from typing import Any

import pytest

from ogp_wagtail.handbook import (
    CURRENT,
    EndorsementFacts,
    MeetingFacts,
    MembershipFacts,
    PlanFacts,
    StatusEventFacts,
    errors,
    forecast,
    review,
    review_filing,
)
from ogp_wagtail.handbook.facts import (
    CivicSpaceCaseFacts,
    CoalitionFacts,
    NextStepFacts,
    ReportFacts,
    RequirementFacts,
    SubmittedPlanFacts,
)
from ogp_wagtail.handbook.limits import check_period
from ogp_wagtail.handbook.status import (
    Evidence,
    case_state,
    check_case,
    check_event,
    check_status,
    is_sanction,
    public_status,
    restart_found,
    revocation_waits,
    situation,
    situation_on,
    status_after_letter,
    status_on,
    work_goes_on,
)
from ogp_wagtail.handbook.status.requirements import latest_results
from ogp_wagtail.handbook.status.restart import cure_found
from ogp_wagtail.handbook.status.succession import number_of_plan
from ogp_wagtail.handbook.timetable import timetable

from .build import BOTH, changed, city, commitment, complete_plan, day, parts, plan_of, rules
from .tracked import conferred, entry, member, met, standing, update, words_only

FILED = date(2024, 3, 15)
C1 = commitment(included_on=FILED, submitted_on=FILED)
PLAN = plan_of(submitted_on=FILED, commitments=(C1,))
DRAFT = plan_of(end="2028-10-31", period_start=None)
MEMBER = member()
INACTIVE = conferred("inactive", "2024-10-10", "STAT-05", quarters=("2024-Q2", "2024-Q3"))
RESTING = conferred("inactive", "2024-10-10", "voluntary", is_voluntary=True)
PROBATION = conferred("probation", "2025-04-15", "STAT-11")


def edition_with(**values: Any) -> Any:
    return dataclasses.replace(CURRENT, status=dataclasses.replace(CURRENT.status, **values))


def with_updates(*updates: Any) -> PlanFacts:
    return changed(PLAN, updates=updates)


def meeting(on: str, **values: Any) -> MeetingFacts:
    values = {"purposes": frozenset({"co-creation"}), "sectors": BOTH, "evidenced": True, **values}
    return MeetingFacts(f"m{on}", held_on=day(on), **values)


# STAT-01


def test_stat_01_the_condition_and_the_status_are_two_things() -> None:
    waiting = forecast(MEMBER, PLAN, day=day("2024-10-09"))
    assert (waiting.status, str(waiting.met[0].met_on)) == ("active", "2024-10-01")
    assert forecast(member(INACTIVE), PLAN, day=day("2024-10-10")).status == "inactive"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-11-30", "applicant"),
        ("2023-12-01", "active"),
        ("2024-10-09", "active"),
        ("2024-10-10", "inactive"),
        ("2025-04-15", "probation"),
    ],
)
def test_stat_01_the_status_is_the_last_one_conferred(on: str, expected: str) -> None:
    assert status_on(member(PROBATION, INACTIVE), day(on)) == expected


def test_stat_01_nothing_is_set_without_a_record_of_the_support_unit() -> None:
    assert status_on(MEMBER, day("2027-01-01")) == "active"
    own = dataclasses.replace(INACTIVE, decided_by="point-of-contact")
    assert rules(errors(check_event(own))) == ["STAT-01"]
    assert check_event(INACTIVE) == []


def test_stat_01_a_status_is_not_conferred_before_its_condition_is_met() -> None:
    early = dataclasses.replace(INACTIVE, condition_met_on=day("2024-10-11"))
    assert rules(errors(check_event(early))) == ["STAT-01"]
    assert check_event(dataclasses.replace(INACTIVE, condition_met_on=day("2024-10-10"))) == []


def test_stat_01_that_statuses_follow_by_themselves_is_another_reading_and_revokes_nobody() -> None:
    edition = edition_with(auto_transition=True)
    status = [
        situation_on(MEMBER, PLAN, edition, day(on)).status
        for on in ("2024-09-30", "2024-10-01", "2025-04-01", "2025-04-02", "2025-08-03", "2026-12-31")
    ]
    assert status == ["active", "inactive", "inactive", "probation", "probation", "probation"]
    assert situation_on(MEMBER, PLAN, CURRENT, day("2026-12-31")).status == "active"


def test_stat_01_by_itself_a_member_is_active_again_on_the_day_of_its_evidence() -> None:
    edition = edition_with(auto_transition=True)
    plan = with_updates(update("2025-02-03"))
    status = [situation_on(MEMBER, plan, edition, day(on)).status for on in ("2025-02-02", "2025-02-03")]
    assert status == ["inactive", "active"]
    late = situation_on(MEMBER, plan, edition, day("2025-10-01"))
    assert [one.status for one in late.membership.events] == ["inactive", "active", "inactive"]
    assert late.event
    assert (str(late.event.conferred_on), late.event.quarters) == (
        "2025-10-01",
        ("2025-Q2", "2025-Q3"),
    )


# PLAN-SUB-03 and STAT-02

NEW = member(is_new=True, su_deadline=day("2024-03-31"))


def test_plan_sub_03_on_the_day_set_by_the_support_unit_is_in_time() -> None:
    plan = changed(PLAN, submitted_on=day("2024-03-31"), memberships=(NEW,))
    assert "PLAN-SUB-03" not in rules(check_status(plan, CURRENT, day=day("2024-04-01")))
    assert met(NEW, plan, "2024-04-01") == {}


def test_plan_sub_03_one_day_later_is_late() -> None:
    plan = changed(PLAN, submitted_on=day("2024-04-01"), memberships=(NEW,))
    assert "PLAN-SUB-03" in rules(check_status(plan, CURRENT, day=day("2024-04-01")))
    assert met(NEW, plan_of(), "2024-04-01") == {"STAT-02": "2024-04-01"}


def test_plan_sub_03_is_in_the_timetable_with_the_day_granted() -> None:
    granted = dataclasses.replace(NEW, extension_granted=True, extended_deadline=day("2024-06-30"))
    dates = [
        [
            (str(one.date), one.formula)
            for one in timetable(plan_of(memberships=(one,)))
            if one.rule == "PLAN-SUB-03"
        ]
        for one in (NEW, granted, MEMBER)
    ]
    assert dates == [
        [("2024-03-31", "day set by the Support Unit 2024-03-31")],
        [("2024-06-30", "day granted by the Support Unit 2024-06-30")],
        [],
    ]


EXTENDED = dataclasses.replace(
    NEW,
    extension_requested_on=day("2024-03-20"),
    extension_granted=True,
    extended_deadline=day("2024-06-30"),
)


def test_stat_02_submitted_on_the_last_day_of_an_extension_the_member_is_active() -> None:
    assert met(EXTENDED, changed(PLAN, submitted_on=day("2024-06-30")), "2024-07-01") == {}
    assert met(EXTENDED, plan_of(), "2024-06-30") == {}
    assert met(EXTENDED, plan_of(), "2024-07-01") == {"STAT-02": "2024-07-01"}


def test_stat_02_refused_the_condition_is_met_the_day_after_the_deadline() -> None:
    refused = dataclasses.replace(NEW, extension_requested_on=day("2024-03-20"), extension_granted=False)
    assert met(refused, plan_of(), "2024-03-31") == {}
    assert met(refused, plan_of(), "2024-04-01") == {"STAT-02": "2024-04-01"}


def test_stat_02_an_undecided_request_is_pending_and_flags_nobody() -> None:
    asked = dataclasses.replace(NEW, extension_requested_on=day("2024-03-20"))
    found = standing(asked, plan_of(), "2024-05-01")["STAT-02"]
    assert (found.state, found.is_met) == ("pending", False)
    assert found.message.startswith("Extension pending, requested on 2024-03-20")
    unasked = dataclasses.replace(asked, extension_requested_on=None, extension_granted=True)
    assert met(unasked, plan_of(), "2024-05-01") == {"STAT-02": "2024-04-01"}


def test_stat_02_is_ahead_until_then_and_over_once_the_plan_is_in() -> None:
    ahead = standing(NEW, plan_of(), "2024-02-01")["STAT-02"]
    assert ahead.message == (
        "First plan due by 2024-03-31; condition met on 2024-04-01 if it is not submitted by then."
    )
    assert (ahead.state, str(ahead.last_day)) == ("ahead", "2024-03-31")
    assert "STAT-02" not in standing(NEW, changed(PLAN, submitted_on=day("2024-05-01")), "2024-05-01")
    assert "STAT-02" not in standing(member(is_new=True), plan_of(), "2024-05-01")
    assert "STAT-02" not in standing(member(su_deadline=day("2024-03-31")), plan_of(), "2024-05-01")


# GAP and STAT-03


@pytest.mark.parametrize(("submitted", "late"), [("2028-02-29", False), ("2028-03-01", True)])
def test_gap_01_the_next_plan_follows_within_four_months(submitted: str, late: bool) -> None:
    following = changed(DRAFT, previous_period_end=day("2027-10-31"), submitted_on=day(submitted))
    assert ("GAP-01" in rules(check_period(following, CURRENT))) is late


def test_gap_01_is_in_the_timetable() -> None:
    assert [str(one.date) for one in timetable(PLAN) if one.rule == "GAP-01"] == ["2028-02-29"]


OLD = EndorsementFacts("Water users", "ngs", True, day("2024-03-14"))
AFRESH = EndorsementFacts("Water users", "ngs", True, day("2028-02-20"))
NEXT = changed(DRAFT, previous_period_end=day("2027-10-31"), previous_submitted_on=FILED)


def test_gap_02_the_next_plan_has_a_meeting_and_an_endorsement_of_its_own() -> None:
    made = changed(NEXT, endorsements=(OLD, AFRESH), meetings=(meeting("2024-01-20"), meeting("2028-01-10")))
    assert check_status(made, CURRENT, day=day("2028-02-29")) == []


def test_gap_02_what_is_from_the_day_of_the_last_submission_is_of_the_last_plan() -> None:
    then = dataclasses.replace(OLD, endorsed_on=FILED)
    found = check_status(
        changed(NEXT, endorsements=(then,), meetings=(meeting("2024-03-15"),)), CURRENT, day=day("2028-02-29")
    )
    assert [one.field for one in found if one.rule == "GAP-02"] == ["endorsements", "meetings"]
    other = meeting("2028-01-10", purposes=frozenset({"learning"}))
    found = check_status(
        changed(NEXT, meetings=(meeting("2024-01-20"), other)), CURRENT, day=day("2028-02-29")
    )
    assert [one.field for one in found if one.rule == "GAP-02"] == ["meetings"]


def test_gap_02_endorsements_and_meetings_copied_unchanged_are_a_warning() -> None:
    copied = changed(NEXT, endorsements=(OLD,), meetings=(meeting("2024-01-20"),))
    found = check_status(copied, CURRENT, day=day("2028-02-29"))
    assert [(one.rule, one.field, str(one.severity)) for one in found] == [
        ("GAP-02", "endorsements", "warning"),
        ("GAP-02", "meetings", "warning"),
    ]
    first = changed(copied, previous_submitted_on=None)
    assert check_status(first, CURRENT, day=day("2028-02-29")) == []


@pytest.mark.parametrize(("submitted", "refused"), [("2027-11-01", False), ("2027-10-31", True)])
def test_gap_03_a_plan_is_submitted_after_the_end_of_the_previous_one(submitted: str, refused: bool) -> None:
    following = changed(DRAFT, previous_period_end=day("2027-10-31"), submitted_on=day(submitted))
    assert ("GAP-03" in rules(errors(check_period(following, CURRENT)))) is refused


PLANS = tuple(
    SubmittedPlanFacts(f"p{year}", date(year, 3, 15), date(year + 3, 10, 31)) for year in (2016, 2020)
)


def test_gap_04_a_third_plan_is_as_good_as_the_first() -> None:
    veteran = member(plans=PLANS)
    third = complete_plan(memberships=(veteran,), previous_period_end=PLANS[-1].period_end)
    assert number_of_plan(veteran, third) == 3
    assert errors(review_filing(third, day=FILED)) == []
    assert number_of_plan(MEMBER, third) == 1


def test_stat_03_submitted_within_four_months_the_member_is_active() -> None:
    following = changed(DRAFT, key="2", submitted_on=day("2028-02-29"))
    silent = (*(update(f"{year}-{month}-10") for year in (2024, 2025, 2026, 2027) for month in ("05", "08")),)
    assert "STAT-03" not in met(MEMBER, [changed(PLAN, updates=silent), following], "2028-03-01")


def test_stat_03_nothing_by_then_and_the_condition_is_met_the_next_day() -> None:
    assert "STAT-03" not in met(MEMBER, PLAN, "2028-02-29")
    found = standing(MEMBER, PLAN, "2028-03-01")["STAT-03"]
    assert found.is_met
    assert found.message == (
        "No plan was submitted by 2028-02-29 (the last one ended on 2027-10-31); "
        "the condition has been met since 2028-03-01."
    )


def test_stat_03_lies_ahead_from_the_day_of_submission() -> None:
    assert "STAT-03" not in standing(MEMBER, PLAN, "2024-03-14")
    ahead = standing(MEMBER, PLAN, "2024-03-15")["STAT-03"]
    assert (ahead.state, str(ahead.met_on), str(ahead.last_day)) == ("ahead", "2028-03-01", "2028-02-29")
    assert "Next plan due by 2028-02-29" in ahead.message


def test_stat_03_an_earlier_plan_of_which_only_the_dates_are_known_counts() -> None:
    veteran = member(plans=PLANS)
    assert met(veteran, [], "2024-02-29") == {}
    assert met(veteran, [], "2024-03-01") == {"STAT-03": "2024-03-01"}
    assert "STAT-03" not in standing(member(plans=(SubmittedPlanFacts("p", FILED),)), [], "2030-01-01")


def test_stat_03_a_plan_of_which_only_the_dates_are_known_counts_from_its_day() -> None:
    veteran = member(plans=(*PLANS, SubmittedPlanFacts("p2024", day("2024-03-05"), day("2027-10-31"))))
    assert met(veteran, [], "2024-03-04") == {"STAT-03": "2024-03-01"}
    assert met(veteran, [], "2024-03-05") == {}


@pytest.mark.parametrize(
    ("on", "rule", "start"),
    [
        ("2024-03-31", "STAT-02", "First plan due by"),
        ("2024-04-01", "STAT-02", "No first plan was submitted"),
        ("2028-02-29", "STAT-03", "Next plan due by"),
        ("2028-03-01", "STAT-03", "No plan was submitted"),
    ],
)
def test_stat_02_and_03_say_on_the_last_day_that_it_is_due_and_then_that_it_was_missed(
    on: str, rule: str, start: str
) -> None:
    plan = plan_of() if rule == "STAT-02" else PLAN
    assert standing(NEW, plan, on)[rule].message.startswith(start)


# STAT-04 and STAT-05: day by day


def test_stat_04_one_commitment_with_progress_resets() -> None:
    plan = with_updates(update("2024-09-30"))
    assert met(MEMBER, plan, "2024-10-01") == {}
    ahead = standing(MEMBER, plan, "2024-10-01")["STAT-04"]
    assert (ahead.quarters, str(ahead.met_on)) == (("2024-Q4", "2025-Q1"), "2025-04-01")


def test_stat_04_two_quarters_without_progress_meet_it_on_the_first_day_after() -> None:
    plan = with_updates(update("2024-06-20", words_only()), update("2024-09-30", words_only()))
    assert met(MEMBER, plan, "2024-09-30") == {}
    assert met(MEMBER, plan, "2024-10-01") == {"STAT-04": "2024-10-01"}


def test_stat_04_a_missed_quarter_shows_no_progress_either() -> None:
    mixed = with_updates(update("2024-09-30", words_only()))
    assert met(MEMBER, mixed, "2024-10-01") == {"STAT-04": "2024-10-01"}
    assert met(MEMBER, mixed, "2024-10-01", edition_with(no_update_counts_as_no_progress=False)) == {}


def test_stat_04_under_the_other_reading_only_updates_without_progress_count() -> None:
    edition = edition_with(no_update_counts_as_no_progress=False)
    plan = with_updates(update("2024-06-20", words_only()), update("2024-09-30", words_only()))
    assert met(MEMBER, plan, "2024-10-01", edition) == {"STAT-04": "2024-10-01"}
    assert met(MEMBER, PLAN, "2024-10-01", edition) == {"STAT-05": "2024-10-01"}
    apart = with_updates(update("2024-06-20", words_only()), update("2024-10-10", words_only()))
    assert "STAT-04" not in met(MEMBER, apart, "2025-01-01", edition)


def test_stat_05_one_missed_and_the_next_updated_on_its_last_day() -> None:
    plan = with_updates(update("2024-09-30", words_only()))
    assert "STAT-05" not in met(MEMBER, plan, "2024-10-01")


def test_stat_05_two_missed_quarters_meet_it() -> None:
    assert met(MEMBER, PLAN, "2024-10-01") == {"STAT-04": "2024-10-01", "STAT-05": "2024-10-01"}


def test_stat_05_day_by_day_through_the_first_year() -> None:
    last_day_of_q1 = date(2025, 3, 31)
    for number in range((last_day_of_q1 - FILED).days + 1):
        on = FILED + timedelta(number)
        one = standing(MEMBER, PLAN, on)["STAT-05"]
        assert one.is_met == (on >= date(2024, 10, 1)), on
        missed = (on > date(2024, 6, 30)) + (on > date(2024, 9, 30))
        assert (str(one.met_on), one.values["missed"]) == ("2024-10-01", missed), on


def test_stat_05_day_by_day_an_update_counts_from_the_day_it_is_published() -> None:
    plan = with_updates(update("2024-08-15"))
    for on, met_on in (
        ("2024-08-14", "2024-10-01"),
        ("2024-08-15", "2025-04-01"),
        ("2025-03-31", "2025-04-01"),
    ):
        assert str(standing(MEMBER, plan, on)["STAT-05"].met_on) == met_on, on


def test_stat_05_and_04_end_with_the_update_that_comes_late() -> None:
    plan = with_updates(update("2024-10-20"))
    assert met(MEMBER, plan, "2024-10-19") == {"STAT-04": "2024-10-01", "STAT-05": "2024-10-01"}
    assert met(MEMBER, plan, "2024-10-20") == {}


def test_stat_05_another_number_of_quarters() -> None:
    edition = edition_with(inactive_quarters=3)
    assert met(MEMBER, PLAN, "2024-10-01", edition) == {}
    assert met(MEMBER, PLAN, "2025-01-01", edition)["STAT-05"] == "2025-01-01"


def test_stat_05_at_the_end_of_a_plan_one_quarter_is_not_two() -> None:
    plan = with_updates(update("2027-04-10"), update("2027-06-20"))
    assert set(standing(MEMBER, plan, "2027-09-30")) == {"STAT-03"}


# STAT-06 to STAT-09: the records


def test_stat_06_a_status_names_its_trigger_and_the_quarters() -> None:
    assert check_event(INACTIVE) == []
    assert rules(errors(check_event(conferred("inactive", "2024-10-10")))) == ["STAT-06"]
    without = check_event(dataclasses.replace(INACTIVE, quarters=()))
    assert [(one.rule, one.field) for one in without] == [("STAT-06", "quarters")]
    assert rules(check_event(conferred("probation", "2024-10-10", "STAT-05"))) == ["STAT-06"]
    assert check_event(conferred("active", "2025-02-03")) == []


ASKED = dataclasses.replace(
    RESTING,
    requested_on=day("2024-10-01"),
    reason="Elections",
    discussed_with_ngs_on=day("2024-09-20"),
    discussed_with_su_on=day("2024-09-25"),
)


def test_stat_07_a_request_with_its_confirmation_is_no_sanction() -> None:
    assert check_event(ASKED) == []
    assert not is_sanction(ASKED)
    assert is_sanction(INACTIVE)
    assert is_sanction(PROBATION)
    assert not is_sanction(conferred("active", "2025-02-03"))


def test_stat_07_without_request_or_reason_it_was_not_asked_for() -> None:
    unasked = dataclasses.replace(ASKED, requested_on=None, reason=" ")
    assert [(one.rule, one.field) for one in errors(check_event(unasked))] == [
        ("STAT-07", "requested_on"),
        ("STAT-07", "reason"),
    ]


def test_stat_08_both_discussions_are_recommended() -> None:
    assert "STAT-08" not in rules(check_event(ASKED))
    for missing in ("discussed_with_ngs_on", "discussed_with_su_on"):
        (finding,) = check_event(dataclasses.replace(ASKED, **{missing: None}))  # type: ignore[arg-type]
        assert (finding.rule, str(finding.severity)) == ("STAT-08", "warning")


def test_stat_09_a_letter_notes_the_status() -> None:
    assert check_event(dataclasses.replace(INACTIVE, letter="", letter_on=day("2024-10-10"))) == []
    for event in (INACTIVE, ASKED, PROBATION):
        (finding,) = check_event(dataclasses.replace(event, letter=""))
        assert (finding.rule, finding.field, str(finding.severity)) == ("STAT-09", "letter", "warning")
    assert check_event(dataclasses.replace(conferred("active", "2025-02-03"), letter="")) == []


# STAT-10: what shows that a member works again


def sign(plans: Any, on: str = "2025-04-10", *events: StatusEventFacts) -> Evidence | None:
    return restart_found(situation(member(*(events or (INACTIVE,))), plans, CURRENT, day(on)))


def test_stat_10_an_evidenced_progress_update_is_evidence() -> None:
    plan = with_updates(update("2025-02-03"))
    assert sign(plan) == Evidence("progress", day("2025-02-03"), "u2025-02-03")
    assert sign(plan, "2025-02-02") is None
    assert sign(with_updates(update("2024-10-10"))) is None
    assert sign(with_updates(update("2024-10-11"))) is not None


def test_stat_10_a_letter_of_intent_is_none() -> None:
    assert sign(PLAN) is None
    assert sign(with_updates(update("2025-02-03", words_only()))) is None


def test_stat_10_the_first_meeting_that_counts_is_evidence() -> None:
    draft = changed(DRAFT, meetings=(meeting("2025-03-01"), meeting("2025-02-01", evidenced=False)))
    found = sign([PLAN, draft])
    assert found
    assert (found.kind, str(found.on)) == ("meeting", "2025-03-01")
    assert found.as_dict() == {"kind": "meeting", "on": "2025-03-01", "key": "m2025-03-01"}


def test_stat_10_in_a_filed_plan_the_meeting_is_on_a_commitment_to_come() -> None:
    sixth = commitment("C6")
    for linked, expected in (
        (frozenset[str](), False),
        (frozenset({"c6"}), True),
        (frozenset({"c1"}), False),
        (frozenset({"a draft that was given up"}), True),
    ):
        plan = changed(PLAN, commitments=(C1, sixth), meetings=(meeting("2025-03-01", commitments=linked),))
        assert (sign(plan) is not None) is expected


def test_stat_10_the_next_plan_itself_is_evidence() -> None:
    found = sign([PLAN, changed(DRAFT, key="2", submitted_on=day("2025-03-01"))])
    assert found
    assert (found.kind, found.key) == ("plan", "2")


def test_stat_10_a_meeting_of_another_member_is_none() -> None:
    other = changed(DRAFT, meetings=(meeting("2025-03-01", members=frozenset({"lyon"})),))
    assert sign([PLAN, other]) is None
    assert sign([PLAN, changed(other, meetings=(meeting("2025-03-01", members=frozenset({"mty"})),))])


def test_stat_10_the_same_quarters_do_not_count_a_second_time() -> None:
    back = member(INACTIVE, conferred("active", "2025-02-03", "STAT-10"))
    plan = with_updates()
    assert met(back, plan, "2025-04-01") == {}
    assert standing(back, plan, "2025-04-01")["STAT-05"].quarters == ("2025-Q2", "2025-Q3")
    assert met(back, plan, "2025-10-01") == {"STAT-04": "2025-10-01", "STAT-05": "2025-10-01"}


def test_stat_10_a_return_on_the_first_day_of_a_quarter_makes_it_count() -> None:
    back = member(INACTIVE, conferred("active", "2025-04-01", "STAT-10"))
    assert standing(back, PLAN, "2025-04-01")["STAT-05"].quarters == ("2025-Q2", "2025-Q3")
    later = member(INACTIVE, conferred("active", "2025-04-02", "STAT-10"))
    assert standing(later, PLAN, "2025-04-02")["STAT-05"].quarters == ("2025-Q3", "2025-Q4")


@pytest.mark.parametrize(("returned", "settled"), [("2028-02-29", False), ("2028-03-01", True)])
def test_stat_10_the_same_missed_date_does_not_count_a_second_time(returned: str, settled: bool) -> None:
    back = member(INACTIVE, conferred("active", returned, "STAT-10"))
    assert ("STAT-03" not in met(back, PLAN, "2028-06-01")) is settled
    new = dataclasses.replace(NEW, events=(INACTIVE, conferred("active", "2024-11-01")))
    assert met(new, plan_of(), "2025-06-01") == {}


def test_stat_10_whoever_is_inactive_does_not_become_it_again() -> None:
    assert set(standing(member(INACTIVE), PLAN, "2028-06-01")) == {"STAT-11"}
    assert set(standing(member(INACTIVE, PROBATION), PLAN, "2028-06-01")) == {"STAT-16"}
    revoked = member(INACTIVE, PROBATION, conferred("revoked", "2025-08-20", "STAT-16"))
    assert standing(revoked, PLAN, "2028-06-01") == {}


# STAT-11: six months


def test_stat_11_a_restart_on_the_last_day_of_six_months_is_in_time() -> None:
    plan = with_updates(update("2025-04-10"))
    assert met(member(INACTIVE), plan, "2025-04-11") == {}
    assert standing(member(INACTIVE), plan, "2025-04-09")["STAT-11"].state == "ahead"
    assert standing(member(INACTIVE), plan, "2025-04-10") == {}


def test_stat_11_without_one_the_condition_is_met_the_day_after() -> None:
    for number in range(400):
        on = date(2024, 10, 10) + timedelta(number)
        one = standing(member(INACTIVE), PLAN, on)["STAT-11"]
        assert (one.is_met, str(one.met_on)) == (on >= date(2025, 4, 11), "2025-04-11"), on
    assert one.leads_to == "probation"
    assert met(member(INACTIVE), with_updates(update("2025-04-11")), "2025-04-12") == {
        "STAT-11": "2025-04-11"
    }


def test_stat_11_voluntary_inactivity_has_the_clock_unless_it_could_not_be_avoided() -> None:
    assert met(member(RESTING), PLAN, "2025-04-11") == {"STAT-11": "2025-04-11"}
    unavoidable = dataclasses.replace(RESTING, is_unavoidable=True)
    assert standing(member(unavoidable), PLAN, "2026-04-11") == {}
    forced = dataclasses.replace(INACTIVE, is_unavoidable=True)
    assert met(member(forced), PLAN, "2025-04-11") == {"STAT-11": "2025-04-11"}


def test_stat_11_and_14_are_in_the_timetable_while_they_run() -> None:
    def clocks(*events: StatusEventFacts) -> list[tuple[str, str, str]]:
        plan = plan_of(memberships=(member(*events),))
        kept = [one for one in timetable(plan) if one.rule in ("STAT-11", "STAT-14")]
        return [(one.rule, str(one.date), one.formula) for one in kept]

    six = ("STAT-11", "2025-04-10", "inactive status conferred 2024-10-10 + 6 months")
    four = ("STAT-14", "2025-08-15", "probation conferred 2025-04-15 + 4 months")
    assert clocks(INACTIVE) == [six]
    assert clocks(INACTIVE, PROBATION) == [six, four]
    assert clocks(INACTIVE, conferred("active", "2025-04-10")) == []
    assert clocks(dataclasses.replace(RESTING, is_unavoidable=True)) == []


# STAT-12: a requirement is not met


def evaluated(result: str, on: str, rule: str = "COCR-04", **values: Any) -> RequirementFacts:
    return RequirementFacts(rule, result, day(on), **values)


def inception(**requirements: str) -> ReportFacts:
    named = {f"COCR-{name[-2:]}": result for name, result in requirements.items()}
    return ReportFacts("r", "inception", submitted_on=day("2024-05-15"), requirements=named)


KEPT = tuple(update(on) for on in ("2024-05-02", "2024-08-02", "2024-11-02", "2025-02-02"))


def test_stat_12_four_requirements_met_lead_nowhere() -> None:
    results = tuple(evaluated("met", "2024-06-01", f"COCR-0{n}") for n in (1, 2, 4, 5))
    assert met(MEMBER, changed(PLAN, requirements=results, updates=KEPT), "2024-12-01") == {}


def test_stat_12_no_stakeholder_in_the_space_leads_from_active_to_probation() -> None:
    plan = changed(PLAN, reports=(inception(r01="met", r04="not-met"),), updates=KEPT)
    assert met(MEMBER, plan, "2024-05-14") == {}
    one = standing(MEMBER, plan, "2024-05-15")["STAT-12"]
    assert (one.is_met, one.leads_to, str(one.met_on)) == (True, "probation", "2024-05-15")
    assert one.message == "Minimum requirements found not to be met: COCR-04."


def test_stat_12_the_support_unit_decides_over_the_report() -> None:
    found = inception(r04="not-met")
    overruled = changed(PLAN, reports=(found,), requirements=(evaluated("met", "2024-05-10"),), updates=KEPT)
    assert met(MEMBER, overruled, "2024-06-01") == {}
    open_yet = changed(PLAN, reports=(found,), requirements=(evaluated("", "2024-05-20"),), updates=KEPT)
    assert "STAT-12" in met(MEMBER, open_yet, "2024-06-01")
    own = evaluated("met", "2024-05-20", evaluated_by="point-of-contact")
    assert "STAT-12" in met(MEMBER, changed(PLAN, reports=(found,), requirements=(own,)), "2024-06-01")


def test_stat_12_the_last_evaluation_stands() -> None:
    results = (evaluated("met", "2024-06-01"), evaluated("not-met", "2024-07-01"))
    plan = changed(PLAN, requirements=results, updates=KEPT)
    assert (met(MEMBER, plan, "2024-06-30"), met(MEMBER, plan, "2024-07-01")) == (
        {},
        {"STAT-12": "2024-07-01"},
    )
    case = situation(MEMBER, plan, CURRENT, day("2024-12-01"))
    assert [one.result for one in latest_results(case, day("2024-06-15"))] == ["met"]


def test_stat_12_of_a_coalition_it_concerns_the_member_it_names() -> None:
    plan = plan_of(
        city("a"),
        city("b"),
        submitted_on=FILED,
        requirements=(evaluated("not-met", "2024-06-01", member="a"),),
    )
    assert "STAT-12" in standing(member(key="a"), plan, "2024-06-01")
    assert "STAT-12" not in standing(member(key="b"), plan, "2024-06-01")


def test_stat_12_the_inception_report_tells_members_apart_that_co_create_each_on_its_own() -> None:
    own = {"a": {"COCR-04": "not-met"}, "b": {"COCR-04": "met"}}
    report = ReportFacts("r", "inception", submitted_on=day("2024-05-15"), member_requirements=own)
    plan = plan_of(city("a"), city("b"), submitted_on=FILED, cocreation_mode="separate", reports=(report,))
    assert "STAT-12" in standing(member(key="a"), plan, "2024-06-01")
    assert "STAT-12" not in standing(member(key="b"), plan, "2024-06-01")


def test_stat_12_what_was_put_right_once_is_not_held_against_a_member_again() -> None:
    plan = changed(PLAN, requirements=(evaluated("not-met", "2024-06-01"),), updates=KEPT)
    cured = member(
        conferred("probation", "2024-06-10", "STAT-12"), conferred("active", "2024-08-01", "STAT-15")
    )
    assert met(cured, plan, "2024-09-01") == {}
    again = changed(plan, requirements=(*plan.requirements, evaluated("not-met", "2024-08-02")))
    assert met(cured, again, "2024-09-01") == {"STAT-12": "2024-08-02"}


def test_stat_12_what_was_found_by_the_day_of_the_return_is_settled_by_a_return_from_probation_alone() -> (
    None
):
    plan = changed(PLAN, requirements=(evaluated("not-met", "2024-08-01"),), updates=KEPT)
    cured = member(
        conferred("probation", "2024-06-10", "STAT-12"), conferred("active", "2024-08-01", "STAT-15")
    )
    assert met(cured, plan, "2024-09-01") == {}
    rested = member(
        conferred("inactive", "2024-06-10", "STAT-02"), conferred("active", "2024-09-01", "STAT-10")
    )
    assert met(rested, plan, "2024-09-02") == {"STAT-12": "2024-08-01"}


def test_stat_12_the_condition_is_met_since_the_first_of_several_and_only_the_inception_report_says_so() -> (
    None
):
    two = (evaluated("not-met", "2024-07-01", "COCR-01"), evaluated("not-met", "2024-06-01", "COCR-05"))
    one = standing(MEMBER, changed(PLAN, requirements=two, updates=KEPT), "2024-08-01")["STAT-12"]
    assert (str(one.met_on), one.message[-17:]) == ("2024-06-01", "COCR-01, COCR-05.")
    other = dataclasses.replace(inception(r04="not-met"), kind="end-of-commitment")
    assert met(MEMBER, changed(PLAN, reports=(other,), updates=KEPT), "2024-08-01") == {}


# STAT-13 to STAT-16: probation


def test_stat_13_on_probation_the_work_goes_on() -> None:
    assert [work_goes_on(one) for one in ("active", "inactive", "probation", "revoked", "applicant")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    plan = complete_plan(memberships=(member(INACTIVE, PROBATION),))
    assert errors(review_filing(plan, day=day("2025-05-01"))) == errors(
        review_filing(changed(plan, memberships=()), day=day("2025-05-01"))
    )


CURED = (INACTIVE, PROBATION)


def test_stat_14_cured_on_the_last_day_of_four_months() -> None:
    assert met(member(*CURED), with_updates(update("2025-08-15")), "2025-08-16") == {}


def test_stat_14_one_day_later_is_too_late() -> None:
    assert met(member(*CURED), with_updates(update("2025-08-16")), "2025-08-16") == {"STAT-16": "2025-08-16"}


def test_stat_15_active_again_at_once_after_three_weeks() -> None:
    plan = with_updates(update("2025-05-06"))
    case = situation(member(*CURED), plan, CURRENT, day("2025-05-06"))
    assert (cure_found(case), standing(member(*CURED), plan, "2025-05-06")) == (day("2025-05-06"), {})
    assert cure_found(situation(member(*CURED), plan, CURRENT, day("2025-05-05"))) is None


def test_stat_15_work_begun_between_the_condition_and_the_letter_puts_it_right_too() -> None:
    case = situation(member(*CURED), with_updates(update("2025-04-12")), CURRENT, day("2025-04-15"))
    assert cure_found(case) == day("2025-04-12")


def test_stat_15_every_requirement_that_was_not_met_is_met() -> None:
    on_probation = member(conferred("probation", "2024-06-10", "STAT-12"))
    unmet = tuple(evaluated("not-met", "2024-06-01", rule) for rule in ("COCR-04", "COCR-05"))
    first = (*unmet, evaluated("met", "2024-06-20", "COCR-04"))
    both = (*first, evaluated("met", "2024-07-05", "COCR-05"))
    found = [
        cure_found(situation(on_probation, changed(PLAN, requirements=one), CURRENT, day("2024-08-01")))
        for one in ((), unmet, first, both)
    ]
    assert found == [None, None, None, day("2024-07-05")]


def test_stat_15_is_said_in_the_review_and_not_kept_until_the_fourth_month() -> None:
    plan = changed(PLAN, memberships=(member(*CURED),), updates=(update("2025-05-06"),))
    found = check_status(plan, CURRENT, day=day("2025-05-07"))
    assert [(one.rule, str(one.severity)) for one in found] == [("STAT-15", "advice")]


def test_stat_16_day_by_day_revocation_waits_for_the_fifth_month() -> None:
    for number in range(200):
        on = date(2025, 4, 15) + timedelta(number)
        one = standing(member(*CURED), PLAN, on)["STAT-16"]
        assert (one.is_met, one.leads_to) == (on >= date(2025, 8, 16), "revoked"), on
    assert status_on(member(*CURED), day("2030-01-01")) == "probation"


@pytest.mark.parametrize(("on", "refused"), [("2025-08-15", ["STAT-16"]), ("2025-08-16", [])])
def test_stat_16_revoked_on_record_and_not_before(on: str, refused: list[str]) -> None:
    revoked = conferred("revoked", on, "STAT-16")
    assert rules(errors(revocation_waits(member(*CURED, revoked), revoked, CURRENT))) == refused


def test_stat_16_whoever_is_revoked_files_no_plan() -> None:
    revoked = member(*CURED, conferred("revoked", "2025-08-20", "STAT-16"))
    plan = complete_plan(memberships=(revoked,))
    assert "STAT-16" in rules(errors(review_filing(plan, day=day("2025-08-20"))))
    assert "STAT-16" not in rules(errors(review_filing(plan, day=day("2025-08-19"))))


# STAT-17, STAT-18


def test_stat_17_the_public_sees_status_date_and_reason() -> None:
    shown = public_status(member(INACTIVE), day("2024-12-01"))
    assert (shown.status, shown.label, str(shown.since), shown.reason) == (
        "inactive",
        "Inactive",
        "2024-10-10",
        "No update for two quarters",
    )
    asked = public_status(member(ASKED), day("2024-12-01"))
    assert (asked.is_voluntary, asked.trigger, asked.note) == (True, "voluntary", "Elections")
    before = public_status(member(INACTIVE), day("2024-10-09"))
    assert (before.label, str(before.since), before.reason) == ("Active", "2023-12-01", "")


CASE = CivicSpaceCaseFacts("1", day("2024-10-01"))


def test_stat_18_a_letter_opens_a_case_and_changes_no_status() -> None:
    assert case_state(CASE) == "under-review"
    closed = dataclasses.replace(CASE, closed_on=day("2024-12-01"), outcome="Mediation")
    assert case_state(closed) == "closed"
    assert [status_after_letter("active", one) for one in (CASE, closed)] == ["active", "active"]
    assert rules([*check_case(CASE), *check_case(closed)]) == []


def test_stat_18_only_stakeholders_write_it_and_a_closed_case_has_an_outcome() -> None:
    assert rules(errors(check_case(dataclasses.replace(CASE, sender_side="government")))) == ["STAT-18"]
    closed = dataclasses.replace(CASE, closed_on=day("2024-09-30"))
    assert [(one.field, str(one.severity)) for one in check_case(closed)] == [
        ("closed_on", "error"),
        ("outcome", "warning"),
    ]


# STAT-19: the forecast


def test_stat_19_one_of_two_quarters_missed() -> None:
    found = {one.rule: one for one in forecast(MEMBER, PLAN, day=day("2024-07-01")).ahead}
    assert found["STAT-05"].message == (
        "1 of 2 quarters missed; condition met on 2024-10-01 if nothing is published by 2024-09-30."
    )
    assert found["STAT-04"].message == (
        "1 of 2 quarters without progress; condition met on 2024-10-01 if none is shown by 2024-09-30."
    )
    assert found["STAT-05"].hint == "Publish an update of the tracker."


def test_stat_19_is_no_alert_after_the_fact_only() -> None:
    first = forecast(MEMBER, PLAN, day=FILED)
    assert first.met == ()
    assert [(one.rule, str(one.met_on)) for one in first.ahead] == [
        ("STAT-04", "2024-10-01"),
        ("STAT-05", "2024-10-01"),
        ("STAT-03", "2028-03-01"),
    ]
    assert [(one.rule, str(one.date)) for one in first.clocks] == [
        ("TRK-01", "2024-06-30"),
        ("GAP-01", "2028-02-29"),
    ]


def test_stat_19_shows_the_clocks_that_run() -> None:
    def clocks(membership: MembershipFacts, plans: Any, on: str) -> list[tuple[str, str]]:
        return [(one.rule, str(one.date)) for one in forecast(membership, plans, day=day(on)).clocks]

    assert clocks(NEW, plan_of(), "2024-02-01") == [("PLAN-SUB-03", "2024-03-31")]
    assert clocks(member(INACTIVE), [], "2025-01-01") == [("STAT-11", "2025-04-10")]
    assert clocks(member(*CURED), [], "2025-05-01") == [("STAT-14", "2025-08-15")]
    assert clocks(member(*CURED), [], "2025-08-16") == []
    joint = plan_of(city("mty"), city("b"), submitted_on=FILED)
    assert clocks(MEMBER, joint, "2027-10-01") == [("COAL-18", "2028-02-29")]
    assert clocks(NEW, PLAN, "2024-03-20") == [("TRK-01", "2024-06-30"), ("GAP-01", "2028-02-29")]


def test_stat_19_the_forecast_is_json() -> None:
    shown = json.loads(
        json.dumps(
            forecast(member(INACTIVE), with_updates(update("2025-02-03")), day=day("2025-02-03")).as_dict()
        )
    )
    assert (shown["status"], shown["since"], shown["restart"]["kind"]) == (
        "inactive",
        "2024-10-10",
        "progress",
    )
    shown = json.loads(json.dumps(forecast(MEMBER, PLAN, day=day("2024-10-01")).as_dict()))
    assert [one["rule"] for one in shown["met"]] == ["STAT-04", "STAT-05"]
    assert shown["met"][0] == {
        "rule": "STAT-04",
        "section": "§4.1",
        "subject": "member Mty",
        "state": "met",
        "leads_to": "inactive",
        "met_on": "2024-10-01",
        "last_day": "2024-09-30",
        "quarters": ["2024-Q2", "2024-Q3"],
        "message": "No progress was shown in 2024-Q2, 2024-Q3; the condition has been met since 2024-10-01.",
        "hint": "Show progress: a milestone that moved, or a step that is described and evidenced.",
    }


def test_stat_19_in_a_review_a_condition_met_is_a_warning_and_one_half_met_is_advice() -> None:
    plan = changed(PLAN, memberships=(MEMBER,))
    said = {
        on: [(one.rule, str(one.severity)) for one in check_status(plan, CURRENT, day=day(on))]
        for on in ("2024-06-30", "2024-07-01", "2024-10-01")
    }
    assert said == {
        "2024-06-30": [],
        "2024-07-01": [("STAT-04", "advice"), ("STAT-05", "advice")],
        "2024-10-01": [("STAT-04", "warning"), ("STAT-05", "warning")],
    }
    assert {"STAT-04", "STAT-05", "TRK-01"} <= set(rules(review(plan, day=day("2024-10-01"))))


def test_stat_19_of_an_old_plan_the_review_says_nothing_of_the_present() -> None:
    later = member(plans=(SubmittedPlanFacts("2", day("2028-02-01"), day("2031-10-31")),))
    assert check_status(changed(PLAN, memberships=(later,)), CURRENT, day=day("2032-06-01")) == []


# COAL-17, COAL-18, COAL-22

JOINT = plan_of(
    city("a", "2026-12-31"),
    city("b", "2028-05-31"),
    end="2028-03-31",
    submitted_on=day("2025-02-28"),
    memberships=(member(key="a"), member(key="b")),
)


def test_coal_17_after_the_joint_plan_each_member_chooses_anew() -> None:
    ended = [one for one in check_status(JOINT, CURRENT, day=day("2028-04-01")) if one.rule == "COAL-17"]
    assert [one.key for one in ended] == ["a", "b"]
    assert "2028-07-31" in ended[0].hint
    assert "COAL-17" not in rules(check_status(JOINT, CURRENT, day=day("2028-03-31")))


@pytest.mark.parametrize(
    ("step", "said", "hint"),
    [
        ("undecided", "A has not chosen yet", "Record the choice"),
        ("own", "A goes on alone", "Submit its own plan by 2028-07-31."),
        ("coalition", "A goes on in a new coalition", "Record the new coalition"),
    ],
)
def test_coal_17_each_member_is_told_what_its_own_choice_asks_for(step: str, said: str, hint: str) -> None:
    choices = CoalitionFacts("1", next_steps=(NextStepFacts("a", step), NextStepFacts("b", "own")))
    found = check_status(changed(JOINT, coalition=choices), CURRENT, day=day("2028-04-01"))
    own, other = (one for one in found if one.rule == "COAL-17")
    assert said in own.message
    assert own.hint.startswith(hint)
    assert "B goes on alone" in other.message


def test_coal_17_whoever_has_chosen_is_not_asked_again() -> None:
    alone = SubmittedPlanFacts("own", day("2028-07-31"), day("2031-03-31"))
    plan = changed(JOINT, memberships=(member(key="a", plans=(alone,)), member(key="b")))
    found = [one.key for one in check_status(plan, CURRENT, day=day("2028-08-01")) if one.rule == "COAL-17"]
    assert found == ["b"]


def test_coal_18_the_gap_runs_for_each_member() -> None:
    dates = {one.subject: str(one.date) for one in timetable(JOINT) if one.rule == "COAL-18"}
    assert dates == {"member A": "2028-07-31", "member B": "2028-07-31"}
    own = plan_of(city("a"), end="2031-03-31", submitted_on=day("2028-07-31"))
    own = changed(own, key="own")
    assert "STAT-03" not in met(member(key="a"), [JOINT, own], "2028-08-01")
    assert met(member(key="b"), [JOINT, own], "2028-08-01")["STAT-03"] == "2028-08-01"


@pytest.mark.parametrize(("submitted", "late"), [("2028-07-31", []), ("2028-08-01", ["a", "b"])])
def test_coal_18_a_new_coalition_follows_as_fast(submitted: str, late: list[str]) -> None:
    before = SubmittedPlanFacts("old", day("2025-02-28"), day("2028-03-31"))
    again = changed(
        JOINT,
        submitted_on=day(submitted),
        period_end=day("2031-03-31"),
        memberships=(member(key="a", plans=(before,)), member(key="b", plans=(before,))),
    )
    found = [one.key for one in check_status(again, CURRENT, day=day(submitted)) if one.rule == "COAL-18"]
    assert found == late


def test_coal_22_a_member_that_leaves_later_is_still_asked_for_the_quarters_before() -> None:
    gone = changed(
        JOINT,
        members=tuple(
            dataclasses.replace(one, left_on=day("2026-06-15")) if one.key == "a" else one
            for one in JOINT.members
        ),
    )
    before = day("2026-03-01")
    assert forecast(member(key="a"), gone, day=before) == forecast(member(key="a"), JOINT, day=before)
    assert standing(member(key="a"), gone, before)["STAT-05"].met_on


def test_coal_22_the_status_stays_with_each_jurisdiction() -> None:
    on = {"included_on": day("2025-02-28")}
    own = commitment("A1", "2025-03-01", "2026-10-31", participations=parts("a"), **on)
    done = dataclasses.replace(own, implemented_on=day("2026-10-31"), assessed_on=day("2026-11-20"))
    other = commitment("B1", "2025-03-01", "2028-03-31", participations=parts("b"), **on)
    kept = tuple(
        update(f"{year}-{month}-15", entry("b1"), entry("a1"))
        for year in (2025, 2026)
        for month in ("05", "08", "11")
    )
    kept = (*kept, update("2026-02-15", entry("b1"), entry("a1")))
    plan = changed(JOINT, commitments=(done, other), updates=kept)
    assert met(member(key="a"), plan, "2027-12-31") == {}
    assert set(met(member(key="b"), plan, "2027-12-31")) == {"STAT-04", "STAT-05"}
    busy = changed(plan, commitments=(own, other))
    assert set(met(member(key="a"), busy, "2027-12-31")) == {"STAT-04", "STAT-05"}


# Whatever is typed


@pytest.mark.parametrize("extreme", [date.min, date(2024, 2, 29), date.max])
def test_no_date_makes_the_forecast_raise(extreme: date) -> None:
    events = tuple(
        StatusEventFacts(status, status, extreme, trigger)
        for status, trigger in (("inactive", "STAT-05"), ("probation", "STAT-12"), ("revoked", "STAT-16"))
    )
    plan = plan_of(city(), end=None, submitted_on=extreme, commitments=(C1,))
    for count in range(4):
        one = member(*events[:count], joined_on=extreme, is_new=True, su_deadline=extreme)
        whole = changed(plan, period_end=extreme, memberships=(one,))
        for on in (date.min, extreme, date.max):
            for edition in (CURRENT, edition_with(auto_transition=True)):
                assert json.dumps(forecast(one, whole, edition, day=on).as_dict())
                check_status(whole, edition, day=on)
                timetable(whole, edition)


def test_a_review_on_a_day_knows_nothing_of_what_came_later() -> None:
    everything = changed(
        PLAN,
        updates=(*KEPT, update("2026-01-10")),
        requirements=(evaluated("not-met", "2026-02-01"),),
        meetings=(meeting("2026-03-01"),),
    )
    so_far = changed(PLAN, updates=KEPT)
    whole = member(
        conferred("inactive", "2026-05-01", "STAT-04"), plans=(SubmittedPlanFacts("9", day("2027-12-01")),)
    )
    for number in range(0, 600, 7):
        on = FILED + timedelta(number)
        assert forecast(whole, everything, day=on) == forecast(MEMBER, so_far, day=on)
