"""Answers of a form as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ogp_wagtail.handbook import vocabularies
from ogp_wagtail.handbook.forms.fields import FormField

Row = Mapping[str, Any]
Known = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text; ``is_original`` marks the one in the plan's own language beside its English version."""

    text: str
    is_original: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text below a heading each."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Table


def blocks_of(field: FormField, entry: Row, known: Known) -> Iterator[Block]:
    """What was answered to one field. ``known`` names what the answer points at by key: goals, members."""
    value = entry.get("value")
    if field.field in TABLES:
        yield from _table(field, value or [], known)
    elif isinstance(value, Mapping):
        yield Table(("Name", "Value"), tuple((str(one), str(other)) for one, other in value.items()))
    elif isinstance(value, list):
        yield from (Paragraph(_label(field.field, one, known)) for one in value)
    elif value not in (None, ""):
        yield from _texts(_label(field.field, value, known), entry.get("english"))


def _texts(own: str, english: str | None) -> Iterator[Paragraph]:
    """The English text first, since it is the one that is filed; then the original where it is another."""
    if english:
        yield Paragraph(english)
    if own != english:
        yield Paragraph(own, is_original=bool(english))


def _label(field: str, slug: Any, known: Known) -> str:
    """A choice by its label in English, a key by the name of what it points at, anything else as it is."""
    vocabulary = getattr(vocabularies, LISTS.get(field, ""), None)
    if vocabulary and slug in vocabulary.slugs:
        return str(vocabulary.label_of(slug))
    return known.get(str(slug), str(slug))


LISTS = MappingProxyType(
    {
        "policy_areas": "POLICY_AREAS",
        "sectors": "SECTORS",
        "ogp_values": "OGP_VALUES",
        "resources_secured": "SECURED",
        "group_types": "NGS_TYPES",
        "status": "MILESTONE_STATUSES",
        "side": "FOREWORD_SIDES",
        "mode": "SPACE_MODES",
        "space_kind": "SPACE_KINDS",
        "resource_kind": "RESOURCE_KINDS",
        "role": "PARTY_ROLES",
    }
)

Column = tuple[str, Callable[[Row, Known], str]]


def column(name: str, *, of: str = "") -> Callable[[Row, Known], str]:
    """Reads one field of a row; ``of`` names the list it chooses from."""
    return lambda row, known: "" if row.get(name) is None else _label(of, row[name], known)


def _in_english(row: Row, known: Known) -> str:
    own = row.get("text") or row.get("description") or row.get("deliverable") or ""
    return str(row.get("english") or own)


def _original(row: Row, known: Known) -> str:
    own = row.get("text") or row.get("description") or row.get("deliverable") or ""
    return str(own) if row.get("english") and row["english"] != own else ""


def _amount(row: Row, known: Known) -> str:
    return " ".join(f"{part:g}" if isinstance(part, float) else str(part) for part in _parts(row))


def _parts(row: Row) -> list[Any]:
    return [
        part for part in (row.get("amount"), row.get("currency"), row.get("text")) if part not in (None, "")
    ]


PARTIES: tuple[Column, ...] = (
    ("Organisation", column("organisation")),
    ("For", column("member")),
    ("Contact", column("contact")),
    ("E-mail", column("email")),
)

TABLES: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "forewords": (("By", column("side", of="side")), ("Text", _in_english), ("Original", _original)),
        "goals": (("Goal", _in_english), ("Original", _original)),
        "spaces": (
            ("Name", column("name")),
            ("Kind", column("kind", of="space_kind")),
            ("Form", column("mode", of="mode")),
            ("Description", _in_english),
        ),
        "endorsements": (("Organisation", column("organisation")), ("Endorsed on", column("endorsed_on"))),
        "parties": PARTIES,
        "resources": (("Kind", column("kind", of="resource_kind")), ("What", _amount)),
        "milestones": (
            ("Deliverable", _in_english),
            ("Start", column("start")),
            ("End", column("end")),
            ("Responsible", column("responsible")),
            ("Contact", column("contact")),
            ("Status", column("status", of="status")),
        ),
    }
)


def _table(field: FormField, rows: list[Any], known: Known) -> Iterator[Block]:
    """The rows below their headings; goals of a commitment are keys and become a list."""
    if rows and not isinstance(rows[0], Mapping):
        yield from (Paragraph(known.get(str(one), str(one))) for one in rows)
    elif rows:
        columns = TABLES[field.field]
        lines = tuple(tuple(read(row, known) for _name, read in columns) for row in rows)
        yield Table(*_without_empty_columns(tuple(name for name, _read in columns), lines))


def _without_empty_columns(headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Any:
    kept = [index for index in range(len(headings)) if any(row[index] for row in rows)]
    return (
        tuple(headings[index] for index in kept),
        tuple(tuple(row[index] for index in kept) for row in rows),
    )
