"""What an import did, or would do: one report a row, and what the handbook says of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ogp_wagtail.exchange.commitments.rows import Place, SourceRow
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.law import as_dict


class Action(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row: ``code`` is its commitment's or milestone's, ``rule`` what it breaks, ``message`` what to know."""

    place: Place
    action: Action
    kind: str = "commitment"
    code: str = ""
    title: str = ""
    rule: str = ""
    message: str = ""

    @classmethod
    def refused(cls, row: SourceRow, rule: str, message: str) -> RowReport:
        """The report of a row that is not imported."""
        is_milestone = bool(row["parent"] or row["milestone_code"])
        return cls(
            row.place,
            Action.REFUSED,
            "milestone" if is_milestone else "commitment",
            row["milestone_code"] or row["code"],
            row["title"],
            rule,
            message,
        )

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON; ``row`` or ``file`` says where to look."""
        where = {"file": self.place.file} if self.place.file else {"row": self.place.row}
        told = {name: getattr(self, name) for name in ("kind", "code", "title", "rule", "message")}
        return {**where, "action": str(self.action), **told}


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole import."""

    plan: str
    committed: bool
    rows: Sequence[RowReport] = ()
    findings: Sequence[Finding] = ()
    ignored: Sequence[str] = field(default_factory=tuple)
    encoding: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many rows had each action."""
        counted = Counter(row.action for row in self.rows)
        return {str(action): counted[action] for action in Action}

    @property
    def is_clean(self) -> bool:
        """Whether no row was refused and the handbook has nothing to say."""
        return not self.findings and not self.counts["refused"]

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON."""
        return {
            "plan": self.plan,
            "committed": self.committed,
            "counts": self.counts,
            "rows": [row.as_dict() for row in self.rows],
            "findings": [as_dict(finding) for finding in self.findings],
            "ignored_columns": list(self.ignored),
            "encoding": self.encoding,
        }
