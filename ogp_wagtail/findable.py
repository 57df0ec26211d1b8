"""What can be found beside evidence: how a room announces its things to the search.

The search knows none of them. A room registers a kind in its ``registration`` module, with four answers: what a
row says in each language, what it is about, who may see it, and where it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet


@dataclass(frozen=True, slots=True)
class Section:
    """Text under a heading. ``anchor`` is the id at which it stands on the thing's page, where it has one."""

    heading: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A thing in one language: what it is called, and its text as plain words."""

    language: str
    title: str
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A row as the search takes it. ``commitments`` are keys and ``cities`` primary keys of what it is about."""

    plan: int
    said: tuple[Said, ...] = ()
    dated_on: date | None = None
    commitments: Collection[Any] = field(default=())
    cities: Collection[int] = field(default=())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that can be found.

    ``name`` is the column of the search's entry that points to the row ("" for the plan itself), ``what`` the
    word by which a reader narrows the search: plan, commitment, meeting or report. ``rows`` are those that
    may have something to say; each has a ``key`` of its own. ``seen`` is the condition on entries of this kind
    that everybody may see, asked at each search. ``place`` says where a row is read: the key of the page, and the
    id on it at which it stands ("" for the page itself).
    """

    name: str
    what: str
    model: type[Model]
    rows: Callable[[], QuerySet[Any]]
    thing: Callable[[Any], Thing]
    seen: Callable[[], Q]
    place: Callable[[Any], tuple[UUID, str]]


_kinds: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Make a kind of thing findable."""
    _kinds[kind.name] = kind


def kinds() -> list[Kind]:
    """All registered kinds."""
    return list(_kinds.values())


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises ``LookupError`` that lists the names there are."""
    if name not in _kinds:
        raise LookupError(f"Nothing called {name!r} can be found. Kinds: {', '.join(sorted(_kinds))}.")
    return _kinds[name]


def kind_of(model: type[Model]) -> Kind | None:
    """The kind to which rows of this model belong."""
    return next((kind for kind in _kinds.values() if kind.model is model), None)
