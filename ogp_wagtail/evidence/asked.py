"""Questions answered: the page of results, its feed, its downloads and the command all ask here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import F, QuerySet

from ogp_wagtail.evidence.engines.base import Hit
from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.engines.counting import counted, grouped
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.querysets import SearchEntryQuerySet
from ogp_wagtail.evidence.question import ADDED, DATE, RELEVANCE, Question
from ogp_wagtail.evidence.search import PASSAGES, SUBJECTS, Found, shown, understood
from ogp_wagtail.evidence.text import Query

MOST: Final = 10_000  # hits that can be put in another order, or downloaded
AT_ONCE: Final = 200  # hits whose text is read in one query
COLUMN: Final = {DATE: "dated_on", ADDED: "added_at", RELEVANCE: "added_at"}


@dataclass(frozen=True, slots=True)
class Matches:
    """How many entries answer a question, those of one page in the wanted order, and counts by facet and value.

    A hit without words has no passage (0). ``is_cut`` says that only the ``MOST`` best were put in order.
    """

    query: Query
    total: int
    hits: Sequence[Hit]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    is_cut: bool = False
    is_simplified: bool = False  # the search server was away, and the database answered in its place


NOTHING: Final = Matches(Query(), 0, ())


def matches(
    question: Question, among: SearchEntryQuerySet, language: str, *, limit: int, offset: int = 0
) -> Matches:
    """What answers a question among the entries given; any text is taken."""
    if not question.text:
        return listed(question, among, limit, offset)
    query = understood(question.text, language)
    if question.order == RELEVANCE:
        page = engine().search(query, among, chosen=question.chosen, limit=limit, offset=offset)
        return Matches(query, page.total, page.hits, page.facets, is_simplified=page.is_simplified)
    return sorted_by_day(query, question, among, limit, offset)


def listed(question: Question, among: SearchEntryQuerySet, limit: int, offset: int) -> Matches:
    """What there is when no words are asked for, the latest first."""
    total, facets = counted(grouped(among), question.chosen)
    wanted = in_order(among.having(question.chosen), question.order)[offset : offset + limit]
    return Matches(Query(), total, [Hit(pk, 0, 0.0) for pk in wanted], facets)


def sorted_by_day(
    query: Query, question: Question, among: SearchEntryQuerySet, limit: int, offset: int
) -> Matches:
    """The hits by a day instead of how well they answer; of very many, the best are put in order."""
    page = engine().search(query, among, chosen=question.chosen, limit=MOST)
    of_entry = {hit.entry: hit for hit in page.hits}
    wanted = in_order(SearchEntry.objects.filter(pk__in=of_entry), question.order)[offset : offset + limit]
    hits = [of_entry[pk] for pk in wanted]
    return Matches(query, page.total, hits, page.facets, page.total > MOST, page.is_simplified)


def in_order(entries: QuerySet[SearchEntry], order: str) -> QuerySet[Any, Any]:
    """The keys of entries, the latest first."""
    return entries.order_by(F(COLUMN[order]).desc(nulls_last=True), "-pk").values_list("pk", flat=True)


def found(matched: Matches) -> list[Found]:
    """The hits with what is shown of them: one query, whatever they are."""
    wanted = [hit.passage for hit in matched.hits if hit.passage]
    if not wanted:
        entries = SearchEntry.objects.select_related(*SUBJECTS, "item__current")
        by_key = entries.in_bulk([hit.entry for hit in matched.hits])
        return [Found(by_key[hit.entry], None, 0.0, []) for hit in matched.hits if hit.entry in by_key]
    passages = PASSAGES.in_bulk(wanted)
    return [
        shown(passages[hit.passage], matched.query, hit.score)
        for hit in matched.hits
        if hit.passage in passages
    ]


def all_found(
    question: Question, among: SearchEntryQuerySet, language: str
) -> tuple[int, Iterator[list[Found]]]:
    """How many answer, and all of them in order, some at a time; what is no longer seen meanwhile is left out."""
    matched = matches(question, among, language, limit=MOST)
    starts = range(0, len(matched.hits), AT_ONCE)
    return matched.total, (some_found(matched, start, among) for start in starts)


def some_found(matched: Matches, start: int, among: SearchEntryQuerySet) -> list[Found]:
    """The next hits from a place on."""
    hits = matched.hits[start : start + AT_ONCE]
    still = set(among.filter(pk__in=[hit.entry for hit in hits]).order_by().values_list("pk", flat=True))
    return found(Matches(matched.query, matched.total, [hit for hit in hits if hit.entry in still]))
