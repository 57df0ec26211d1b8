"""The places of a plan in words: who holds each, why, and when the next may become free (PLAN-COUNT-07)."""

from dataclasses import dataclass
from datetime import date

from ..editions import Edition
from ..facts import CommitmentFacts, PlanFacts
from ..limits.slots import slots_allowed, slots_in_use
from ..words import Label
from .commitments import COMMITMENT, commitment_state


@dataclass(frozen=True, slots=True)
class Held:
    """A place and the commitment that holds it: its state in words, and from when the place may be free.

    ``free_from`` is the earliest day by what is planned: an assessment may be filed any day, an active commitment
    is first carried out to its last day, and in the case of one that is late nobody knows.
    """

    commitment: CommitmentFacts
    state: str
    why: Label
    free_from: date | None


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a plan on one day. ``allowed`` is the ceiling for new commitments."""

    allowed: int
    held: tuple[Held, ...]

    @property
    def used(self) -> int:
        """How many are used; after a member was lost it may be more than are allowed (COAL-21)."""
        return len(self.held)

    @property
    def free(self) -> int:
        """How many commitments more may be included."""
        return max(self.allowed - self.used, 0)

    @property
    def next_free_on(self) -> date | None:
        """The earliest day on which a place may become free, as far as anybody can tell."""
        days = (one.free_from for one in self.held)
        return min((day for day in days if day), default=None)

    def __str__(self) -> str:
        reasons = (f"{one.commitment.code} {one.why}" for one in self.held)
        return "; ".join([f"{self.used} of {self.allowed} used", *reasons])


def slots_in_words(plan: PlanFacts, edition: Edition, day: date) -> Places:
    """PLAN-COUNT-07, §3.2 (derived): who holds each place of a plan on ``day``, and until when."""
    held = tuple(_held(one, plan, edition, day) for one in slots_in_use(plan, day, edition))
    return Places(slots_allowed(len(plan.members_on(day)), edition), held)


def _held(commitment: CommitmentFacts, plan: PlanFacts, edition: Edition, day: date) -> Held:
    standing = commitment_state(commitment, plan, edition, day)
    why = COMMITMENT.word(standing.label or standing.state)
    return Held(
        commitment, standing.label or standing.state, why, _free_from(commitment, standing.state, day)
    )


def _free_from(commitment: CommitmentFacts, state: str, day: date) -> date | None:
    if state == "implemented":
        return day
    end = commitment.latest_end
    return end if end and end >= day else None
