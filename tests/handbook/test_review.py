"""Co-creation and the reviews (COCR, MEET-02, COAL-13, QUAL-09, PLAN-SUB-02)."""

import dataclasses
from datetime import date

import pytest

from ogp_wagtail.handbook import (
    CURRENT,
    EndorsementFacts,
    MeetingFacts,
    PlanFacts,
    SpaceFacts,
    errors,
    review,
    review_filing,
    review_inclusion,
)
from ogp_wagtail.handbook.cocreation import check_cocreation
from ogp_wagtail.handbook.facts import ApproverFacts
from ogp_wagtail.handbook.meetings import cocreation_start, group_count, group_types, meeting_count
from ogp_wagtail.handbook.review import as_filed

from .build import (
    BOTH,
    SUBMITTED,
    body,
    changed,
    city,
    commitment,
    complete_commitment,
    complete_plan,
    day,
    parts,
    rules,
)
from .reports import inception
from .tracked import kept

PLAN = complete_plan()
(FORUM,) = PLAN.meetings


def cocreation(plan: PlanFacts = PLAN, **values: object) -> list[str]:
    return rules(check_cocreation(changed(plan, **values), CURRENT, day=SUBMITTED))


def meeting(**values: object) -> MeetingFacts:
    return dataclasses.replace(FORUM, **values)  # type: ignore[arg-type]


def test_cocr_the_four_requirements_are_met() -> None:
    assert cocreation() == []


def test_cocr_01_a_space_is_described() -> None:
    assert cocreation(spaces=()) == ["COCR-01"]


def test_cocr_04_the_space_has_both_sides() -> None:
    officials = SpaceFacts("Committee", sectors=frozenset({"government"}))
    assert cocreation(spaces=(officials,)) == ["COCR-04"]


@pytest.mark.parametrize(
    "values",
    [
        {"held_on": date(2024, 3, 16)},
        {"held_on": None},
        {"purposes": frozenset({"outreach"})},
        {"sectors": frozenset({"government"})},
        {"evidenced": False},
    ],
)
def test_meet_02_and_cocr_02_a_meeting_that_does_not_count_is_no_meeting(values: dict[str, object]) -> None:
    assert cocreation(meetings=(meeting(**values),)) == ["COCR-02"]


def test_cocr_02_a_meeting_on_the_day_of_submission_counts() -> None:
    assert cocreation(meetings=(meeting(held_on=SUBMITTED),)) == []


def test_cocr_02_after_filing_only_meetings_up_to_the_submission_count() -> None:
    late = changed(PLAN, submitted_on=SUBMITTED, meetings=(meeting(held_on=date(2024, 4, 1)),))
    assert rules(check_cocreation(late, CURRENT, day=date(2024, 6, 1))) == ["COCR-02"]


def endorsed(**values: object) -> tuple[EndorsementFacts, ...]:
    return (dataclasses.replace(PLAN.endorsements[0], **values),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "values",
    [
        {"sector": "government"},
        {"took_part": False},
        {"endorsed_on": None},
        {"endorsed_on": date(2024, 3, 16)},
    ],
)
def test_cocr_05_an_endorsement_that_does_not_count_is_named(values: dict[str, object]) -> None:
    plan = changed(PLAN, endorsements=endorsed(**values))
    findings = check_cocreation(plan, CURRENT, day=SUBMITTED)
    assert [(one.rule, one.subject) for one in findings] == [
        ("COCR-05", "plan"),
        ("COCR-05", "endorsement Water users"),
    ]
    assert "Water users" in findings[1].message


def test_cocr_05_an_empty_list_is_refused() -> None:
    assert cocreation(endorsements=()) == ["COCR-05"]


def test_cocr_05_a_change_after_the_endorsement_makes_it_stale() -> None:
    stale = endorsed(endorsed_on=date(2024, 3, 1))
    assert cocreation(endorsements=stale, text_changed_on=date(2024, 3, 10)) == ["COCR-05", "COCR-05"]
    assert cocreation(endorsements=stale, text_changed_on=date(2024, 3, 1)) == []


PAIR = changed(
    PLAN,
    members=(city("a"), city("b")),
    commitments=(complete_commitment("C1", participations=parts("a")),),
)


def test_coal_13_separate_processes_are_checked_for_each_member() -> None:
    three = tuple(meeting(key=str(number), members=frozenset({"a"})) for number in range(3))
    plan = changed(PAIR, cocreation_mode="separate", meetings=three)
    findings = check_cocreation(plan, CURRENT, day=SUBMITTED)
    assert [(one.rule, one.subject) for one in findings] == [("COCR-02", "member B")]
    both = (three[0], meeting(key="b", members=frozenset({"b"})))
    assert cocreation(plan, meetings=both) == []


def test_coal_13_separate_spaces_and_endorsements_too() -> None:
    only_a = frozenset({"a"})
    plan = changed(
        PAIR,
        cocreation_mode="separate",
        spaces=(SpaceFacts("Council", sectors=BOTH, members=only_a),),
        endorsements=endorsed(members=only_a),
    )
    assert cocreation(plan) == ["COCR-01", "COCR-05"]


def test_coal_13_in_a_shared_process_a_government_that_never_appears_is_warned() -> None:
    findings = check_cocreation(
        changed(PAIR, meetings=(meeting(members=frozenset({"a"})),)), CURRENT, day=SUBMITTED
    )
    assert [(one.rule, one.severity, one.subject) for one in findings] == [("COAL-13", "warning", "member B")]


def test_meet_07_what_the_form_computes() -> None:
    second = meeting(key="m2", groups=frozenset({"Water users", "Youth council"}))
    plan = changed(PLAN, meetings=(FORUM, second, meeting(key="m3", evidenced=False)))
    assert meeting_count(plan, SUBMITTED) == 2
    assert group_count(plan, SUBMITTED) == 3
    assert group_types(plan, SUBMITTED) == {"government", "community-organisation"}


def test_cocr_08_cocreation_starts_with_the_notice_or_the_first_meeting() -> None:
    assert cocreation_start(PLAN) == date(2024, 1, 20)
    assert cocreation_start(changed(PLAN, cocreation_notice_on=date(2024, 1, 5))) == date(2024, 1, 5)
    assert cocreation_start(changed(PLAN, meetings=())) is None


def test_plan_sub_02_a_complete_plan_may_be_filed() -> None:
    assert review_filing(PLAN, day=SUBMITTED) == []
    assert review(PLAN, day=SUBMITTED) == []


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"period_end": None}, "PLAN-PERIOD-04"),
        ({"period_end": date(2027, 11, 1)}, "PLAN-PERIOD-02"),
        ({"commitments": ()}, "PLAN-COUNT-05"),
        ({"members": ()}, "PLAN-SUB-02"),
        ({"point_of_contact": None}, "ROLE-01"),
        ({"monitoring_body": None}, "MB-01"),
        ({"monitoring_body": body(approved_on=None)}, "MB-03"),
        ({"monitoring_body": body(email="")}, "A1-6.2"),
        ({"endorsements": ()}, "COCR-05"),
        ({"meetings": ()}, "COCR-02"),
        ({"spaces": ()}, "COCR-01"),
        ({"texts": {}}, "A1-4.1"),
        ({"language": "es"}, "PLAN-LANG-01"),
    ],
)
def test_plan_sub_02_what_is_missing_keeps_the_plan_from_being_filed(
    values: dict[str, object], rule: str
) -> None:
    assert rule in rules(errors(review_filing(changed(PLAN, **values), day=SUBMITTED)))


def test_plan_sub_02_one_thing_is_said_once() -> None:
    findings = review_filing(changed(PLAN, endorsements=(), period_end=None), day=SUBMITTED)
    assert "A1-7" not in rules(findings)
    assert "A1-1.2" not in rules(findings)


def test_plan_sub_02_all_commitments_go_in_so_six_are_too_many() -> None:
    six = tuple(complete_commitment(f"C{number}") for number in range(6))
    assert rules(review_filing(changed(PLAN, commitments=six), day=SUBMITTED)) == ["PLAN-COUNT-01"]


def test_a2_01_two_drafts_of_one_title_cannot_be_filed_together() -> None:
    twins = (complete_commitment("C1", title="X"), complete_commitment("C2", title="x"))
    assert rules(review_filing(changed(PLAN, commitments=twins), day=SUBMITTED)) == ["A2-01", "A2-01"]


def test_a_withdrawn_commitment_is_not_reviewed() -> None:
    gone = commitment("C3", end="2024-05-01", withdrawn_on=date(2024, 3, 1))
    plan = changed(PLAN, commitments=(*PLAN.commitments, gone))
    assert review_filing(plan, day=SUBMITTED) == []


def test_coal_15_a_coalition_without_an_agreement_is_warned() -> None:
    findings = review_filing(changed(PAIR, agreement=False), day=SUBMITTED)
    assert ("COAL-15", "warning") in [(one.rule, one.severity) for one in findings]
    assert "COAL-08" in rules(findings)


def test_what_a_draft_lacks_is_a_warning_and_what_it_breaks_an_error() -> None:
    short = commitment("C1", start="2024-04-01", end="2025-03-30")
    findings = review(changed(PLAN, commitments=(short,), endorsements=()), day=SUBMITTED)
    assert rules(errors(findings)) == ["COM-DUR-01"]
    assert {"COCR-05", "A2-06"} <= set(rules(findings))


def test_what_a_filed_plan_lacks_is_an_error_but_its_drafts_are_spared() -> None:
    filed, later = as_filed(PLAN, SUBMITTED), date(2025, 9, 1)
    filed = changed(filed, updates=kept(filed, later), reports=(inception(),))
    assert review(filed, day=later) == []
    assert rules(errors(review(changed(filed, point_of_contact=None), day=later))) == ["ROLE-01"]
    draft = commitment("C9", start="2025-09-01", end="2026-08-31")
    findings = review(changed(filed, commitments=(*filed.commitments, draft)), day=later)
    assert findings
    assert errors(findings) == []


FILED = changed(PLAN, submitted_on=SUBMITTED)
SIXTH = complete_commitment(
    "C6",
    start="2025-09-01",
    end="2026-08-31",
    milestones=(),
    submitted_on=date(2025, 9, 1),
    agreed_by=(ApproverFacts("Water users", "ngs", True),),
)


def test_plan_count_04_a_later_commitment_is_complete_and_cocreated() -> None:
    linked = meeting(key="m6", held_on=date(2025, 8, 20), commitments=frozenset({"c6"}))
    plan = changed(FILED, meetings=(FORUM, linked))
    assert rules(review_inclusion(plan, SIXTH, day=date(2025, 9, 1))) == ["A2-17"]
    whole = dataclasses.replace(SIXTH, milestones=complete_commitment().milestones)
    assert rules(review_inclusion(plan, whole, day=date(2025, 9, 1))) == ["COM-DUR-03", "COM-DUR-03"]


def test_qual_09_a_later_commitment_needs_a_meeting_of_its_own() -> None:
    assert "QUAL-09" in rules(review_inclusion(FILED, SIXTH, day=date(2025, 9, 1)))
    late = meeting(key="m6", held_on=date(2025, 9, 2), commitments=frozenset({"c6"}))
    plan = changed(FILED, meetings=(FORUM, late))
    assert "QUAL-09" in rules(review_inclusion(plan, SIXTH, day=date(2025, 9, 1)))


def test_qual_09_an_initial_commitment_left_out_of_every_meeting_is_refused() -> None:
    only_first = meeting(commitments=frozenset({"c1"}))
    findings = review_filing(changed(PLAN, meetings=(only_first,)), day=SUBMITTED)
    assert [(one.rule, one.subject) for one in findings] == [("QUAL-09", "commitment C2")]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [("2026-11-01", "2027-10-31", []), ("2026-11-02", "2027-10-31", ["COM-DUR-01"])],
)
def test_plan_count_04_a_replacement_fits_into_what_is_left(
    start: str, end: str, expected: list[str]
) -> None:
    linked = meeting(key="m6", held_on=day("2026-10-01"), commitments=frozenset({"c6"}))
    plan = changed(FILED, meetings=(FORUM, linked))
    milestone = dataclasses.replace(complete_commitment().milestones[0], start=None, end=None)
    late = dataclasses.replace(
        SIXTH, start=day(start), end=day(end), submitted_on=None, milestones=(milestone,)
    )
    found = rules(review_inclusion(plan, late, day=day("2026-11-01")))
    assert [rule for rule in found if rule != "A2-17"] == expected


def test_before_filing_an_unfinished_commitment_may_be_included_within_the_limits() -> None:
    assert review_inclusion(PLAN, commitment("C3"), day=SUBMITTED) == []


def test_a_full_plan_takes_no_more_before_filing_either() -> None:
    held = tuple(commitment(f"C{number}", included_on=SUBMITTED) for number in range(1, 6))
    findings = review_inclusion(changed(PLAN, commitments=held), commitment("C6"), day=SUBMITTED)
    assert rules(findings) == ["PLAN-COUNT-01"]
    again = review_inclusion(changed(PLAN, commitments=held), held[0], day=SUBMITTED)
    assert again == [], "what is already in takes no second place"
