"""Amendments: changes of what was filed, as acts (§3.2.1.3)."""

from dataclasses import dataclass
from datetime import date

from .monitoring import ApproverFacts


@dataclass(frozen=True, slots=True)
class AmendmentFacts:
    """A change of a filed commitment (AMEND-01 to AMEND-08).

    ``kind`` is removal, timeline, milestones or content; ``fields`` are the fields that change. ``old`` and ``new``
    hold their values in words. ``su_agreed_on`` is the day the Support Unit agreed to an exception after the window.
    ``filed_on`` is the day it was filed: from then on it is in force, before that a draft. ``name`` says it to people.
    """

    key: str
    commitment: str
    kind: str = "content"
    fields: frozenset[str] = frozenset()
    old: str = ""
    new: str = ""
    reason: str = ""
    consulted: tuple[str, ...] = ()
    consulted_on: date | None = None
    consulted_how: str = ""
    approvers: tuple[ApproverFacts, ...] = ()
    approved_on: date | None = None
    notified_on: date | None = None
    effective_on: date | None = None
    documented: bool = False
    su_agreed_on: date | None = None
    filed_on: date | None = None
    name: str = ""

    @property
    def subject(self) -> str:
        return f"amendment {self.name or self.kind}"


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """A submission through OGP's form: of the plan, a later commitment or an amendment (PLAN-SUB-01).

    ``about`` is the key of what was filed, ``sha256`` that of the frozen copy.
    """

    about: str
    filed_on: date
    filed_by: str = ""
    kind: str = "plan"
    sha256: str = ""

    @property
    def key(self) -> str:
        return self.about

    @property
    def subject(self) -> str:
        return f"filing {self.filed_on}"
