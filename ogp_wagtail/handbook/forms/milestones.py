"""Annex 2, item 17: the milestones of a commitment."""

from collections.abc import Iterator

from ..facts import CommitmentFacts, MilestoneFacts
from ..findings import Finding, error
from ..vocabularies import MILESTONE_STATUSES
from ..words import _
from .fields import filled


def check_milestones(commitment: CommitmentFacts) -> list[Finding]:
    """Return what is missing from the rows of item 17. Where they lie in time is asked by ``limits``."""
    return [*milestones_are_complete(commitment), *statuses_are_choices(commitment)]


def milestones_are_complete(commitment: CommitmentFacts) -> Iterator[Finding]:
    """A2-17, Annex 2 item 17: each names what is delivered, from when to when, and who is responsible."""
    for milestone in commitment.milestones:
        if not _names_everything(milestone):
            yield error(
                "A2-17",
                commitment,
                _("Milestone “%(milestone)s” is not complete."),
                hint=_("Name the deliverable, start and end (MM/YYYY), and who is responsible."),
                field="milestones",
                milestone=milestone.deliverable or milestone.key,
            )


def _names_everything(milestone: MilestoneFacts) -> bool:
    has_texts = filled(milestone.deliverable) and filled(milestone.responsible)
    return has_texts and milestone.start is not None and milestone.end is not None


def statuses_are_choices(commitment: CommitmentFacts) -> Iterator[Finding]:
    """V-MSTATUS, Annex 2 item 17: exactly one of five; a percentage is none of them (AMB-31)."""
    for milestone in commitment.milestones:
        if milestone.status not in MILESTONE_STATUSES:
            yield error(
                "V-MSTATUS",
                commitment,
                _("“%(status)s” is no status of a milestone: “%(milestone)s”."),
                hint=_("Choose among: %(allowed)s."),
                field="milestones",
                milestone=milestone.deliverable or milestone.key,
                status=milestone.status,
                allowed=MILESTONE_STATUSES.labels,
            )
