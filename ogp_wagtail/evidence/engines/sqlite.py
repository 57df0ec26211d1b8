"""Search in SQLite's own full-text index, in one statement: hits, total and facets.

The index is asked first and joined afterwards, in an order that the planner is told (``CROSS JOIN``,
materialised steps): left alone it sometimes starts from the filter and scans. Migration 0002 makes the tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.db import connection
from django.db.models import QuerySet

from ogp_wagtail.evidence.engines import within
from ogp_wagtail.evidence.engines.base import Engine, Page
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import Passage, SearchEntry
from ogp_wagtail.evidence.statements import many, places, rows
from ogp_wagtail.evidence.text import Query, Term

# LIMIT -1 limits nothing: it keeps SQLite from merging the innermost step into the one around it, where
# bm25() could not be computed, without writing all its rows down as MATERIALIZED would.
BEST: Final = """
best AS MATERIALIZED (
    SELECT place.entry, found.id AS passage, min(rank) AS rank
    FROM (
        SELECT rowid AS id, bm25(ogp_search_text, 1.0, 0.25) AS rank
        FROM ogp_search_text WHERE ogp_search_text MATCH %s LIMIT -1
    ) AS found CROSS JOIN ogp_search_place AS place ON place.id = found.id
    GROUP BY place.entry
)
"""
ADD_TEXT: Final = "INSERT INTO ogp_search_text (rowid, stems, words) VALUES (%s, %s, %s)"
ADD_PLACE: Final = "INSERT INTO ogp_search_place (id, entry) VALUES (%s, %s)"
REMOVE_TEXT: Final = (
    "INSERT INTO ogp_search_text (ogp_search_text, rowid, stems, words) VALUES ('delete', %s, %s, %s)"
)
REMOVE_PLACE: Final = "DELETE FROM ogp_search_place WHERE id = %s"
CLEAR: Final = (
    "INSERT INTO ogp_search_text (ogp_search_text) VALUES ('delete-all')",
    "DELETE FROM ogp_search_place",
)
COUNT: Final = "SELECT count(*) FROM ogp_search_place"
INDEXED: Final = "SELECT id FROM ogp_search_place WHERE id IN ({passages})"
THERE: Final = "SELECT 1 FROM sqlite_master WHERE name = 'ogp_search_text'"


class SqliteEngine(Engine):
    """FTS5 over the tokens of passages, without a copy of their text."""

    def is_ready(self) -> bool:
        return connection.vendor == "sqlite" and bool(rows(THERE))

    def search(
        self,
        query: Query,
        among: QuerySet[SearchEntry],
        *,
        chosen: Chosen | None = None,
        limit: int,
        offset: int = 0,
    ) -> Page:
        if query.is_empty:
            return Page()
        return within.answer(query, (BEST, [match(query)]), among, chosen or {}, limit, offset)

    def add(self, entry: SearchEntry, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        many(ADD_TEXT, [(passage.pk, passage.stems, passage.words) for passage in passages])
        many(ADD_PLACE, [(passage.pk, entry.pk) for passage in passages])

    def remove(self, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        there = self.indexed(
            passage.pk for passage in passages
        )  # to take out what is not in would spoil the index
        passages = [passage for passage in passages if passage.pk in there]
        many(REMOVE_TEXT, [(passage.pk, passage.stems, passage.words) for passage in passages])
        many(REMOVE_PLACE, [(passage.pk,) for passage in passages])

    def clear(self) -> None:
        for statement in CLEAR:
            many(statement, [()])

    def count(self) -> int:
        return int(rows(COUNT)[0][0])

    def indexed(self, passages: Iterable[int]) -> set[int]:
        asked = list(passages)
        return {pk for (pk,) in rows(INDEXED.format(passages=places(asked)), asked)}


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
