"""Amendments of filed commitments (AMEND-01 to AMEND-08, §3.2.1.3)."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import (
    CURRENT,
    AmendmentFacts,
    CommitmentFacts,
    MilestoneFacts,
    Month,
    PartyFacts,
    PlanFacts,
    errors,
    review,
    review_amendment,
)
from ogp_wagtail.handbook.amendments import (
    changes_that_need_one,
    check_amendments,
    corrections,
    is_typo_fix,
    window_closes,
    withdrawn,
)
from ogp_wagtail.handbook.facts import ApproverFacts, BaselineFacts
from ogp_wagtail.handbook.limits import occupies_slot
from ogp_wagtail.handbook.review import as_filed

from .build import SUBMITTED, changed, complete_commitment, complete_plan, day, rules

PLAN = as_filed(complete_plan(), SUBMITTED)
(FIRST, SECOND) = PLAN.commitments
LATER = dataclasses.replace(FIRST, end=date(2025, 9, 30))
WATER = ApproverFacts("Water users", "ngs", True)
DAY = date(2024, 8, 30)


def amendment(**values: Any) -> AmendmentFacts:
    """A complete change of the timeline that takes effect on ``DAY``."""
    values = {
        "commitment": FIRST.key,
        "kind": "timeline",
        "reason": "The data arrive later.",
        "consulted": ("Water users",),
        "consulted_on": date(2024, 8, 1),
        "consulted_how": "Meeting of the forum",
        "approvers": (WATER,),
        "approved_on": date(2024, 8, 1),
        "notified_on": DAY,
        "effective_on": DAY,
        "documented": True,
        **values,
    }
    return AmendmentFacts("a1", **values)


def found(
    new: CommitmentFacts | None = LATER, plan: PlanFacts = PLAN, on: date = DAY, **values: Any
) -> list[str]:
    return rules(review_amendment(plan, amendment(**values), new, day=on))


def removal(**values: Any) -> list[str]:
    return found(new=None, kind="removal", **values)


def test_amend_01_minutes_with_two_approving_stakeholders_are_enough() -> None:
    assert found(approvers=(WATER, ApproverFacts("Youth council", "ngs", True))) == []


def test_amend_01_consulted_without_approval_is_refused() -> None:
    assert found(approvers=(), approved_on=None) == ["AMEND-01"]


@pytest.mark.parametrize(
    "approver", [ApproverFacts("Newcomers", "ngs", False), ApproverFacts("Town hall", "government", True)]
)
def test_amend_01_an_approver_that_was_no_stakeholder_of_the_co_creation_does_not_count(
    approver: ApproverFacts,
) -> None:
    assert found(approvers=(approver,)) == ["AMEND-01"]


def test_amend_01_as_many_approvers_as_the_edition_asks_for() -> None:
    two = dataclasses.replace(CURRENT, ngs=dataclasses.replace(CURRENT.ngs, min_amendment_approvers=2))
    assert rules(review_amendment(PLAN, amendment(), LATER, two, day=DAY)) == ["AMEND-01"]


@pytest.mark.parametrize(
    "values",
    [
        {"consulted": ()},
        {"consulted_on": None},
        {"consulted_how": " "},
        {"approved_on": None},
        {"consulted_on": date(2024, 8, 2)},
        {"approved_on": date(2024, 8, 31)},
    ],
)
def test_amend_01_who_when_and_how_in_their_order(values: dict[str, Any]) -> None:
    assert found(**values) == ["AMEND-01"]


def test_amend_02_a_change_of_the_timeline_has_its_kind_values_and_reason() -> None:
    kept = amendment(old="2025-03-31", new="2025-09-30", filed_on=DAY)
    assert rules(check_amendments(changed(PLAN, amendments=(kept,)), CURRENT, day=DAY)) == []


def test_amend_02_a_change_without_history_is_refused() -> None:
    overwritten = amendment(filed_on=DAY)
    findings = check_amendments(changed(PLAN, amendments=(overwritten,)), CURRENT, day=DAY)
    assert rules(errors(findings)) == ["AMEND-02"]


def test_amend_02_no_reason_and_no_kind_are_refused() -> None:
    assert found(reason="") == ["AMEND-02"]
    assert "AMEND-02" in found(kind="")


def test_amend_02_it_changes_what_it_says_and_nothing_else() -> None:
    both = dataclasses.replace(LATER, ogp_values=frozenset({"civic-participation"}))
    assert found(both) == ["AMEND-02"]
    assert found(both, fields=frozenset({"ogp_values"})) == []


def test_amend_02_it_changes_something() -> None:
    assert found(FIRST) == ["AMEND-02"]
    assert found(None) == ["AMEND-02"]


def test_amend_02_what_is_not_in_the_plan_or_not_filed_is_not_amended() -> None:
    assert found(commitment="c9") == ["AMEND-02"]
    draft = changed(PLAN, commitments=(complete_commitment("C1"), SECOND))
    assert found(plan=draft) == ["AMEND-02"]


def test_amend_03_minutes_attached() -> None:
    assert found(documented=True) == []


def test_amend_03_without_document() -> None:
    assert found(documented=False) == ["AMEND-03"]


def on(text: str) -> dict[str, Any]:
    return {"notified_on": day(text), "effective_on": day(text), "on": day(text)}


def test_amend_04_the_last_day_of_the_window_counts() -> None:
    assert window_closes(FIRST, CURRENT) == date(2024, 9, 15)
    assert found(**on("2024-09-15")) == []


def test_amend_04_the_day_after_is_too_late_and_the_hint_names_the_day() -> None:
    (finding,) = review_amendment(
        PLAN,
        amendment(notified_on=day("2024-09-16"), effective_on=day("2024-09-16")),
        LATER,
        day=day("2024-09-16"),
    )
    assert finding.rule == "AMEND-04"
    assert "2024-09-15" in finding.message


def test_amend_04_a_later_commitment_has_its_own_window() -> None:
    sixth = complete_commitment(
        "C6",
        start="2025-09-01",
        end="2026-08-31",
        milestones=late_milestones(),
        submitted_on=day("2025-09-01"),
    )
    plan = changed(PLAN, commitments=(*PLAN.commitments, sixth))
    new = dataclasses.replace(sixth, end=day("2026-12-31"))
    assert found(new, plan, commitment="c6", **on("2026-03-01")) == []
    assert found(new, plan, commitment="c6", **on("2026-03-02")) == ["AMEND-04"]


def late_milestones() -> tuple[MilestoneFacts, ...]:
    return (MilestoneFacts("m6", "A map", Month(2025, 10), Month(2026, 3), "City", evidence_kind="EV-1.1"),)


def test_amend_04_an_exception_agreed_by_the_support_unit() -> None:
    assert found(su_agreed_on=day("2024-09-16"), **on("2024-09-16")) == []
    assert found(su_agreed_on=day("2024-09-17"), **on("2024-09-16")) == ["AMEND-04"]


def test_amend_04_another_reading_only_warns() -> None:
    lenient = dataclasses.replace(CURRENT, amend=dataclasses.replace(CURRENT.amend, after_window="warn"))
    late = amendment(notified_on=day("2024-09-16"), effective_on=day("2024-09-16"))
    findings = review_amendment(PLAN, late, LATER, lenient, day=day("2024-09-16"))
    assert [(one.rule, one.severity) for one in findings] == [("AMEND-04", "warning")]


def test_amend_04_neither_before_its_day_nor_before_the_submission() -> None:
    assert found(on=date(2024, 8, 29)) == ["AMEND-04"]
    early = {
        name: date(2024, 3, 14) for name in ("consulted_on", "approved_on", "notified_on", "effective_on")
    }
    assert found(**early) == ["AMEND-04"]


def test_amend_05_told_on_the_day_it_takes_effect() -> None:
    assert found(notified_on=DAY, effective_on=DAY) == []


def test_amend_05_not_told_or_told_afterwards() -> None:
    assert found(notified_on=None) == ["AMEND-05"]
    assert found(notified_on=date(2024, 8, 31)) == ["AMEND-05"]
    assert found(effective_on=None) == ["AMEND-05"]


def test_amend_06_the_end_moved_to_a_later_day() -> None:
    assert found(dataclasses.replace(FIRST, end=day("2025-09-30"))) == []


def test_amend_06_an_end_that_leaves_eleven_months() -> None:
    assert found(dataclasses.replace(FIRST, end=day("2025-02-28"))) == ["COM-DUR-01"]


def test_amend_06_an_item_of_the_form_that_is_emptied() -> None:
    emptied = dataclasses.replace(LATER, goals=frozenset())
    assert found(emptied, fields=frozenset({"goals"})) == ["A2-10"]


def test_amend_06_a_removal_leaves_a_commitment() -> None:
    assert removal() == []
    assert removal(plan=changed(PLAN, commitments=(FIRST,))) == ["AMEND-06"]
    draft = complete_commitment("C2")
    assert removal(plan=changed(PLAN, commitments=(FIRST, draft))) == ["AMEND-06"]


def with_party(commitment: CommitmentFacts, **values: Any) -> CommitmentFacts:
    return dataclasses.replace(commitment, parties=(dataclasses.replace(commitment.parties[0], **values),))


def with_milestone(commitment: CommitmentFacts, **values: Any) -> CommitmentFacts:
    (milestone,) = commitment.milestones
    return dataclasses.replace(commitment, milestones=(dataclasses.replace(milestone, **values),))


def with_text(commitment: CommitmentFacts, name: str, text: str) -> CommitmentFacts:
    return dataclasses.replace(commitment, texts={**commitment.texts, name: text})


WORDY = with_text(FIRST, "problem", "Citizens cannot follow 20 contracts of the city.")


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (with_party(WORDY, email="new@example.org"), "parties"),
        (with_party(WORDY, contact="Eva"), "parties"),
        (with_party(WORDY, job_title="Head of archives"), "parties"),
        (dataclasses.replace(WORDY, development_goals=frozenset({16})), "development_goals"),
        (with_milestone(WORDY, evidence_kind="EV-1.1"), "milestones"),
        (with_milestone(WORDY, status="in-progress"), "milestones"),
        (with_milestone(WORDY, contact="Eva"), "milestones"),
        (with_text(WORDY, "problem", "Citizens cannot folow 20 contracts, of the city."), "problem"),
        (dataclasses.replace(WORDY, title="Titel of C1"), "title"),
    ],
)
def test_amend_07_contacts_status_and_typos_change_directly_and_are_logged(
    new: CommitmentFacts, field: str
) -> None:
    assert changes_that_need_one(WORDY, new, CURRENT) == ()
    assert corrections(WORDY, new, CURRENT) == (field,)


def test_amend_07_additional_information_changes_directly() -> None:
    old, new = (with_text(FIRST, "additional_information", text) for text in ("SDG 16.", "SDG 16 and 17."))
    assert changes_that_need_one(old, new, CURRENT) == ()
    assert corrections(old, new, CURRENT) == ("additional_information",)


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (with_milestone(WORDY, end=Month(2024, 10)), "milestones"),
        (with_milestone(WORDY, deliverable="Two data sets and a map"), "milestones"),
        (with_milestone(WORDY, responsible="Water users"), "milestones"),
        (with_milestone(WORDY, key="other"), "milestones"),
        (dataclasses.replace(WORDY, milestones=()), "milestones"),
        (with_party(WORDY, organisation="Ministry"), "parties"),
        (with_party(WORDY, part="Pays for it"), "parties"),
        (dataclasses.replace(WORDY, baseline=BaselineFacts("26", "%")), "baseline"),
        (dataclasses.replace(WORDY, parties=(*WORDY.parties, PartyFacts("other", "NGO"))), "parties"),
        (dataclasses.replace(WORDY, resources=WORDY.resources[1:]), "resources"),
        (dataclasses.replace(WORDY, resources_secured="no"), "resources_secured"),
        (dataclasses.replace(WORDY, goals=frozenset({"g2"})), "goals"),
        (dataclasses.replace(WORDY, title="Publish all contracts"), "title"),
        (with_text(WORDY, "problem", "Citizens cannot follow 21 contracts of the city."), "problem"),
        (with_text(WORDY, "problem", "Citizens can follow 20 contracts of the city."), "problem"),
    ],
)
def test_amend_07_a_change_of_substance_needs_an_amendment(new: CommitmentFacts, field: str) -> None:
    assert changes_that_need_one(WORDY, new, CURRENT) == (field,)


def test_amend_07_texts_that_nobody_knows_are_not_compared() -> None:
    assert changes_that_need_one(dataclasses.replace(FIRST, texts={}), WORDY, CURRENT) == ()


def test_amend_07_what_is_exempt_is_chosen_by_the_edition() -> None:
    strict = dataclasses.replace(CURRENT, amend=dataclasses.replace(CURRENT.amend, exempt_fields=()))
    for new in (
        with_party(WORDY, email="new@example.org"),
        with_milestone(WORDY, status="in-progress"),
        dataclasses.replace(WORDY, title="Titel of C1"),
    ):
        assert len(changes_that_need_one(WORDY, new, strict)) == 1


@pytest.mark.parametrize(
    ("old", "new", "is_typo"),
    [
        ("Teh plan", "the plan.", True),
        ("open data", "opendata", True),
        ("transparancy", "transparency", True),
        ("it is", "it was", False),
        ("12 months", "13 months", False),
        ("now", "not", False),
        ("publish", "publish all", False),
        ("", "", True),
    ],
)
def test_amend_07_a_slip_of_the_pen(old: str, new: str, is_typo: bool) -> None:
    assert is_typo_fix(old, new, CURRENT.amend.typo_letters) is is_typo


REMOVED = amendment(kind="removal", notified_on=day("2024-09-15"), effective_on=day("2024-09-15"))


def test_amend_08_the_place_is_free_on_the_day_of_the_removal() -> None:
    gone = withdrawn(FIRST, REMOVED)
    assert not occupies_slot(gone, day("2024-09-15"), CURRENT)
    assert occupies_slot(gone, day("2024-09-14"), CURRENT)
    assert gone.withdrawn_reason == REMOVED.reason


def standing(*commitments: CommitmentFacts) -> list[str]:
    filed = dataclasses.replace(REMOVED, filed_on=day("2024-09-15"))
    plan = changed(PLAN, commitments=commitments, amendments=(filed,))
    return rules(errors(check_amendments(plan, CURRENT, day=day("2024-10-01"))))


def test_amend_08_the_withdrawn_commitment_stays_visible_with_its_reason() -> None:
    assert standing(withdrawn(FIRST, REMOVED), SECOND) == []


def test_amend_08_a_record_deleted_or_without_its_reason_is_missed() -> None:
    assert standing(SECOND) == ["AMEND-02"]
    assert standing(FIRST, SECOND) == ["AMEND-08"]
    assert standing(dataclasses.replace(withdrawn(FIRST, REMOVED), withdrawn_reason=""), SECOND) == [
        "AMEND-08"
    ]


def test_amend_08_what_was_withdrawn_is_not_amended() -> None:
    plan = changed(PLAN, commitments=(withdrawn(FIRST, REMOVED), SECOND))
    assert found(plan=plan) == ["AMEND-08"]


def test_what_a_drafted_amendment_lacks_is_a_warning() -> None:
    findings = review(changed(PLAN, amendments=(AmendmentFacts("a1", FIRST.key),)), day=DAY)
    assert [one for one in errors(findings) if one.rule.startswith("AMEND")] == []
    assert {"AMEND-01", "AMEND-02", "AMEND-03", "AMEND-05"} <= set(rules(findings))


@pytest.mark.parametrize("extreme", [date.min, date.max, date(2024, 2, 29)])
def test_no_date_makes_a_check_of_amendments_raise(extreme: date) -> None:
    names = ("consulted_on", "approved_on", "notified_on", "effective_on", "su_agreed_on", "filed_on")
    strange = amendment(**dict.fromkeys(names, extreme))
    submitted = dataclasses.replace(FIRST, submitted_on=extreme)
    plan = changed(PLAN, commitments=(submitted, SECOND), amendments=(strange,))
    assert isinstance(review_amendment(plan, strange, LATER, day=extreme), list)
    assert isinstance(check_amendments(plan, CURRENT, day=extreme), list)
