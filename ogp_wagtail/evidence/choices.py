"""Facets as a visitor meets them: choices with their counts, and what was chosen as chips that can be taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from ogp_wagtail.evidence.filters import SearchFilter, legend
from ogp_wagtail.evidence.models import Traits
from ogp_wagtail.evidence.naming import Names
from ogp_wagtail.evidence.question import Question
from ogp_wagtail.fields import label
from ogp_wagtail.handbook.vocabularies import EVIDENCE_TYPES

FIRST: Final = 6  # choices of a facet that are seen at once
MOST: Final = 60  # choices of a facet that can be seen
FILE_TYPES: Final = {"md": "Markdown", "txt": "TXT", "htm": "HTML", "jpg": "JPEG", "tif": "TIFF"}
ONE: Final = {
    "file": _lazy("File"),
    "link": _lazy("Link"),
    "plan": _lazy("Action plan"),
    "commitment": _lazy("Commitment"),
    "meeting": _lazy("Meeting"),
    "report": _lazy("Report"),
}
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many hits it has, and whether it is chosen."""

    value: str
    label: str
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its choices: the chosen and the most frequent ``first``, and ``more``."""

    name: str
    legend: str
    first: list[Choice]
    more: list[Choice]


@dataclass(frozen=True, slots=True)
class Chip:
    """A value in force, and the address of the same search without it."""

    facet: str
    label: str
    address: str


class Labels:
    """What the values of each facet are called; what nobody may know by name has no label."""

    def __init__(self, names: Names, cities: Mapping[str, str]) -> None:
        self._names, self._cities = names, cities
        self._of: Mapping[str, Callable[[str], str]] = {
            "plan": lambda code: titled(names.of_plan(code)),
            "commitment": lambda key: titled(names.of(key)),
            "city": lambda key: cities.get(key, ""),
            "what": lambda value: str(capfirst(Traits.What(value).label)),
            "kind": lambda value: label(EVIDENCE_TYPES, value),
            "language": language_name,
            "type": lambda value: FILE_TYPES.get(value, value.upper()),
        }

    def of(self, facet: str, value: str) -> str:
        """The label of a value; empty for what is not public, or is not at all."""
        return self._of.get(facet, str)(value)


def titled(named: Any) -> str:
    """The title of something public; empty for nothing."""
    return named.title if named else ""


def language_name(code: str) -> str:
    """A language as it is called in the language of the page; its code where nobody knows it."""
    try:
        return str(capfirst(_(get_language_info(code)["name"])))
    except KeyError:
        return dict(settings.LANGUAGES).get(code, code)


def facets(counts: Counts, question: Question, labels: Labels) -> list[Facet]:
    """Every facet that can narrow something, in the order of the filters."""
    shown = (facet(name, counts.get(name, {}), question, labels) for name in SearchFilter.base_filters)
    return [one for one in shown if len(one.first) > 1 or any(choice.is_chosen for choice in one.first)]


def facet(name: str, counts: Mapping[str, int], question: Question, labels: Labels) -> Facet:
    """One facet: the chosen first, then the most frequent; years from the latest on."""
    chosen = question.chosen.get(name, ())
    every = [
        Choice(
            value, labels.of(name, value) or unknown(value in chosen), counts.get(value, 0), value in chosen
        )
        for value in {**dict.fromkeys(chosen), **counts}
    ]
    known = sorted(
        (one for one in every if one.label), key=lambda one: (not one.is_chosen, *order(name, one))
    )
    return Facet(name, legend(name), known[:FIRST], known[FIRST:MOST])


def order(name: str, choice: Choice) -> tuple[Any, ...]:
    """Where a choice stands in its facet."""
    return (-int(choice.value),) if name == "year" else (-choice.number, choice.label)


def unknown(is_chosen: bool) -> str:
    """What is said of a value that is not public or does not exist: nothing, unless somebody asked for it."""
    return _("not found on this site") if is_chosen else ""


def chips(question: Question, labels: Labels) -> list[Chip]:
    """What is in force, each with the address without it."""
    return [
        Chip(legend(name), labels.of(name, value) or unknown(True), question.without(name, value).address)
        for name, values in question.chosen.items()
        for value in values
    ]
