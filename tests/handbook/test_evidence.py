"""Evidence, what it proves, and what is claimed without it (EV)."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from ogp_wagtail.handbook import MeetingFacts, PlanFacts, review
from ogp_wagtail.handbook.evidence import (
    WHAT_LABELS,
    Claim,
    ClaimStatus,
    check_claims,
    check_items,
    claims,
    is_evidence,
    is_proof,
    items_to_check,
)
from ogp_wagtail.handbook.facts import (
    ContributionFacts,
    EntryFacts,
    EvidenceFacts,
    MoveFacts,
    ReportFacts,
    RequirementFacts,
    UpdateFacts,
)
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.vocabularies import EVIDENCE_GROUPS, EVIDENCE_TYPES

from .build import SUBMITTED, changed, complete_commitment, complete_plan

PLAN = changed(complete_plan(submitted_on=SUBMITTED), contributions=(), reports=())
LATER = date(2025, 7, 1)
MINUTES = EvidenceFacts(
    "e1", "Signed minutes", "EV-3.3", dated_on=date(2024, 1, 20), proves=frozenset({"m1"})
)
PRESS = dataclasses.replace(MINUTES, key="e2", title="Press release", source_class="secondary")


def item(**values: Any) -> EvidenceFacts:
    return dataclasses.replace(MINUTES, **values)


def found(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(one.rule, str(one.severity), one.subject) for one in findings]


def of_items(*items: EvidenceFacts) -> list[tuple[str, str, str]]:
    return found(check_items(changed(PLAN, evidence=items)))


def test_ev_01_a_file_or_a_direct_link_is_evidence_and_a_statement_is_not() -> None:
    assert is_evidence(MINUTES)
    assert is_evidence(item(has_source=False, address="https://example.org/minutes"))
    assert not is_evidence(item(title="Meeting held", has_source=False))


@pytest.mark.parametrize(
    ("values", "proves"),
    [
        ({}, True),
        ({"kind": "EV-4.9", "source_class": "secondary"}, True),
        ({"kind": "EV-4.8", "source_class": "secondary"}, True),
        ({"kind": "EV-3.1", "source_class": "secondary"}, False),
        ({"has_source": False}, False),
    ],
)
def test_ev_02_only_a_primary_source_or_an_independent_analysis_proves(
    values: dict[str, Any], proves: bool
) -> None:
    assert is_proof(item(**values)) is proves


FINISHED = dataclasses.replace(complete_commitment().milestones[0], status="finished")
WITH_FINISHED = changed(PLAN, commitments=(complete_commitment("C1", milestones=(FINISHED,)),))
DATA = item(key="e3", title="Data set", kind="EV-4.4", proves=frozenset({"m"}))


def of_claims(plan: PlanFacts, *items: EvidenceFacts, **values: Any) -> list[tuple[str, str, str]]:
    return found(check_claims(changed(plan, evidence=items, **values), day=LATER))


def test_ev_03_a_finished_milestone_needs_a_primary_source() -> None:
    assert of_claims(WITH_FINISHED, DATA) == []
    unproven = [("EV-03", "warning", "milestone A data set")]
    assert of_claims(WITH_FINISHED) == unproven
    assert of_claims(WITH_FINISHED, item(proves=frozenset({"m"}), source_class="secondary")) == unproven
    (finding,) = check_claims(WITH_FINISHED, day=LATER)
    assert finding.message == "It is claimed that it is finished; claimed, not evidenced."


def test_ev_03_a_commitment_that_is_implemented_is_a_claim_shown_by_its_milestones_too() -> None:
    done = dataclasses.replace(complete_commitment("C1"), implemented_on=date(2025, 6, 20))
    plan = changed(PLAN, commitments=(done,), meetings=())
    (claim,) = claims(plan, day=LATER)
    assert (claim.what, claim.key, claim.status) == ("commitment-implemented", "c1", "claimed")
    for proof in (item(proves=frozenset({"c1"})), DATA):
        assert [one.status for one in claims(changed(plan, evidence=(proof,)), day=LATER)] == ["proven"]
    assert claims(plan, day=date(2025, 6, 19)) == []
    assert of_claims(plan) == [("EV-03", "error", "commitment C1")]
    assert of_claims(plan, DATA) == []


def update(**values: Any) -> tuple[UpdateFacts, ...]:
    entry = EntryFacts("c1", "Good progress.", **{"step": "Portal opened", **values})
    return (UpdateFacts("u1", date(2025, 1, 1), date(2025, 4, 2), entries=(entry,)),)


def test_ev_03_progress_that_an_update_tells_needs_evidence() -> None:
    unproven = [("EV-03", "warning", "update 2025-Q1")]
    assert of_claims(PLAN, updates=update()) == unproven
    assert of_claims(PLAN, updates=update(evidenced=True)) == []
    assert of_claims(PLAN, item(proves=frozenset({"u1"})), updates=update()) == []
    assert of_claims(PLAN, updates=update(step=" ")) == [], "words alone claim nothing"


def test_ev_03_a_milestone_that_moved_is_in_the_ledger_and_no_warning() -> None:
    moved = update(step="", moves=(MoveFacts("m", "not-started", "in-progress"),))
    plan = changed(PLAN, updates=moved, meetings=())
    assert [(one.what, one.status) for one in claims(plan)] == [("milestones-moved", "claimed")]
    shown = changed(plan, evidence=(DATA,))
    assert [one.status for one in claims(shown)] == ["proven"]
    assert of_claims(PLAN, updates=moved) == []


def test_ev_03_a_requirement_met_needs_evidence_of_its_kind() -> None:
    met = (RequirementFacts("COCR-04", "met"), RequirementFacts("COCR-05", "not-met"))
    composition = item(kind="EV-2.3", proves=frozenset())
    assert of_claims(PLAN, requirements=met) == [("EV-03", "warning", "requirement COCR-04")]
    assert of_claims(PLAN, composition, requirements=met) == []
    assert of_claims(PLAN, item(proves=frozenset({"COCR-04"})), requirements=met) == []
    assert of_claims(PLAN, MINUTES, requirements=met) == [("EV-03", "warning", "requirement COCR-04")]


def claimed(*items: EvidenceFacts, evidenced: bool = False) -> Claim:
    """The claim that the meeting m1 was held."""
    meeting = MeetingFacts("m1", "Forum", date(2024, 1, 20), evidenced=evidenced)
    (claim,) = claims(changed(PLAN, meetings=(meeting,), evidence=items), day=LATER)
    return claim


def test_ev_03_a_meeting_is_a_claim_with_its_proofs() -> None:
    assert claimed(MINUTES).proofs == (MINUTES,)
    assert claimed(MINUTES).status is ClaimStatus.PROVEN
    assert claimed(evidenced=True).status is ClaimStatus.PROVEN
    assert claimed(PRESS).status is ClaimStatus.CLAIMED
    assert claimed().status is ClaimStatus.CLAIMED
    planned = MeetingFacts("m9", held_on=date(2025, 7, 2))
    assert claims(changed(PLAN, meetings=(planned,)), day=LATER) == []


def test_ev_04_each_item_has_a_source_a_type_and_something_it_proves() -> None:
    assert of_items(MINUTES, item(folder="c1", proves=frozenset())) == []
    assert of_items(item(kind="")) == [("EV-04", "warning", "plan")]
    assert of_items(item(proves=frozenset())) == [("EV-04", "warning", "plan")]
    assert of_items(item(has_source=False)) == [("EV-04", "warning", "plan")]


def test_ev_04_what_many_items_lack_is_said_once() -> None:
    many = tuple(item(key=str(number), title=f"Scan {number}", kind="") for number in range(8))
    (finding,) = check_items(changed(PLAN, evidence=many))
    assert finding.message == "Evidence without a type: Scan 0, Scan 1, Scan 2, Scan 3, Scan 4 (+ 3)."


def test_ev_05_a_list_of_participants_with_affiliations_only_is_taken() -> None:
    listed = item(kind="EV-3.4", privacy="affiliations")
    assert of_items(listed) == []
    assert claimed(listed).status is ClaimStatus.PROVEN
    assert of_items(item(kind="EV-3.4", privacy="restricted")) == [("EV-05", "advice", "plan")]
    assert of_items(item(kind="EV-4.7", privacy="restricted")) == []


def test_ev_06_four_groups_25_types_and_an_other_in_each_that_is_flagged() -> None:
    assert (len(EVIDENCE_GROUPS), len(EVIDENCE_TYPES)) == (4, 25 + 4)
    assert all(of_items(item(kind=slug)) == [] for slug in EVIDENCE_TYPES.slugs if "other" not in slug)
    assert of_items(item(kind="EV-2-other")) == [("EV-06", "advice", "plan")]
    assert of_items(item(kind="EV-3.9")) == [("EV-06", "error", "evidence Signed minutes")]


def test_ev_07_a_broken_link_is_warned_and_its_claim_is_no_longer_shown() -> None:
    link = item(address="https://example.org/m", has_source=False, checked_on=date(2025, 6, 1))
    assert of_items(link) == []
    assert claimed(link).status is ClaimStatus.PROVEN
    broken = dataclasses.replace(link, is_broken=True)
    assert of_items(broken) == [("EV-07", "warning", "evidence Signed minutes")]
    assert claimed(broken).status is ClaimStatus.BROKEN
    assert claimed(broken, MINUTES).status is ClaimStatus.PROVEN


def test_ev_07_a_file_without_date_is_warned() -> None:
    assert of_items(item(dated_on=None)) == [("EV-07", "warning", "plan")]


@pytest.mark.parametrize(
    ("checked", "due"),
    [(None, True), (date(2025, 6, 30), True), (date(2025, 7, 1), False)],
)
def test_ev_07_addresses_are_opened_once_a_quarter(checked: date | None, due: bool) -> None:
    link = item(address="https://example.org/m", checked_on=checked)
    plan = changed(PLAN, evidence=(link, MINUTES))
    assert items_to_check(plan, LATER) == ([link] if due else [])
    assert items_to_check(changed(plan, evidence=(link,)), date.min) == ([link] if checked is None else [])


def test_a_draft_claims_nothing_yet() -> None:
    draft = changed(WITH_FINISHED, submitted_on=None)
    assert "EV-03" not in [one.rule for one in review(draft, day=SUBMITTED)]
    assert "EV-03" in [one.rule for one in review(WITH_FINISHED, day=SUBMITTED)]


def test_ev_03_feedback_and_reports_are_claims_that_carry_their_own_record() -> None:
    answered = ContributionFacts(
        "k1", outcome="rejected", reason="Not ours to decide.", answered_on=SUBMITTED
    )
    bare = dataclasses.replace(answered, key="k2", reason=" ")
    later = dataclasses.replace(answered, key="k3", answered_on=date(2025, 7, 2))
    report = ReportFacts("r1", "inception", published_on=SUBMITTED)
    hidden = dataclasses.replace(report, key="r2", published_on=None)
    plan = changed(PLAN, meetings=(), contributions=(answered, bare, later), reports=(report, hidden))
    assert [(one.what, one.key, one.status) for one in claims(plan, day=LATER)] == [
        ("feedback-given", "k1", ClaimStatus.PROVEN),
        ("feedback-given", "k2", ClaimStatus.CLAIMED),
        ("report-published", "r1", ClaimStatus.PROVEN),
    ]
    assert {one.what for one in claims(plan, day=LATER)} <= WHAT_LABELS.keys()
