"""The one search of this room: pages and commands ask here, whatever the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.safestring import SafeString, mark_safe

from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.engines.counting import counted, grouped
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import Passage, SearchEntry, Traits
from ogp_wagtail.evidence.text import Part, Query, parse, snippet, to_html
from ogp_wagtail.evidence.widening import widened

# What is shown of a hit, with the evidence that it is of; what else it may be of is read where there is some.
PASSAGES: Final = Passage.objects.select_related("version", "entry__item", "entry__traits").defer(
    "stems", "words"
)
SUBJECTS: Final = {
    "commitment": ("commitment__plan",),
    "meeting": ("meeting__plan",),
    "inception": ("inception__plan", "inception__commitment"),
    "assessment": ("assessment__plan", "assessment__commitment"),
    "learning": ("learning__plan",),
    "progress_update": ("progress_update__plan",),
}


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
    with_subjects([one.entry for one in found])
    return Answer(query, page.total, found, page.facets, page.is_simplified)


def understood(text: str, language: str) -> Query:
    """What a person typed, parsed and widened by the site's synonyms: what is looked for, and marked."""
    return widened(parse(text, language), language)


def newest(
    among: QuerySet[SearchEntry], *, chosen: Chosen | None = None, limit: int = 10, offset: int = 0
) -> Answer:
    """What there is when nothing is asked: the newest first."""
    wanted = among.filter(traits__in=Traits.objects.having(chosen).values("pk")) if chosen else among
    entries = wanted.select_related("item__current", "traits").order_by("-added_at", "-pk")
    total, facets = counted(grouped(among), chosen or {})
    shown_entries = list(entries[offset : offset + limit])
    with_subjects(shown_entries)
    return Answer(Query(), total, [Found(entry, None, 0.0, []) for entry in shown_entries], facets)


def with_subjects(entries: Sequence[SearchEntry]) -> None:
    """Read the rows that entries are of, other than evidence: a query or two for each kind that there is."""
    by_kind: dict[str, list[SearchEntry]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind_name, []).append(entry)
    for name, some in by_kind.items():
        if name != "item":
            prefetch_related_objects(some, *SUBJECTS.get(name, ("plan",)))


def shown(passage: Passage, query: Query, score: float) -> Found:
    """A hit with the words around what was asked."""
    parts = snippet(passage.text, query, passage.language)
    return Found(passage.entry, passage, score, parts)
