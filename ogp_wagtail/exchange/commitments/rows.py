"""What passes between reading a file, understanding its rows and writing pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ogp_wagtail.handbook.calendar import Month


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: the number of a row as a spreadsheet counts, or the path of a file in a folder."""

    row: int | None = None
    file: str = ""

    def __str__(self) -> str:
        return self.file or f"row {self.row}"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row as the file has it: text by the name of the column. ``fault`` says why it cannot be read."""

    place: Place
    cells: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    fault: str = ""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "").strip()


@dataclass(frozen=True, slots=True)
class Source:
    """A file or folder as rows. ``ignored`` are the headers of columns that mean nothing to us."""

    rows: tuple[SourceRow, ...]
    ignored: tuple[str, ...] = ()
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A jurisdiction that takes part, as the file names it, and its own last day where one is given."""

    name: str
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation, and the jurisdiction that it belongs to where one is given (COAL-11)."""

    organisation: str
    jurisdiction: str = ""


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """A resource that a commitment needs (A2-14)."""

    kind: str
    amount: Decimal | None = None
    currency: str = ""
    description: str = ""
    provider: str = ""


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone. ``whole`` is the text before it was shortened; ``None`` and "" leave what is there."""

    deliverable: str
    code: str = ""
    parent: str = ""
    start: Month | None = None
    end: Month | None = None
    responsible: str = ""
    status: str = ""
    whole: str = ""
    agencies: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A commitment. ``values`` holds the fields that the row states; what it does not state is left as it is.

    ``parties`` maps a role to organisations; ``goals`` are numbers or texts of the plan's long-term goals;
    ``whole_title`` is the title before it was shortened.
    """

    code: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    parties: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    resources: tuple[ResourceRow, ...] = ()
    milestones: tuple[MilestoneRow, ...] = ()
    whole_title: str = ""
    notes: tuple[str, ...] = ()


class RowRefused(Exception):
    """A row that cannot be imported: the rule that it breaks, and what is allowed instead."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
