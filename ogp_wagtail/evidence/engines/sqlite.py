"""Search in SQLite's own full-text index, in one statement: hits, total and facets.

The index is asked first and joined afterwards, in an order that the planner is told (``CROSS JOIN``,
materialised steps): left alone it sometimes starts from the filter and scans. Migration 0002 makes the tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ogp_wagtail.evidence.engines.base import Engine, Hit, Page
from ogp_wagtail.evidence.models import EvidenceItem, Passage
from ogp_wagtail.evidence.ranking import RANKED, ranked
from ogp_wagtail.evidence.statements import many, rows
from ogp_wagtail.evidence.text import Query, Term

# LIMIT -1 limits nothing: it keeps SQLite from merging the innermost step into the one around it, where
# bm25() could not be computed, without writing all its rows down as MATERIALIZED would.
SEARCH: Final = """
WITH best AS MATERIALIZED (
    SELECT place.item, min(rank) AS rank, found.id
    FROM (
        SELECT rowid AS id, bm25(ogp_search_text, 1.0, 0.25) AS rank
        FROM ogp_search_text WHERE ogp_search_text MATCH %s LIMIT -1
    ) AS found CROSS JOIN ogp_search_item AS place ON place.id = found.id
    GROUP BY place.item
), seen (item, kind, type, plan) AS MATERIALIZED ({seen})
SELECT 'hit', item, id, rank, 1 FROM (
    SELECT * FROM best WHERE item IN (SELECT item FROM seen) ORDER BY rank, id LIMIT %s
)
UNION ALL SELECT 'alike', kind, type, plan, count(*) FROM seen GROUP BY kind, type, plan
"""
FOUND: Final = RawSQL("SELECT item FROM best", ())
FACTS: Final = {"kind": "kind", "type": "current__file_type", "plan": "plan__code"}  # what facets count
ADD_TEXT: Final = "INSERT INTO ogp_search_text (rowid, stems, words) VALUES (%s, %s, %s)"
ADD_ITEM: Final = "INSERT INTO ogp_search_item (id, item) VALUES (%s, %s)"
REMOVE_TEXT: Final = (
    "INSERT INTO ogp_search_text (ogp_search_text, rowid, stems, words) VALUES ('delete', %s, %s, %s)"
)
REMOVE_ITEM: Final = "DELETE FROM ogp_search_item WHERE id = %s"
CLEAR: Final = (
    "INSERT INTO ogp_search_text (ogp_search_text) VALUES ('delete-all')",
    "DELETE FROM ogp_search_item",
)
THERE: Final = "SELECT 1 FROM sqlite_master WHERE name = 'ogp_search_text'"


class SqliteEngine(Engine):
    """FTS5 over the tokens of passages, without a copy of their text."""

    def is_ready(self) -> bool:
        return connection.vendor == "sqlite" and bool(rows(THERE))

    def search(self, query: Query, among: QuerySet[EvidenceItem], *, limit: int, offset: int = 0) -> Page:
        if query.is_empty:
            return Page()
        try:
            seen, params = seen_of(among).query.sql_with_params()
        except EmptyResultSet:
            return Page()
        statement = SEARCH.format(seen=seen)
        answer = rows(statement, [match(query), *params, max(RANKED, offset + limit)])
        return page(query, answer, limit, offset)

    def add(self, item: EvidenceItem, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        many(ADD_TEXT, [(passage.pk, passage.stems, passage.words) for passage in passages])
        many(ADD_ITEM, [(passage.pk, item.pk) for passage in passages])

    def remove(self, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        many(REMOVE_TEXT, [(passage.pk, passage.stems, passage.words) for passage in passages])
        many(REMOVE_ITEM, [(passage.pk,) for passage in passages])

    def clear(self) -> None:
        for statement in CLEAR:
            many(statement, [()])


def seen_of(among: QuerySet[EvidenceItem]) -> QuerySet[EvidenceItem, tuple[Any, ...]]:
    """Of the items in which to look, those that were found, with their facts."""
    return among.filter(pk__in=FOUND).order_by().values_list("pk", *FACTS.values())


def page(query: Query, answer: list[tuple[Any, ...]], limit: int, offset: int) -> Page:
    """The rows of the one statement as a page, the first hits put into the reference order."""
    hits = [Hit(item, passage, -rank) for what, item, passage, rank, _one in answer if what == "hit"]
    alike = [row[1:] for row in answer if row[0] == "alike"]
    shown = ranked(query, hits)[offset : offset + limit]
    return Page(sum(number for *_facts, number in alike), tuple(shown), facets(alike))


def facets(alike: list[tuple[Any, ...]]) -> dict[str, dict[str, int]]:
    """How many items have each kind, type and plan, from how many have all three alike."""
    counts = defaultdict[str, dict[str, int]](lambda: defaultdict(int))
    for *facts, number in alike:
        for name, value in zip(FACTS, facts, strict=True):
            if value:
                counts[name][value] += number
    return {name: dict(numbers) for name, numbers in counts.items()}


def match(query: Query) -> str:
    """A query in FTS5's language. Tokens are letters and digits only; quoting them makes them no syntax."""
    required = " AND ".join("(" + " OR ".join(map(term, group)) + ")" for group in query.groups)
    return " NOT ".join([f"({required})", *map(term, query.excluded)])


def term(wanted: Term) -> str:
    """One term: its words side by side where it is exact, else the word or its stem."""
    if wanted.is_exact:
        return f"words : {quoted(' '.join(wanted.words))}"
    return f"(stems : {quoted(wanted.stems[0])} OR words : {quoted(wanted.words[0])})"


def quoted(tokens: str) -> str:
    """A string of FTS5."""
    return '"' + tokens.replace('"', '""') + '"'
