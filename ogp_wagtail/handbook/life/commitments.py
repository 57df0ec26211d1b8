"""The life of a commitment, from draft to assessment (COM-LIFE, PLAN-COUNT-03)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ..durations import earliest_end
from ..editions import Edition
from ..facts import CommitmentFacts, MilestoneFacts, PlanFacts
from ..findings import Finding, warning
from ..limits.slots import occupies_slot
from ..monitoring.assessment import found_complete
from ..monitoring.reports import filed
from ..vocabularies import ASSESSMENT
from ..words import _
from .types import Machine, Transition

COMMITMENT = Machine(
    "commitment",
    (
        Transition("draft", "submit", "active", _("Complete, lasting a year, and a place is free.")),
        Transition(
            "active",
            "declare-implemented",
            "implemented",
            _("Every milestone finished and proved; every part."),
        ),
        Transition("active", "withdraw", "withdrawn", _("By an amendment.")),
        Transition("active", "end-of-plan", "awaiting-assessment"),
        Transition("implemented", "find-complete", "closed-complete", _("The monitoring body assesses it.")),
        Transition("implemented", "find-incomplete", "active", _("The monitoring body assesses it.")),
        Transition("implemented", "find-incomplete-after-plan", "closed-incomplete"),
        Transition("awaiting-assessment", "find-complete", "closed-complete"),
        Transition("awaiting-assessment", "find-incomplete-after-plan", "closed-incomplete"),
    ),
    {
        "draft": _("draft"),
        "active": _("active"),
        "implemented": _("implemented, waiting for assessment"),
        "awaiting-assessment": _("waiting for its last assessment"),
        "closed-complete": _("completed"),
        "closed-incomplete": _("closed, not complete"),
        "withdrawn": _("withdrawn"),
        "submit": _("submit"),
        "declare-implemented": _("declare fully implemented"),
        "withdraw": _("withdraw"),
        "end-of-plan": _("end with the plan"),
        "find-complete": _("assess as complete"),
        "find-incomplete": _("assess as not complete"),
        "find-incomplete-after-plan": _("assess as not complete after the plan's end"),
        "late": _("late"),
        "not-started": _("not started"),
        "in-progress": _("in progress"),
    },
)

# The slot column of the table: which states keep a place while the plan runs.
KEEPS_PLACE = MappingProxyType(
    {
        "draft": False,
        "active": True,
        "implemented": True,
        "awaiting-assessment": True,
        "closed-complete": False,
        "closed-incomplete": False,
        "withdrawn": False,
    }
)


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """Where a commitment stands: its state, for an active one how it goes, and whether it holds a place."""

    state: str
    label: str = ""
    holds_slot: bool = False


def commitment_state(
    commitment: CommitmentFacts, plan: PlanFacts, edition: Edition, day: date
) -> CommitmentState:
    """PLAN-COUNT-03, COM-LIFE-03, COM-LIFE-05: where a commitment stands on ``day``."""
    state = state_on(commitment, plan, day)
    label = _label(commitment, day) if state == "active" else ""
    return CommitmentState(state, label, occupies_slot(commitment, day, edition))


def state_on(commitment: CommitmentFacts, plan: PlanFacts, day: date) -> str:
    """PLAN-COUNT-03, COM-LIFE-03: the state of the table in which a commitment is on ``day``."""
    if _by(commitment.withdrawn_on, day):
        return "withdrawn"
    if not _by(commitment.submitted_on, day):
        return "draft"
    over = bool(plan.period_end and day > plan.period_end)
    done = _by(commitment.fully_implemented_on, day)
    if _by(commitment.assessed_on, day) and (done or over):
        return "closed-complete"
    if over and last_assessment_found_incomplete(commitment, plan, day):
        return "closed-incomplete"
    if done:
        return "implemented"
    return "awaiting-assessment" if over else "active"


def _by(event: date | None, day: date) -> bool:
    return event is not None and event <= day


def last_assessment_found_incomplete(commitment: CommitmentFacts, plan: PlanFacts, day: date) -> bool:
    """COM-LIFE-03, §3.5.2: whether an assessment filed after the plan's end found it not complete: the final one."""
    end = plan.period_end
    return any(
        not found_complete(report)
        for report in filed(plan, ASSESSMENT, commitment.key)
        if report.submitted_on and end and end < report.submitted_on <= day
    )


def _label(commitment: CommitmentFacts, day: date) -> str:
    if is_late(commitment, day):
        return "late"
    begun = any(one.status != "not-started" for one in commitment.milestones)
    has_started = commitment.start is not None and commitment.start <= day
    return "in-progress" if has_started and (begun or not commitment.milestones) else "not-started"


def is_late(commitment: CommitmentFacts, day: date) -> bool:
    """COM-LIFE-05, §3.5.2: whether it is past its own last day and not implemented."""
    end = commitment.latest_end
    return end is not None and day > end and not _by(commitment.fully_implemented_on, day)


def event_of_assessment(plan: PlanFacts, complete: bool, day: date) -> str:
    """COM-LIFE-03, §3.5.2: what an assessment filed on ``day`` does: close it, reopen it, or close it unfinished."""
    if complete:
        return "find-complete"
    over = bool(plan.period_end and day > plan.period_end)
    return "find-incomplete-after-plan" if over else "find-incomplete"


def done_early(commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """COM-LIFE-04, §3.2.1.2 (derived): completion in less than a year is allowed, and flagged."""
    done, start = commitment.fully_implemented_on, commitment.start
    if done and start and done < earliest_end(start, edition):
        yield warning(
            "COM-LIFE-04",
            commitment,
            _("It was fully implemented on %(done)s, less than %(months)s months after it started."),
            field="implemented_on",
            done=done,
            months=edition.commitment.min_months,
        )


def late_keeps_its_place(
    plan: PlanFacts, commitment: CommitmentFacts, edition: Edition, day: date
) -> Iterator[Finding]:
    """COM-LIFE-05, §3.5.2: past its own end it is late; it stays active, with its place, until the plan ends."""
    standing = commitment_state(commitment, plan, edition, day)
    if standing.label == "late":
        yield warning(
            "COM-LIFE-05",
            commitment,
            _("It was to end on %(end)s and is not implemented: it is late, and keeps its place."),
            hint=_("It is assessed when it is done, or at the end of the plan, %(plan_end)s."),
            field="end",
            end=commitment.latest_end,
            plan_end=plan.period_end,
        )


def who_answers_for(milestone: MilestoneFacts) -> str:
    """COM-LIFE-06, §2.2, §3.2.1.2: who answers for a milestone, an organisation of any sector."""
    return milestone.responsible
