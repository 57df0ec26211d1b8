"""The columns an import understands: by name, by label, or by what other people's files call them.

Case, spaces, punctuation, a leading number ("8 Action") and what stands in brackets do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the item of the handbook's form (a rule's id), and other names for it."""

    name: str
    rule: str
    also: tuple[str, ...] = ()


COLUMNS = (
    Column("code", "A2-01", ("id", "no", "number", "comm no", "commitment id", "commitment number")),
    Column("title", "A2-01", ("name", "commitment", "commitment title", "deliverable", "milestone")),
    Column("scope", "COAL-09", ("separate or joint",)),
    Column("start", "A2-02", ("start date", "first day", "first month", "start month")),
    Column("end", "A2-02", ("end date", "last day", "last month", "end month")),
    Column("jurisdictions", "COAL-09", ("jurisdiction", "member", "members", "city", "cities")),
    Column("lead_agency", "A2-03", ("lead institution", "agency", "commitment agency", "lead government agency",
                                    "lead implementing agency", "lead agencies")),
    Column("lead_ngs", "A2-04", ("lead non-governmental stakeholder", "lead civil society organisation")),
    Column("supporting", "A2-05", ("supporting institution", "supporting institutions", "other stakeholders",
                                   "other stakeholders involved")),
    Column("problem", "A2-06"),
    Column("status_quo", "A2-07"),
    Column("baseline_value", "A2-07", ("baseline", "figure to start from")),
    Column("baseline_unit", "A2-07", ("what it counts",)),
    Column("baseline_on", "A2-07", ("baseline date", "as of")),
    Column("action", "A2-08", ("full text", "description", "commitment description", "commitment detail sub")),
    Column("results", "A2-09", ("outputs and outcomes", "expected results")),
    Column("goals", "A2-10", ("long-term goals", "long-term goals it relates to", "long-term goal")),
    Column("contribution_to_goals", "A2-10", ("how it leads to the goals",)),
    Column("policy_areas", "A2-11", ("policy area",)),
    Column("sectors", "A2-12", ("sector",)),
    Column("ogp_values", "A2-13", ("ogp value", "values")),
    Column("resources", "A2-14", ("resources needed",)),
    Column("resources_secured", "A2-15", ("are the resources secured", "secured")),
    Column("additional_information", "A2-16", ("additional info", "notes")),
    Column("other_programmes", "A2-16", ("links to other government programmes", "other government programmes")),
    Column("development_plans", "A2-16", ("links to the national development plan and to sector or local plans",
                                          "national development plan")),
    Column("development_goals", "A2-16", ("sustainable development goals", "sdg", "sdgs")),
    Column("gender_analysis", "A2-16", ("analysis from a gender perspective",)),
    Column("milestones", "A2-17"),
    Column("parent", "A2-17", ("commitment code", "parent code", "parent id")),
    Column("milestone_code", "A2-17", ("milestone id", "milestone number", "commitment detail sub id")),
    Column("responsible", "A2-17", ("responsible organisation",)),
    Column("status", "A2-17", ("milestone status", "commitment status")),
)  # fmt: skip

RULES = {column.name: column.rule for column in COLUMNS}


def _folded(header: str) -> str:
    header = re.sub(r"\([^)]*\)", "", header)
    header = re.sub(r"^\s*\d+(\.\d+)?\s+", "", header)
    return "".join(letter for letter in header.casefold() if letter.isalnum())


_BY_NAME = {_folded(name): column.name for column in COLUMNS for name in (column.name, *column.also)}


def column_of(header: str) -> str | None:
    """The name of the column that a header means, or None."""
    return _BY_NAME.get(_folded(header))


def columns_of(headers: Iterable[str]) -> list[str | None]:
    """The same for a whole row of headers."""
    return [column_of(header) for header in headers]


def meant_twice(headers: Iterable[str]) -> list[str]:
    """The first headers that mean the same column; empty when no two do."""
    seen: dict[str, str] = {}
    for header in headers:
        name = column_of(header)
        if name in seen:
            return [seen[name], header, name]
        if name:
            seen[name] = header
    return []
