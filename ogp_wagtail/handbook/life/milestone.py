"""The life of a milestone (Annex 2 item 17, chapter 19): each event is named by the status to which it leads."""

from collections.abc import Iterator
from datetime import date

from ..facts import CommitmentFacts, EvidenceFacts, MilestoneFacts, MoveFacts, PlanFacts
from ..findings import Finding, error, warning
from ..vocabularies import MILESTONE_STATUSES
from ..words import _
from .types import Machine, Transition

_TABLE = {
    "not-started": ("in-progress", "stuck", "finished", "incomplete"),
    "in-progress": ("stuck", "finished", "incomplete"),
    "stuck": ("in-progress", "finished", "incomplete"),
    "incomplete": ("finished",),
    "finished": ("in-progress",),
}
_GUARDS = {
    "finished": _("What was promised exists, and primary evidence shows it."),
    "stuck": _("The reason and the next steps are stated."),
    "incomplete": _("Its last month has passed, or its commitment or the plan is over."),
}
_CORRECTION = _("A correction only, with its reason.")

MILESTONE = Machine(
    "milestone",
    tuple(
        Transition(old, new, new, _CORRECTION if old == "finished" else _GUARDS.get(new, ""))
        for old, ways in _TABLE.items()
        for new in ways
    ),
    dict(MILESTONE_STATUSES.choices),
)


def check_move(
    plan: PlanFacts, commitment: CommitmentFacts, milestone: MilestoneFacts, move: MoveFacts, *, day: date
) -> list[Finding]:
    """Return what speaks against a move of a milestone that an update reports on ``day`` (V-MSTATUS, EV-03)."""
    return [
        *MILESTONE.refusal("V-MSTATUS", milestone, milestone.status, move.new, field="moves"),
        *finished_is_proved(plan, milestone, move),
        *stuck_says_why(milestone, move),
        *incomplete_is_over(plan, commitment, milestone, move, day),
        *correction_says_why(milestone, move),
    ]


def is_proved(evidence: tuple[EvidenceFacts, ...], key: str) -> bool:
    """EV-03, §3.5: say whether a primary source that can be looked at proves the thing with this key."""
    return any(
        key in one.proves and one.source_class == "primary" and one.has_source and not one.is_broken
        for one in evidence
    )


def finished_is_proved(plan: PlanFacts, milestone: MilestoneFacts, move: MoveFacts) -> Iterator[Finding]:
    """EV-03, §3.5, Annex 5: a milestone is finished when primary evidence shows it, late or not."""
    if move.new != "finished":
        return
    if not is_proved(plan.evidence, milestone.key):
        yield error(
            "EV-03",
            milestone,
            _("It is reported as finished, and no primary evidence is linked to it."),
            hint=_("Link the thing itself, a decision or another primary source to the milestone first."),
            field="moves",
        )
    if milestone.status == "incomplete":
        template = _("It was closed as incomplete and is delivered late.")
        yield warning("V-MSTATUS", milestone, template, field="moves")


def stuck_says_why(milestone: MilestoneFacts, move: MoveFacts) -> Iterator[Finding]:
    """V-MSTATUS, Annex 2 item 17: a milestone that is stuck says why, and what happens next."""
    if move.new == "stuck" and not (move.reason.strip() and move.next_steps.strip()):
        yield error(
            "V-MSTATUS",
            milestone,
            _("It is reported as stuck without the reason and the next steps."),
            hint=_("State both."),
            field="moves",
        )


def incomplete_is_over(
    plan: PlanFacts, commitment: CommitmentFacts, milestone: MilestoneFacts, move: MoveFacts, day: date
) -> Iterator[Finding]:
    """V-MSTATUS, Annex 2 item 17: incomplete is said of what is over: the milestone, its commitment or the plan."""
    ends = [milestone.end.last_day if milestone.end else None, commitment.latest_end, plan.period_end]
    known = [end for end in ends if end]
    is_over = any(end < day for end in known) or commitment.fully_implemented_on is not None
    if move.new == "incomplete" and not is_over:
        yield error(
            "V-MSTATUS",
            milestone,
            _("It runs until %(end)s, so it is not closed as incomplete yet."),
            hint=_("Until then it is stuck or in progress."),
            field="moves",
            end=min(known, default="–"),
        )


def correction_says_why(milestone: MilestoneFacts, move: MoveFacts) -> Iterator[Finding]:
    """V-MSTATUS, Annex 2 item 17: back from finished is a correction, with its reason on record."""
    if milestone.status == "finished" and move.new == "in-progress" and not move.reason.strip():
        template = _("It was finished; taking that back is a correction and needs a reason.")
        yield error("V-MSTATUS", milestone, template, field="moves")
