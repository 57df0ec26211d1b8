"""The reviews: a plan as it stands, on filing, and for one commitment more (PLAN-SUB-02, QUAL-09)."""

import dataclasses
from datetime import date

import pytest

from ogp_wagtail.handbook import (
    MeetingFacts,
    errors,
    review,
    review_filing,
    review_inclusion,
)
from ogp_wagtail.handbook.facts import ApproverFacts
from ogp_wagtail.handbook.review import as_filed

from .build import (
    SUBMITTED,
    body,
    changed,
    city,
    commitment,
    complete_commitment,
    complete_plan,
    day,
    met,
    parts,
    rules,
)
from .reports import inception
from .tracked import kept

PLAN = complete_plan()
(FORUM,) = PLAN.meetings


def meeting(**values: object) -> MeetingFacts:
    return dataclasses.replace(FORUM, **values)  # type: ignore[arg-type]


PAIR = changed(
    PLAN,
    members=(city("a"), city("b")),
    commitments=(complete_commitment("C1", participations=parts("a")),),
)


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
    filed = changed(filed, updates=kept(filed, later), reports=(inception(),), meetings=met(filed, later))
    assert errors(review(filed, day=later)) == []
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
