"""Readings: what an edition leaves open, and a plan settles for itself and keeps (rules' ambiguities, D4).

A plan keeps its readings as texts under dotted keys, ``{"slot.release": "implemented"}``, so that it is judged for
good by the edition and the readings under which it was filed.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, Protocol, get_args, get_origin, get_type_hints

from .editions import CURRENT, Edition, edition_named
from .words import Label, Labels, _

# What the seats of a coalition and the places of a plan are built on, and what a count cannot go below.
FIXED = frozenset({"coalition.min_members", "coalition.max_members", "plan.max_active_single"})
LEAST = MappingProxyType({"commitment.min_months": 1})


class HasReadings(Protocol):
    """A plan, as facts or as a row: the code of its edition and its readings."""

    @property
    def edition(self) -> str: ...

    @property
    def readings(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing left open: its dotted key, the edition's own reading, and the words or numbers allowed."""

    key: str
    default: str
    section: str
    words: tuple[str, ...] = ()
    least: int = 0

    def allows(self, text: object) -> bool:
        """Say whether a text is one of the words allowed, or a number in bounds."""
        if self.words or not isinstance(text, str):
            return text in self.words
        return text.isascii() and text.isdigit() and len(text) <= 3 and int(text) >= self.least

    def value_of(self, text: str) -> Any:
        """Return what the text stands for in an edition."""
        if self.words == ("true", "false"):
            return text == "true"
        return text if self.words else int(text)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one reading, as a sentence to translate and its values."""

    key: str
    template: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        return self.template % self.values


@cache
def readings_of(edition: Edition) -> Mapping[str, Reading]:
    """Return everything an edition leaves open, by dotted key."""
    return MappingProxyType({one.key: one for one in _readings(edition)})


def _readings(edition: Edition) -> Iterator[Reading]:
    for key, section in edition.sources().items():
        group, name = key.split(".")
        hint = get_type_hints(type(getattr(edition, group)))[name]
        default = getattr(getattr(edition, group), name)
        if get_origin(hint) is Literal:
            yield Reading(key, default, section, get_args(hint))
        elif hint is bool:
            yield Reading(key, str(default).lower(), section, ("true", "false"))
        elif hint is int and key not in FIXED:
            yield Reading(key, str(default), section, least=LEAST.get(key, 0))


def faults_of(edition: Edition, chosen: Mapping[str, object]) -> Iterator[Fault]:
    """Yield what is wrong with chosen readings: a key that is not open, a value that is not allowed."""
    known = readings_of(edition)
    for key, text in chosen.items():
        if key not in known:
            template = _("“%(key)s” is nothing the handbook leaves open. Open are: %(open)s.")
            yield Fault(key, template, {"key": key, "open": ", ".join(known)})
        elif not known[key].allows(text):
            template = _("“%(value)s” is no reading of “%(key)s”. Allowed: %(allowed)s.")
            yield Fault(key, template, {"key": key, "value": text, "allowed": _allowed(known[key])})


def _allowed(reading: Reading) -> object:
    if reading.words:
        return Labels(reading.words)
    return Label(_("a whole number of at most three digits"))


def with_readings(edition: Edition, chosen: Mapping[str, str]) -> Edition:
    """Return the edition with these readings. Raises ValueError that names the first that is not allowed."""
    for fault in faults_of(edition, chosen):
        raise ValueError(str(fault))
    known = readings_of(edition)
    for key, text in chosen.items():
        group, name = key.split(".")
        numbers = dataclasses.replace(getattr(edition, group), **{name: known[key].value_of(text)})
        edition = dataclasses.replace(edition, **{group: numbers})
    return edition


def edition_of(plan: HasReadings) -> Edition:
    """Return what a plan is judged by: its edition, with its own readings; the current one where it names none.

    Raises ValueError for an edition or a reading there is not.
    """
    edition = edition_named(plan.edition) if plan.edition else CURRENT
    return with_readings(edition, plan.readings) if plan.readings else edition
