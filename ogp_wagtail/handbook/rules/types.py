"""What a rule is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["HARD", "DEADLINE", "WARN", "DATA", "ROLE", "STATUS", "PUBLISH"]
Row = tuple[str, Kind, str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the handbook: its id, kind, section and our own title, and who answers it.

    ``by`` is a function as a dotted name within this package (``"limits.period.stated"``), or a review question
    (``"question:ambition"``, see ``questions``) where a person judges.
    """

    id: str
    kind: Kind
    section: str
    title: str
    by: str = ""

    @property
    def function(self) -> str:
        """The function that checks or reckons the rule; empty where a person judges."""
        return "" if self.by.startswith("question:") else self.by

    @property
    def question(self) -> str:
        """The review question by which a person judges the rule; empty where a function does."""
        return self.by.removeprefix("question:") if self.by.startswith("question:") else ""


def rules(rows: Iterable[Row]) -> tuple[Rule, ...]:
    """Return the rows of a chapter as rules."""
    return tuple(Rule(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules that belong together, in the handbook's order."""

    title: str
    rules: tuple[Rule, ...]
