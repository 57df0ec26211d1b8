"""The words of a row as a commitment or a milestone. A row that cannot be understood is refused with its rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments import values
from ogp_wagtail.exchange.commitments.columns import RULES
from ogp_wagtail.exchange.commitments.milestones import milestone_row, milestones_of_cell
from ogp_wagtail.exchange.commitments.prose import one_line, rich, shortened
from ogp_wagtail.exchange.commitments.resources import resources_of_cell
from ogp_wagtail.exchange.commitments.rows import (
    ImportRow,
    MilestoneRow,
    Named,
    Part,
    RowRefused,
    SourceRow,
)
from ogp_wagtail.handbook.vocabularies import (
    DEVELOPMENT_GOALS,
    OGP_VALUES,
    POLICY_AREAS,
    SCOPES,
    SECTORS,
    SECURED,
)

T = TypeVar("T")

CODE_LENGTH, TITLE_LENGTH, ORGANISATION_LENGTH = 40, 255, 255
TEXTS = (
    *("problem", "status_quo", "action", "results", "contribution_to_goals", "additional_information"),
    *("other_programmes", "development_plans", "gender_analysis"),
)
LENGTHS = {"baseline_value": 60, "baseline_unit": 255}
DAYS = ("start", "end", "baseline_on")
CHOICES = {"scope": SCOPES, "resources_secured": SECURED}
LISTS = {
    "policy_areas": POLICY_AREAS,
    "sectors": SECTORS,
    "ogp_values": OGP_VALUES,
    "development_goals": DEVELOPMENT_GOALS,
}
ROLES = {"lead_agency": "lead-government", "lead_ngs": "lead-ngs", "supporting": "other"}


def understand(row: SourceRow) -> ImportRow | MilestoneRow:
    """What the row says. A row with a commitment above it (``parent``, or ``milestone_code``) is a milestone.

    Raises:
        RowRefused: a word of it cannot be read; the message says what can.
    """
    if row.fault:
        raise RowRefused("", row.fault)
    notes = [row.note] if row.note else []
    if row["parent"] or row["milestone_code"]:
        return milestone_row(row, code_of(row["parent"] or row["code"], []), notes)
    whole = one_line(row["title"])
    title = shortened(whole, TITLE_LENGTH)
    if title != whole:
        notes.append(_("the title is longer than %s characters: shortened, whole in the text") % TITLE_LENGTH)
    return ImportRow(
        code=code_of(row["code"], notes),
        title=title,
        whole_title=whole,
        values=_values(row, notes),
        parts=tuple(_part(one) for one in values.several(row["jurisdictions"])),
        parties={role: _organisations(name, row[name]) for name, role in ROLES.items() if row[name]},
        goals=tuple(values.several(row["goals"])),
        resources=resources_of_cell(row["resources"]),
        milestones=milestones_of_cell(row["milestones"], notes),
        notes=tuple(notes),
    )


def code_of(text: str, notes: list[str]) -> str:
    """A code as an address may hold it; says so where it had to change."""
    code = re.sub(r"[^A-Za-z0-9_-]+", "-", text).strip("-")
    if (text and not code) or len(code) > CODE_LENGTH:
        message = _("“%(code)s” is no code: use letters, digits, hyphens and underscores, at most %(most)s")
        raise RowRefused(RULES["code"], message % {"code": text, "most": CODE_LENGTH})
    if code != text:
        notes.append(_("the code “%(text)s” becomes “%(code)s”") % {"text": text, "code": code})
    return code


def _values(row: SourceRow, notes: list[str]) -> dict[str, Any]:
    """The fields of a page that the row states."""
    stated: dict[str, Any] = {name: rich(row[name]) for name in TEXTS if row[name]}
    for name, vocabulary in CHOICES.items():
        if row[name]:
            stated[name] = values.choice_of(row[name], vocabulary, RULES[name], name)
    for name, vocabulary in LISTS.items():
        if row[name]:
            entries = values.several(row[name])
            stated[name] = [values.choice_of(entry, vocabulary, RULES[name], name) for entry in entries]
    for name, most in LENGTHS.items():
        if values.is_stated(row[name]):
            stated[name] = _line(row[name], name, most)
    for name in DAYS:
        if day := _day(row, name, notes):
            stated[name] = day
    return stated


def _day(row: SourceRow, name: str, notes: list[str]) -> date | None:
    text = row[name]
    if values.is_stated(text):
        return _read(values.day_of, name, text)
    if text:
        notes.append(_("%(name)s: “%(text)s” is no date; none is taken over") % {"name": name, "text": text})
    return None


def _read(reader: Callable[[str], T], name: str, text: str) -> T:
    """What a reader makes of a cell; a ``ValueError`` refuses the row and names the column."""
    try:
        return reader(text)
    except ValueError as error:
        raise RowRefused(RULES[name], f"{name}: {error}") from None


def _part(text: str) -> Part:
    """A jurisdiction, with its own last day where one stands behind a colon."""
    name, colon, end = text.rpartition(":")
    if colon and re.fullmatch(r"\s*\d[\d/.-]+\s*", end):
        return Part(name.strip(), _read(values.day_of, "jurisdictions", end.strip()))
    return Part(text)


def _line(text: str, name: str, most: int) -> str:
    line = one_line(text)
    if len(line) > most:
        message = _("%(name)s: at most %(most)s characters; it has %(count)s")
        raise RowRefused(RULES[name], message % {"name": name, "most": most, "count": len(line)})
    return line


def _organisations(name: str, text: str) -> tuple[Named, ...]:
    return tuple(_organisation(name, one) for one in values.several(text))


def _organisation(name: str, text: str) -> Named:
    """An organisation; behind a bar the jurisdiction that it belongs to."""
    organisation, *rest = (part.strip() for part in text.split("|"))
    if len(rest) > 1 or not organisation:
        message = _("%(name)s: “%(text)s” is to be an organisation, or organisation|jurisdiction")
        raise RowRefused(RULES[name], message % {"name": name, "text": text})
    return Named(shortened(one_line(organisation), ORGANISATION_LENGTH), *rest)
