"""The three reports: form, platform, invitations, proof, and their days (MB-06 to MB-10, INC, EOC, FLE, MON-PUB)."""

import dataclasses

import pytest

from ogp_wagtail.handbook import CURRENT, MeetingFacts, PlanFacts, Severity, errors, review
from ogp_wagtail.handbook.facts import (
    ContributionFacts,
    InvitationFacts,
    ReportFacts,
    RequirementFacts,
)
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.life.report import REPORT, is_overdue, punctuality, report_state
from ogp_wagtail.handbook.monitoring import (
    assessment_due,
    assessment_of,
    assessment_trigger,
    check_monitoring,
    check_report,
    evaluation,
    inception_due,
    learning_due,
    rated_commitments,
)
from ogp_wagtail.handbook.monitoring.assessment import content_of_assessments
from ogp_wagtail.handbook.monitoring.inception import criteria_of_commitments, requirements_and_practices
from ogp_wagtail.handbook.monitoring.publication import reports_to_show
from ogp_wagtail.handbook.monitoring.questions import REQUIREMENTS

from .build import changed, city, complete_commitment, complete_plan, day, rules
from .reports import PLAN, RATING, assessment, inception, learning, reading, reported

MAY = day("2024-05-15")
END = day("2027-10-31")
INITIAL = ("c1", "c2")


def lacking(report: ReportFacts, plan: PlanFacts = PLAN, on: str = "2028-01-31") -> list[str]:
    return rules(errors(check_report(plan, report, CURRENT, day=day(on))))


def monitoring(plan: PlanFacts, on: str) -> list[Finding]:
    return check_monitoring(plan, CURRENT, day=day(on))


def only(plan: PlanFacts, on: str, rule: str) -> list[Finding]:
    return [finding for finding in monitoring(plan, on) if finding.rule == rule]


def test_a_plan_filed_today_owes_no_report() -> None:
    assert monitoring(PLAN, "2024-03-15") == []


def test_a_plan_whose_monitoring_is_done_has_nothing_to_mend() -> None:
    exercise = MeetingFacts("l", "Looking back", day("2027-12-10"), frozenset({"learning"}))
    done = (inception(), *(assessment(commitment=key) for key in INITIAL), learning())
    plan = reported(*done, meetings=(*PLAN.meetings, exercise))
    assert monitoring(plan, "2028-06-01") == []


def test_mb_06_a_report_in_the_order_of_the_form_is_accepted_and_a_free_one_is_not() -> None:
    assert lacking(inception()) == []
    assert lacking(inception(uses_form=False)) == ["MB-06"]
    assert "MB-06" in lacking(dataclasses.replace(inception(), kind="letter"))


def test_mb_08_a_report_has_a_reference_on_the_platform() -> None:
    assert lacking(inception(reference="OGP-77")) == []
    assert lacking(inception(reference=" ")) == ["MB-08"]


def test_eoc_05_an_assessment_on_paper_is_refused() -> None:
    assert lacking(assessment(reference="OGP-78")) == []
    assert lacking(assessment(reference="")) == ["EOC-05"]


def invited(side: str, on: str | None = "2024-05-01") -> InvitationFacts:
    return InvitationFacts("Somebody", side, day(on) if on else None)


def test_mb_09_both_sides_are_invited() -> None:
    two_and_four = (*[invited("government")] * 2, *[invited("ngs")] * 4)
    assert lacking(inception(invitations=two_and_four)) == []
    (finding,) = check_report(PLAN, inception(invitations=(invited("government"),)), CURRENT, day=MAY)
    assert finding.rule == "MB-09"
    assert "non-governmental stakeholders" in finding.message


@pytest.mark.parametrize(
    ("sent", "expected"), [("2024-05-15", []), ("2024-05-16", ["MB-09"]), (None, ["MB-09"])]
)
def test_mb_09_an_invitation_is_sent_before_the_report_is_filed(
    sent: str | None, expected: list[str]
) -> None:
    assert lacking(inception(invitations=(invited("government"), invited("ngs", sent)))) == expected


def test_mb_09_an_edition_may_ask_for_more() -> None:
    two = reading("mb", min_invitations_per_side=2)
    assert rules(check_report(PLAN, inception(), two, day=MAY)) == ["MB-09", "MB-09"]


def test_mb_10_a_claim_with_minutes_stands_and_one_without_does_not() -> None:
    assert lacking(inception()) == []
    bare = {"COCR-01": "Decree 5", "COCR-04": "List", "COCR-05": "Letters"}
    (finding,) = check_report(PLAN, inception(evidence=bare), CURRENT, day=MAY)
    assert (finding.rule, finding.values["claim"]) == ("MB-10", "COCR-02")
    not_shown = {**inception().requirements, "COCR-02": "not-met"}
    assert lacking(inception(evidence=bare, requirements=not_shown)) == []


def test_mb_10_a_completion_without_evidence_is_none() -> None:
    assert "MB-10" in lacking(assessment(evidence={}))
    assert "MB-10" not in lacking(assessment(evidence={}, completion="no-evidence"))


@pytest.mark.parametrize(
    ("on", "expected"), [("2024-05-15", []), ("2024-05-16", [("INC-01", Severity.WARNING)])]
)
def test_inc_01_it_is_filed_within_two_months(on: str, expected: list[object]) -> None:
    found = only(reported(inception(on)), "2024-06-01", "INC-01")
    assert [(one.rule, one.severity) for one in found] == expected
    assert inception_due(PLAN, CURRENT) == MAY


@pytest.mark.parametrize(("on", "count"), [("2024-05-15", 0), ("2024-05-16", 1)])
def test_inc_01_the_day_after_it_is_overdue(on: str, count: int) -> None:
    found = only(PLAN, on, "INC-01")
    assert [one.severity for one in found] == [Severity.ERROR] * count


def test_inc_01_there_is_one_a_plan() -> None:
    second = dataclasses.replace(inception("2024-05-20"), key="second")
    assert "INC-01" in lacking(second, reported(inception()))
    assert "INC-01" in rules(errors(monitoring(reported(inception(), second), "2024-06-01")))
    assert "INC-01" in lacking(inception(None), changed(PLAN, submitted_on=None))


def test_inc_02_the_report_answers_four_requirements_and_eight_practices() -> None:
    results = [one for one in requirements_and_practices() if not one.proves]
    assert len(results) == 4 + 8
    assert all(one.scale for one in results)
    (finding,) = check_report(PLAN, inception(requirements={}, evidence={}), CURRENT, day=MAY)
    assert (finding.rule, finding.values["count"]) == ("INC-02", 4)
    assert lacking(inception(requirements={**inception().requirements, "COCR-01": "perhaps"})) == ["INC-02"]


def test_inc_02_of_members_that_co_create_each_on_its_own_the_requirements_are_answered_one_by_one() -> None:
    apart = changed(PLAN, members=(city("a"), city("b")), is_joint=True, cocreation_mode="separate")
    met, proof = dict.fromkeys(REQUIREMENTS, "met"), dict.fromkeys(REQUIREMENTS, "Minutes")
    both = inception(
        requirements={},
        evidence={},
        member_requirements={"a": met, "b": met | {"COCR-04": "not-met"}},
        member_evidence={"a": proof, "b": proof},
    )
    assert lacking(both, apart) == []
    (finding,) = check_report(apart, inception(), CURRENT, day=MAY)
    assert (finding.rule, finding.values["count"]) == ("INC-02", 8)
    unproved = dataclasses.replace(both, member_evidence={"a": proof, "b": {**proof, "COCR-01": ""}})
    (finding,) = check_report(apart, unproved, CURRENT, day=MAY)
    assert (finding.rule, finding.values["claim"]) == ("MB-10", "B COCR-01")


def test_inc_03_three_criteria_for_each_initial_commitment_however_many() -> None:
    three = changed(PLAN, commitments=tuple(_initial(f"C{number}") for number in (1, 2, 3)))
    assert len(criteria_of_commitments()) == 3
    assert len(rated_commitments(three, inception())) == 3
    rated = inception(ratings=dict.fromkeys(("c1", "c2", "c3"), RATING))
    assert lacking(rated, three) == []
    (finding,) = check_report(three, inception(), CURRENT, day=MAY)
    assert (finding.rule, finding.values["count"]) == ("INC-03", 3)
    assert "C3 impact" in finding.message


def test_inc_03_ratings_are_on_the_scale_of_the_edition() -> None:
    coded = {"c1": RATING, "c2": {**RATING, "impact": "transformative"}}
    assert lacking(inception(ratings=coded)) == ["INC-03"]
    wide = reading("report", criteria_scale=("high", "moderate", "low", "transformative"))
    assert check_report(PLAN, inception(ratings=coded), wide, day=MAY) == []


def _initial(code: str, on: str = "2024-03-15", **values: object) -> object:
    return complete_commitment(code, included_on=day(on), submitted_on=day(on), **values)


LATER = changed(
    PLAN, commitments=(*PLAN.commitments, _initial("C6", "2025-09-01", start="2025-09-01", end="2026-08-31"))
)
CHECK = inception(
    "2025-10-01", commitment="c6", requirements={}, practices={}, evidence={}, ratings={"c6": RATING}
)


def test_inc_04_a_later_commitment_may_be_looked_at_and_need_not() -> None:
    assert [one.severity for one in only(LATER, "2025-10-01", "INC-04")] == [Severity.ADVICE]
    with_check = reported(inception(), CHECK, plan=LATER)
    assert only(with_check, "2025-10-02", "INC-04") == []
    assert lacking(CHECK, reported(inception(), plan=LATER)) == []


def test_inc_04_a_later_commitment_calls_for_no_second_report() -> None:
    assert only(reported(inception(), plan=LATER), "2026-01-01", "INC-01") == []
    assert lacking(inception(), LATER) == []
    assert lacking(dataclasses.replace(CHECK, commitment="c1", ratings={"c1": RATING})) == ["INC-04"]


def lived(**values: object) -> PlanFacts:
    first, second = PLAN.commitments
    return changed(PLAN, commitments=(dataclasses.replace(first, **values), second))  # type: ignore[arg-type]


def test_eoc_01_the_trigger_is_the_earlier_of_implementation_and_plan_end() -> None:
    plan = lived(implemented_on=day("2025-06-20"))
    first, second = plan.commitments
    assert assessment_trigger(plan, first) == day("2025-06-20")
    assert assessment_trigger(plan, second) == END
    withdrawn = lived(withdrawn_on=day("2024-09-01")).commitments[0]
    assert assessment_trigger(plan, withdrawn) is None
    assert assessment_trigger(plan, complete_commitment("C9")) is None


def test_eoc_01_what_is_not_in_the_plan_is_not_assessed() -> None:
    assert lacking(assessment(commitment="c9")) == ["EOC-01"]
    assert lacking(assessment(), lived(withdrawn_on=day("2024-09-01"))) == ["EOC-01"]


@pytest.mark.parametrize(("trigger", "due"), [("2025-06-20", "2025-07-20"), ("2026-01-31", "2026-02-28")])
def test_eoc_02_it_is_due_one_month_after_the_trigger(trigger: str, due: str) -> None:
    plan = lived(implemented_on=day(trigger))
    assert assessment_due(plan, plan.commitments[0], CURRENT) == day(due)


@pytest.mark.parametrize(
    ("on", "expected"), [("2025-07-20", []), ("2025-07-21", [("EOC-02", Severity.WARNING)])]
)
def test_eoc_02_the_due_day_is_on_time_and_the_next_is_not(on: str, expected: list[object]) -> None:
    plan = reported(assessment(on), plan=lived(implemented_on=day("2025-06-20")))
    assert [(one.rule, one.severity) for one in only(plan, on, "EOC-02")] == expected


def test_eoc_02_it_is_not_filed_before_the_trigger() -> None:
    plan = lived(implemented_on=day("2025-06-20"))
    assert lacking(assessment(None), plan, on="2025-06-19") == ["EOC-02"]
    assert lacking(assessment(None), plan, on="2025-06-20") == []
    overdue = only(plan, "2025-07-21", "EOC-02")
    assert [(one.severity, one.subject) for one in overdue] == [(Severity.ERROR, "commitment C1")]


def test_eoc_03_it_says_completion_outcomes_and_evidence() -> None:
    assert {one.id for one in content_of_assessments() if one.required} == {
        "completion",
        "completion-evidence",
        "outcomes",
    }
    assert lacking(assessment()) == []
    (finding,) = errors(check_report(PLAN, assessment(outcomes=""), CURRENT, day=day("2027-11-30")))
    assert finding.rule == "EOC-03"
    assert lacking(assessment(completion="half")) == ["EOC-03"]
    own = reading("report", completion_scale=("half", "complete"))
    assert check_report(PLAN, assessment(completion="half"), own, day=day("2027-11-30")) == []


def test_eoc_04_every_commitment_has_its_own_finished_or_not() -> None:
    both = reported(*(assessment(commitment=key, completion="limited") for key in INITIAL))
    assert only(both, "2027-12-01", "EOC-04") == []
    (finding,) = only(reported(assessment()), "2027-12-01", "EOC-04")
    assert "1 of 2" in finding.message
    assert "C2" in finding.message
    assert only(reported(assessment()), "2027-11-30", "EOC-04") == []


def test_eoc_04_a_commitment_is_assessed_once_unless_it_was_not_complete() -> None:
    done = reported(assessment("2025-07-10"), plan=lived(implemented_on=day("2025-06-20")))
    again = assessment(None, key="again")
    assert lacking(again, done, on="2025-08-01") == ["EOC-04"]
    reopened = reported(assessment("2025-07-10", completion="substantial"))
    assert lacking(again, reopened, on="2025-08-01") == ["EOC-02"]
    assert lacking(again, reopened, on="2027-11-01") == []
    assert assessment_of(reopened, reopened.commitments[0]) is None
    assert lacking(reopened.reports[0], reopened) == []


def test_com_life_02_an_implemented_commitment_is_closed_by_its_assessment() -> None:
    closed = lived(
        implemented_on=day("2025-06-20"), assessed_on=day("2025-07-10"), released_on=day("2025-07-10")
    )
    assert only(reported(assessment("2025-07-10"), plan=closed), "2025-07-11", "COM-LIFE-02") == []
    (finding,) = only(closed, "2025-07-11", "COM-LIFE-02")
    assert finding.severity is Severity.ERROR


def test_com_life_02_a_place_released_on_implementation_alone_still_owes_its_assessment() -> None:
    released = lived(implemented_on=day("2025-06-20"), released_on=day("2025-06-20"))
    assert only(released, "2025-06-21", "COM-LIFE-02")
    other = check_monitoring(released, reading("slot", release="implemented"), day=day("2025-06-21"))
    assert "COM-LIFE-02" not in rules(other)


@pytest.mark.parametrize(
    ("on", "expected"), [("2027-12-31", []), ("2028-01-01", [("FLE-01", Severity.WARNING)])]
)
def test_fle_01_it_is_filed_within_two_months_of_plan_end(on: str, expected: list[object]) -> None:
    found = only(reported(learning(on)), "2028-02-01", "FLE-01")
    assert [(one.rule, one.severity) for one in found] == expected
    assert learning_due(PLAN, CURRENT) == day("2027-12-31")


def test_fle_01_it_looks_back_so_the_plan_has_ended() -> None:
    assert lacking(learning(None, exercise_on=END), on="2027-10-31") == ["FLE-01"]
    assert lacking(learning(None, exercise_on=day("2027-11-01")), on="2027-11-01") == []
    assert lacking(learning(None, exercise_on=END), on="2027-11-05") == ["FLE-01"]
    assert only(PLAN, "2028-01-01", "FLE-01")[0].severity is Severity.ERROR


def test_fle_01_there_is_one() -> None:
    second = dataclasses.replace(learning(None), key="second")
    assert lacking(second, reported(learning())) == ["FLE-01"]


def test_fle_02_a_report_without_an_exercise_is_refused() -> None:
    assert lacking(learning()) == []
    (finding,) = errors(check_report(PLAN, learning(exercise_on=None), CURRENT, day=day("2027-12-31")))
    assert finding.rule == "FLE-02"
    assert lacking(learning(answers={}, lessons="Listen.", next_steps="A new plan.")) == ["FLE-02"]


def test_fle_02_the_exercise_is_a_meeting_for_learning() -> None:
    (finding,) = only(reported(learning()), "2027-12-31", "FLE-02")
    assert finding.severity is Severity.WARNING
    meeting = MeetingFacts("l", "Looking back", day("2027-12-10"), frozenset({"learning"}))
    assert only(reported(learning(), meetings=(meeting,)), "2027-12-31", "FLE-02") == []


def test_fle_03_the_other_reports_come_first() -> None:
    earlier = (inception(), *(assessment(commitment=key) for key in INITIAL))
    assert only(reported(*earlier, learning()), "2027-12-31", "FLE-03") == []
    (finding,) = only(reported(inception(), learning()), "2027-12-31", "FLE-03")
    assert finding.severity is Severity.WARNING
    assert "C1, C2" in finding.message


def test_mon_pub_01_a_filed_report_is_public() -> None:
    assert reports_to_show(reported(inception(), learning(None))) == (inception(),)
    assert only(reported(inception()), "2024-06-01", "MON-PUB-01") == []
    (finding,) = only(reported(inception(published_on=None)), "2024-06-01", "MON-PUB-01")
    assert finding.severity is Severity.WARNING


def comment(**values: object) -> ContributionFacts:
    return ContributionFacts("7", "comment", day("2027-11-20"), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(("answered", "count"), [("2027-11-25", 0), (None, 1)])
def test_mon_pub_02_each_comment_on_an_assessment_has_an_answer(answered: str | None, count: int) -> None:
    said = comment(about="eoc-c1", answered_on=day(answered) if answered else None)
    plan = reported(assessment(), contributions=(said,))
    assert len(only(plan, "2027-12-01", "MON-PUB-02")) == count


def test_mon_pub_02_comments_on_the_commitment_count_from_the_beginning_of_the_assessment() -> None:
    said = (comment(about="c1"),)
    begun = assessment(started_on=day("2027-11-20"))
    assert only(reported(begun, contributions=said), "2027-12-01", "MON-PUB-02")
    later = assessment(started_on=day("2027-11-21"))
    assert only(reported(later, contributions=said), "2027-12-01", "MON-PUB-02") == []


def result(value: str, **values: object) -> RequirementFacts:
    return RequirementFacts("COCR-02", value, MAY, **values)  # type: ignore[arg-type]


def test_cocr_06_the_support_unit_says_met() -> None:
    plan = changed(
        PLAN, requirements=(result("not-met"), dataclasses.replace(result("met"), evaluated_on=END))
    )
    assert only(plan, "2024-05-15", "COCR-06") == []
    assert evaluation(plan, "COCR-02").result == "met"  # type: ignore[union-attr]
    assert evaluation(plan, "COCR-01") is None


def test_cocr_06_a_member_says_no_more_than_self_assessed() -> None:
    own = changed(PLAN, requirements=(result("self-assessed", evaluated_by="member"),))
    assert only(own, "2024-05-15", "COCR-06") == []
    assert evaluation(own, "COCR-02") is None
    (finding,) = only(
        changed(PLAN, requirements=(result("met", evaluated_by="member"),)), "2024-05-15", "COCR-06"
    )
    assert finding.severity is Severity.ERROR


def test_cocr_06_a_result_has_a_day_and_is_about_one_of_the_four() -> None:
    undated = dataclasses.replace(result("met"), evaluated_on=None, requirement="REC-01")
    assert len(only(changed(PLAN, requirements=(undated,)), "2024-05-15", "COCR-06")) == 2


def test_the_life_of_a_report_is_a_table() -> None:
    assert REPORT.after("in-feedback", "file") == "submitted"
    assert REPORT.after("drafting", "file") is None
    assert REPORT.states[0] == "scheduled"
    assert REPORT.states[-1] == "answered"


def test_a_report_goes_from_scheduled_to_answered() -> None:
    started = dataclasses.replace(inception(None), started_on=day("2024-04-01"))
    silent = dataclasses.replace(started, invitations=())
    on = day("2024-05-01")
    assert report_state(None, MAY, day=on) == "scheduled"
    assert report_state(None, on, day=on) == "open"
    assert report_state(silent, on, day=on) == "drafting"
    assert report_state(started, on, day=on) == "in-feedback"
    assert report_state(inception(published_on=None), on, day=MAY) == "submitted"
    assert report_state(inception(), on, day=MAY) == "published"
    assert report_state(inception(), on, day=MAY, comments=2, answered=1) == "published"
    assert report_state(inception(), on, day=MAY, comments=2, answered=2) == "answered"


def test_overdue_is_a_flag_and_lateness_stays() -> None:
    assert not is_overdue(None, MAY, day=MAY)
    assert is_overdue(None, MAY, day=day("2024-05-16"))
    assert not is_overdue(inception("2024-05-16"), MAY, day=day("2024-05-20"))
    assert punctuality(inception("2024-05-15"), MAY) == "on-time"
    assert punctuality(inception("2024-05-16"), MAY) == "late"
    assert punctuality(inception(None), MAY) == ""


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "2028-02-29"])
def test_no_date_makes_the_checks_fail(on: str) -> None:
    reports = (inception(on), assessment(on), learning(on, exercise_on=day(on)))
    for plan in (reported(*reports), reported(*reports, submitted_on=day(on), period_end=day(on))):
        assert isinstance(review(plan, day=day(on)), list)


def test_a_draft_owes_no_report() -> None:
    assert not {"INC-01", "EOC-02", "FLE-01"} & set(rules(review(complete_plan(), day=day("2029-01-01"))))
