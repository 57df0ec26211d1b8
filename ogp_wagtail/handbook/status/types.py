"""What a condition is: a rule of status that is met, or will be on a day that is known."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..calendar import day_before
from ..rules import section_of

State = Literal["met", "ahead", "pending"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition for a status, met by the facts; the Support Unit confers the status itself (STAT-01).

    ``met_on`` is the first day on which it is met, ``leads_to`` the status it leads to. ``quarters`` and ``plan``
    are what it was reckoned from. Ahead, it comes true if nothing happens; pending, it waits for a decision.
    To show it in another language, translate the templates and whatever among the values is a ``Label``.
    """

    rule: str
    key: str
    subject: str
    leads_to: str
    met_on: date
    state: State
    template: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)
    hint_template: str = ""
    quarters: tuple[str, ...] = ()
    plan: str = ""

    @property
    def message(self) -> str:
        """What is met or lies ahead, in English."""
        return self.template % self.values

    @property
    def hint(self) -> str:
        """What ends it or keeps it from coming true, in English."""
        return self.hint_template % self.values

    @property
    def section(self) -> str:
        """The section of the handbook that gives the rule."""
        return section_of(self.rule)

    @property
    def is_met(self) -> bool:
        """Whether the facts meet it."""
        return self.state == "met"

    @property
    def last_day(self) -> date:
        """The last day on which it can still be kept from coming true."""
        return day_before(self.met_on)

    def as_dict(self) -> dict[str, object]:
        """Return the condition under stable names, ready for JSON; dates in ISO form."""
        return {
            "rule": self.rule,
            "section": self.section,
            "subject": self.subject,
            "state": self.state,
            "leads_to": self.leads_to,
            "met_on": self.met_on.isoformat(),
            "last_day": self.last_day.isoformat(),
            "quarters": list(self.quarters),
            "message": self.message,
            "hint": self.hint,
        }


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that a member works again: a co-creation meeting, progress in the tracker or a plan (STAT-10)."""

    kind: Literal["meeting", "progress", "plan"]
    on: date
    key: str

    def as_dict(self) -> dict[str, str]:
        """Return it under stable names, ready for JSON."""
        return {"kind": self.kind, "on": self.on.isoformat(), "key": self.key}
