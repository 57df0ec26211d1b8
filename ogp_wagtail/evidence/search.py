"""The one search of this room: pages and commands ask here, whatever the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.models import EvidenceItem, Passage
from ogp_wagtail.evidence.text import Part, Query, parse, snippet, to_html

# What is shown of a hit, and read for it.
SHOWN: Final = [
    *("number", "place_kind", "place_number", "place_name", "place_range", "heading", "language", "text"),
    *("version__file_name", "version__item__title", "version__item__public_id"),
    *("version__item__kind", "version__item__dated_on"),
]
PASSAGES: Final = Passage.objects.select_related("version__item").only(*SHOWN)


@dataclass(frozen=True, slots=True)
class Found:
    """An item, its best passage, and the piece of its text around the words asked for."""

    item: EvidenceItem
    passage: Passage | None
    score: float
    parts: list[Part]

    @property
    def html(self) -> SafeString:
        """The piece of text with the found words marked, everything else escaped."""
        return mark_safe(to_html(self.parts))  # noqa: S308 - escaped part by part

    @property
    def snippet(self) -> str:
        """The same as plain text on one line."""
        return " ".join("".join(part.text for part in self.parts).split())


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found: how many items, those of one page, and how many there are of each kind."""

    query: Query
    total: int
    found: list[Found]
    facets: Mapping[str, Mapping[str, int]]


def search(
    text: str, among: QuerySet[EvidenceItem], language: str, *, limit: int = 10, offset: int = 0
) -> Answer:
    """Find what a person typed among the items given, the best first; any text is taken."""
    query = parse(text, language)
    page = engine().search(query, among, limit=limit, offset=offset)
    passages = PASSAGES.in_bulk([hit.passage for hit in page.hits])
    found = [shown(passages[hit.passage], query, hit.score) for hit in page.hits if hit.passage in passages]
    return Answer(query, page.total, found, page.facets)


def newest(among: QuerySet[EvidenceItem], *, limit: int = 10, offset: int = 0) -> Answer:
    """What there is when nothing is asked: the items, the newest first."""
    items = among.select_related("current").order_by("-added_on", "-pk")[offset : offset + limit]
    return Answer(Query(), among.count(), [Found(item, None, 0.0, []) for item in items], {})


def shown(passage: Passage, query: Query, score: float) -> Found:
    """A hit with the words around what was asked."""
    parts = snippet(passage.text, query, passage.language)
    return Found(passage.version.item, passage, score, parts)
