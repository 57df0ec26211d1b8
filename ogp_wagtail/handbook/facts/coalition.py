"""What is known of a coalition beside its members, and what became of dates after a plan was filed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NextStepFacts:
    """What a member does after the joint plan (COAL-17): coalition, own or undecided."""

    member: str
    step: str = "undecided"


@dataclass(frozen=True, slots=True)
class CoalitionFacts:
    """A coalition (COAL-15, COAL-17, COAL-19). ``signatories`` are keys of members that signed its agreement."""

    key: str
    name: str = ""
    formed_on: date | None = None
    ended_on: date | None = None
    purposes: frozenset[str] = frozenset()
    agreement_on: date | None = None
    signatories: frozenset[str] = frozenset()
    next_steps: tuple[NextStepFacts, ...] = ()

    @property
    def subject(self) -> str:
        return "coalition"


@dataclass(frozen=True, slots=True)
class MovedDateFacts:
    """A deadline that an anchor's change concerns: the old date, and the new one it has or would have.

    ``anchor_date`` is the day from which the old date was counted.
    """

    rule: str
    subject: str
    old: date
    new: date
    anchor_date: date | None = None


@dataclass(frozen=True, slots=True)
class DateChangeFacts:
    """A date that changed after the plan was filed (PLAN-PERIOD-09, convention 10).

    ``what`` is term-end, own-period or joined-on, ``member`` whose it is. ``note`` says why, ``told_on`` is the day
    the OGP Local team was told.
    """

    key: str
    what: str
    member: str
    old: date | None = None
    new: date | None = None
    changed_on: date | None = None
    note: str = ""
    told_on: date | None = None
    moved: tuple[MovedDateFacts, ...] = ()
    stayed: tuple[MovedDateFacts, ...] = ()

    @property
    def subject(self) -> str:
        return "plan"
