"""The one search of this room: pages and commands ask here, whatever the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.engines.counting import counted, grouped
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import Passage, SearchEntry, Traits
from ogp_wagtail.evidence.text import Part, Query, parse, snippet, to_html
from ogp_wagtail.evidence.widening import widened

# What is shown of a hit, with all that its address needs, read in one query.
SUBJECTS: Final = [
    *("item", "plan", "commitment", "meeting", "inception__commitment", "assessment__commitment"),
    *("inception__plan", "assessment__plan", "learning__plan", "progress_update__plan", "traits"),
]
PASSAGES: Final = Passage.objects.select_related("version", *(f"entry__{name}" for name in SUBJECTS)).defer(
    "stems", "words"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, its best passage, and the piece of its text around the words asked for."""

    entry: SearchEntry
    passage: Passage | None
    score: float
    parts: list[Part]

    @property
    def item(self) -> Any:
        """The evidence, where it is some."""
        return self.entry.item

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
    """What a question found: how many entries, those of one page, and counts by facet and value."""

    query: Query
    total: int
    found: list[Found]
    facets: Mapping[str, Mapping[str, int]]
    is_simplified: bool = False  # the search server was away, and the database answered


def search(
    text: str,
    among: QuerySet[SearchEntry],
    language: str,
    *,
    chosen: Chosen | None = None,
    limit: int = 10,
    offset: int = 0,
) -> Answer:
    """Find what a person typed among the entries given, the best first; any text is taken.

    ``chosen`` narrows by facets (``querysets.FACETS``): one of the values of each.
    """
    query = understood(text, language)
    page = engine().search(query, among, chosen=chosen, limit=limit, offset=offset)
    passages = PASSAGES.in_bulk([hit.passage for hit in page.hits])
    found = [shown(passages[hit.passage], query, hit.score) for hit in page.hits if hit.passage in passages]
    return Answer(query, page.total, found, page.facets, page.is_simplified)


def understood(text: str, language: str) -> Query:
    """What a person typed, parsed and widened by the site's synonyms: what is looked for, and marked."""
    return widened(parse(text, language), language)


def newest(
    among: QuerySet[SearchEntry], *, chosen: Chosen | None = None, limit: int = 10, offset: int = 0
) -> Answer:
    """What there is when nothing is asked: the newest first."""
    wanted = among.filter(traits__in=Traits.objects.having(chosen).values("pk")) if chosen else among
    entries = wanted.select_related(*SUBJECTS, "item__current").order_by("-added_at", "-pk")
    total, facets = counted(grouped(among), chosen or {})
    found = [Found(entry, None, 0.0, []) for entry in entries[offset : offset + limit]]
    return Answer(Query(), total, found, facets)


def shown(passage: Passage, query: Query, score: float) -> Found:
    """A hit with the words around what was asked."""
    parts = snippet(passage.text, query, passage.language)
    return Found(passage.entry, passage, score, parts)
