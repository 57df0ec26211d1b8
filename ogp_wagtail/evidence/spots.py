"""Where words stand within one document: so that a reader goes from one place to the next, without script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import QuerySet

from ogp_wagtail.evidence.addresses import PASSAGES_A_PAGE
from ogp_wagtail.evidence.models import Passage
from ogp_wagtail.evidence.text import Query, mark_all

LOOKED_THROUGH: Final = 500  # passages; of a longer document the rest is marked, but not listed
LISTED: Final = 40


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage that has some of the words: its number, its place in words, how often, and where it is read."""

    number: int
    place: str
    marks: int
    address: str


@dataclass(frozen=True, slots=True)
class Spots:
    """All of a document, in reading order."""

    every: Sequence[Spot] = ()

    @property
    def listed(self) -> Sequence[Spot]:
        """Those that are named above the text."""
        return self.every[:LISTED]

    def before(self, number: int) -> Spot | None:
        """The nearest one before a passage."""
        return next((spot for spot in reversed(self.every) if spot.number < number), None)

    def after(self, number: int) -> Spot | None:
        """The nearest one after a passage."""
        return next((spot for spot in self.every if spot.number > number), None)


def spots_of(passages: QuerySet[Passage], query: Query, typed: str) -> Spots:
    """Where the words stand; nowhere for a question without any."""
    if query.is_empty:
        return Spots()
    anchors = Anchors()
    found = (spot(passage, query, typed, anchors) for passage in passages[:LOOKED_THROUGH])
    return Spots([one for one in found if one.marks])


def spot(passage: Passage, query: Query, typed: str, anchors: Anchors) -> Spot:
    """One passage, with how often the words stand in it."""
    marks = sum(part.marked for part in mark_all(passage.text, query, passage.language))
    sheet = (passage.number - 1) // PASSAGES_A_PAGE + 1
    asked: dict[str, Any] = {"q": typed} | ({"page": sheet} if sheet > 1 else {})
    address = f"?{urlencode(asked)}#{anchors.of(passage)}"
    return Spot(passage.number, passage.place_in_words, marks, address)


class Anchors:
    """The id of each passage on the page where it is read. That of a page of the file is its first passage's alone."""

    def __init__(self) -> None:
        self._taken: set[tuple[int, str]] = set()

    def of(self, passage: Passage) -> str:
        """The id of the next passage."""
        place = ((passage.number - 1) // PASSAGES_A_PAGE, passage.anchor)
        anchor = f"p{passage.number}" if place in self._taken else passage.anchor
        self._taken.add(place)
        return anchor
