"""Search in SQLite's own full-text index, in one statement: hits, total and facets.

The index is asked first and joined afterwards, in an order that the planner is told (``CROSS JOIN``,
materialised steps): left alone it sometimes starts from the filter and scans. Migration 0002 makes the tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from ogp_wagtail.evidence.engines.base import Engine, Hit, Page
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Passage
from ogp_wagtail.evidence.ranking import RANKED, ranked
from ogp_wagtail.evidence.text import Query, Term
from ogp_wagtail.plans.models import Plan

TABLES: Final = {
    "item": EvidenceItem._meta.db_table,
    "version": EvidenceVersion._meta.db_table,
    "plan": Plan._meta.db_table,
}
SEARCH: Final = """
WITH found AS MATERIALIZED (
    SELECT rowid AS id, bm25(ogp_search_text, 1.0, 0.25) AS rank
    FROM ogp_search_text WHERE ogp_search_text MATCH %s
), best AS MATERIALIZED (
    SELECT place.item, min(rank) AS rank, found.id
    FROM found CROSS JOIN ogp_search_item AS place ON place.id = found.id
    WHERE place.item IN ({among})
    GROUP BY place.item
), facts AS MATERIALIZED (
    SELECT item.kind, version.file_type, plan.code
    FROM best CROSS JOIN {item} AS item ON item.id = best.item
    LEFT JOIN {version} AS version ON version.id = item.current_id
    LEFT JOIN {plan} AS plan ON plan.id = item.plan_id
)
SELECT 'hit', item, id, rank FROM (SELECT * FROM best ORDER BY rank, id LIMIT %s)
UNION ALL SELECT 'total', '', count(*), 0 FROM best
UNION ALL SELECT 'kind', kind, count(*), 0 FROM facts GROUP BY kind
UNION ALL SELECT 'type', file_type, count(*), 0 FROM facts GROUP BY file_type
UNION ALL SELECT 'plan', code, count(*), 0 FROM facts GROUP BY code
"""
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
            among_sql, params = among.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            return Page()
        statement = SEARCH.format(among=among_sql, **TABLES)
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


def page(query: Query, answer: list[tuple[Any, ...]], limit: int, offset: int) -> Page:
    """The rows of the one statement as a page, the first hits put into the reference order."""
    hits: list[Hit] = []
    total, facets = 0, defaultdict[str, dict[str, int]](dict)
    for what, key, number, rank in answer:
        if what == "hit":
            hits.append(Hit(item=key, passage=number, score=-rank))
        elif what == "total":
            total = number
        elif key:
            facets[what][key] = number
    return Page(total, tuple(ranked(query, hits)[offset : offset + limit]), dict(facets))


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


def rows(statement: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """What a question returns."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


def many(statement: str, params: Sequence[tuple[Any, ...]]) -> None:
    """Run a statement for each row of parameters."""
    with connection.cursor() as cursor:
        cursor.executemany(statement, params)
