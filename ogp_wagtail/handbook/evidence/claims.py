"""What a plan claims to have done, with the evidence for each claim (EV-03, MB-10).

A claim is that a meeting was held, a milestone finished, a commitment implemented, progress made in a quarter, a
minimum requirement met, feedback given on a contribution, or a report published. The ledger of claims shows each with
its proofs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from ..facts import EvidenceFacts, PlanFacts
from ..words import Label, _
from .items import is_proof


class ClaimStatus(StrEnum):
    """How a claim stands: proved, claimed but not evidenced, or proved by nothing but links that are broken."""

    PROVEN = "proven"
    CLAIMED = "claimed"
    BROKEN = "link-broken"


STATUS_LABELS = {
    ClaimStatus.PROVEN: Label(_("proven")),
    ClaimStatus.CLAIMED: Label(_("claimed, not evidenced")),
    ClaimStatus.BROKEN: Label(_("link broken")),
}

WHAT_LABELS = {
    "meeting-held": Label(_("meeting held")),
    "milestone-finished": Label(_("milestone finished")),
    "commitment-implemented": Label(_("commitment fully implemented")),
    "step-taken": Label(_("step taken")),
    "milestones-moved": Label(_("milestones moved")),
    "requirement-met": Label(_("minimum requirement met")),
    "feedback-given": Label(_("feedback given")),
    "report-published": Label(_("report published")),
}

# What each minimum requirement is typically proved by: the groups of Annex 5.
REQUIREMENTS: Final = {
    "COCR-01": ("EV-1", "EV-2"),
    "COCR-02": ("EV-1", "EV-3"),
    "COCR-04": ("EV-2",),
    "COCR-05": ("EV-3",),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim about the thing with this ``key``; ``subject`` names it. ``proofs`` holds all its evidence, broken too.

    ``on_record`` says that the thing itself carries its record: minutes on the page of a meeting, a reasoned response,
    a report. ``about`` is the key of the commitment, where the thing itself speaks of several.
    """

    what: str
    key: str
    subject: str
    proofs: tuple[EvidenceFacts, ...] = ()
    on_record: bool = False
    about: str = ""

    @property
    def status(self) -> ClaimStatus:
        """How the claim stands."""
        good = [item for item in self.proofs if is_proof(item)]
        if self.on_record or any(not item.is_broken for item in good):
            return ClaimStatus.PROVEN
        return ClaimStatus.BROKEN if good else ClaimStatus.CLAIMED


def claims(plan: PlanFacts, *, day: date = date.max) -> list[Claim]:
    """EV-03, §3.5: every claim made in the plan by ``day``, each with the evidence that is linked to it."""
    return [
        *_meetings_held(plan, day),
        *_milestones_finished(plan),
        *_commitments_implemented(plan, day),
        *_progress_made(plan, day),
        *_requirements_met(plan),
        *_feedback_given(plan, day),
        *_reports_published(plan, day),
    ]


def proofs_of(plan: PlanFacts, *keys: str) -> tuple[EvidenceFacts, ...]:
    """Return the evidence that is linked to one of these keys."""
    return tuple(item for item in plan.evidence if item.proves & set(keys))


def _meetings_held(plan: PlanFacts, day: date) -> Iterator[Claim]:
    for meeting in plan.meetings:
        if meeting.held_on and meeting.held_on <= day:
            proofs = proofs_of(plan, meeting.key)
            yield Claim("meeting-held", meeting.key, meeting.subject, proofs, meeting.evidenced)


def _milestones_finished(plan: PlanFacts) -> Iterator[Claim]:
    for commitment in plan.live_commitments:
        for milestone in commitment.milestones:
            if milestone.status == "finished":
                subject = milestone.subject
                yield Claim("milestone-finished", milestone.key, subject, proofs_of(plan, milestone.key))


def _commitments_implemented(plan: PlanFacts, day: date) -> Iterator[Claim]:
    """A commitment is shown by evidence of its own or of its milestones."""
    for commitment in plan.live_commitments:
        done = commitment.fully_implemented_on
        if done and done <= day:
            keys = (commitment.key, *(milestone.key for milestone in commitment.milestones))
            proofs = proofs_of(plan, *keys)
            yield Claim("commitment-implemented", commitment.key, commitment.subject, proofs)


def _progress_made(plan: PlanFacts, day: date) -> Iterator[Claim]:
    """Progress in a quarter, commitment by commitment: a step that is described, or milestones that moved."""
    for update in plan.updates:
        if update.published_on is None or update.published_on > day:
            continue
        for entry in update.entries:
            what = "step-taken" if entry.step.strip() else "milestones-moved" if entry.moves else ""
            proofs = proofs_of(plan, update.key, *(move.milestone for move in entry.moves))
            if what:
                yield Claim(what, update.key, update.subject, proofs, entry.evidenced, entry.commitment)


def _requirements_met(plan: PlanFacts) -> Iterator[Claim]:
    for requirement in plan.requirements:
        if requirement.result == "met" and requirement.requirement in REQUIREMENTS:
            proofs = proofs_of_requirement(plan, requirement.requirement)
            yield Claim("requirement-met", requirement.key, requirement.subject, proofs)


def _feedback_given(plan: PlanFacts, day: date) -> Iterator[Claim]:
    """REC-05, REC-07: a reasoned response is its own record when it says its reason."""
    for one in plan.contributions:
        if one.answered_on and one.answered_on <= day:
            reasoned = bool(one.reason.strip())
            yield Claim("feedback-given", one.key, one.subject, proofs_of(plan, one.key), reasoned)


def _reports_published(plan: PlanFacts, day: date) -> Iterator[Claim]:
    """The report itself is the record."""
    for report in plan.reports:
        if report.published_on and report.published_on <= day:
            proofs = proofs_of(plan, report.key)
            yield Claim("report-published", report.key, report.subject, proofs, on_record=True)


def proofs_of_requirement(plan: PlanFacts, requirement: str) -> tuple[EvidenceFacts, ...]:
    """Return the evidence linked to a requirement, and that of the types which typically prove it."""
    groups = REQUIREMENTS.get(requirement, ())
    return tuple(
        item
        for item in plan.evidence
        if requirement in item.proves or any(item.kind.startswith((f"{one}.", f"{one}-")) for one in groups)
    )
