"""What a visitor asks, as a value that an address holds whole: so it can be shared, saved and asked again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence.filters import chosen_in
from ogp_wagtail.evidence.text.query import MAX_LENGTH

RELEVANCE: Final = "relevance"
DATE: Final = "date"
ADDED: Final = "added"
ORDERS: Final = {
    RELEVANCE: _("Best match first"),
    DATE: _("Latest date first"),
    ADDED: _("Latest published first"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """Words, values chosen by facet, an order (a key of ``ORDERS``), and the page of hits that is wanted."""

    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = RELEVANCE
    page: int = 1

    @classmethod
    def of(cls, given: QueryDict) -> Question:
        """The question of an address; whatever in it is no part of one is left out."""
        order = given.get("sort", "")
        return cls(
            tidy(given.get("q", "")),
            chosen_in(given),
            order if order in ORDERS else RELEVANCE,
            page_number(given.get("page", "")),
        )

    @property
    def address(self) -> str:
        """The parameters of an address that asks the same, without the page; "?" for the empty question."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(facet, value) for facet, values in self.chosen.items() for value in values]
        pairs += [("sort", self.order)] if self.order != RELEVANCE else []
        return f"?{urlencode(pairs)}"

    def without(self, facet: str, value: str) -> Question:
        """The same without one value; the first page of it."""
        left = {
            name: tuple(one for one in values if (name, one) != (facet, value))
            for name, values in self.chosen.items()
        }
        return replace(self, chosen={name: values for name, values in left.items() if values}, page=1)

    def cleared(self) -> Question:
        """The same words without filters."""
        return replace(self, chosen={}, page=1)

    def asking(self, text: str) -> Question:
        """Other words, with the same filters."""
        return replace(self, text=text, page=1)

    def easier(self) -> list[Question]:
        """Questions that find more, with the same filters: without quotation marks, either word, fewer words."""
        words = [
            word
            for word in re.sub(r"[\"“”„‟«»＂]", " ", self.text).split()
            if word != "OR" and word[0] != "-"
        ]
        texts = [" ".join(words), " OR ".join(words), " ".join(words[:-1])]
        return [self.asking(text) for text in dict.fromkeys(texts) if text and text != self.text]


def tidy(text: str) -> str:
    """What was typed on one line, without what is no text, as far as it counts."""
    return " ".join(text.replace("\x00", " ").split())[:MAX_LENGTH].strip()


def page_number(wanted: str) -> int:
    """The page that the address names; the first where it is no sensible number."""
    sensible = wanted.isascii() and wanted.isdigit() and len(wanted) <= 4
    return max(int(wanted), 1) if sensible else 1
