"""Search in PostgreSQL's own full-text index, without any extension, in one statement: hits, total and facets.

Its own ranking functions know nothing of a word's rarity and unpack each vector. So each passage also has the
weights of its tokens, BM25 without the rarity: a hit's rank is a sum of a few of them. Migration 0003 makes the
tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import QuerySet

from ogp_wagtail.evidence import frequencies
from ogp_wagtail.evidence.engines import within
from ogp_wagtail.evidence.engines.base import Engine, Page
from ogp_wagtail.evidence.engines.vectors import match, vector, weights
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import Passage, SearchEntry
from ogp_wagtail.evidence.ranking import corpus
from ogp_wagtail.evidence.statements import many, rows
from ogp_wagtail.evidence.text import Query
from ogp_wagtail.evidence.text.bm25 import STEM_WEIGHT, WORD_WEIGHT

BEST: Final = """
found AS MATERIALIZED (SELECT id, entry FROM ogp_search_text WHERE tokens @@ %s::tsquery),
best AS MATERIALIZED (
    SELECT DISTINCT ON (entry) entry, id AS passage, rank FROM (
        SELECT found.entry, found.id, {rank} AS rank
        FROM found INNER JOIN ogp_search_weight AS weight ON weight.id = found.id
    ) AS ranked ORDER BY entry, rank, id
)
"""
KEY: Final = f"(SELECT id::integer FROM {frequencies.TABLE} WHERE token = %s)"  # noqa: S608 - asked once
PART: Final = f"%s::float8 * coalesce(weight.weights[array_position(weight.tokens, {KEY})], 0)"
ADD_TEXT: Final = "INSERT INTO ogp_search_text (id, entry, tokens) VALUES (%s, %s, %s::tsvector)"
ADD_WEIGHT: Final = "INSERT INTO ogp_search_weight (id, tokens, weights) VALUES (%s, %s, %s)"
REMOVE: Final = (
    "DELETE FROM ogp_search_text WHERE id = ANY(%s)",
    "DELETE FROM ogp_search_weight WHERE id = ANY(%s)",
)
CLEAR: Final = ("DELETE FROM ogp_search_text", "DELETE FROM ogp_search_weight")
COUNT: Final = "SELECT count(*) FROM ogp_search_text"
INDEXED: Final = "SELECT id FROM ogp_search_text WHERE id = ANY(%s)"
THERE: Final = "SELECT to_regclass('ogp_search_text')"

# For a word in most passages the planner would read the whole table and unpack each vector: thirty times slower.
# To compile a statement that takes milliseconds takes longer than to run it.
PLANNER: Final = {"enable_seqscan": "off", "jit": "off", "max_parallel_workers_per_gather": "0"}


class PostgresqlEngine(Engine):
    """A GIN index over the tokens of passages, and their weights beside it."""

    def is_ready(self) -> bool:
        return connection.vendor == "postgresql" and rows(THERE)[0][0] is not None

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
        rank, params = rank_of(query)
        best = (BEST.format(rank=rank), [match(query), *params])
        with planned():
            return within.answer(query, best, among, chosen or {}, limit, offset)

    def add(self, entry: SearchEntry, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        known = frequencies.keys_made(passages)
        average = frequencies.whole().average_length
        many(ADD_TEXT, [(passage.pk, entry.pk, vector(passage)) for passage in passages])
        many(ADD_WEIGHT, [(passage.pk, *weights(passage, known, average)) for passage in passages])

    def remove(self, passages: Iterable[Passage]) -> None:
        gone = [passage.pk for passage in passages]
        for statement in REMOVE:
            many(statement, [(gone,)])

    def clear(self) -> None:
        for statement in CLEAR:
            many(statement, [()])

    def count(self) -> int:
        return int(rows(COUNT)[0][0])

    def indexed(self, passages: Iterable[int]) -> set[int]:
        return {pk for (pk,) in rows(INDEXED, [list(passages)])}


def rank_of(query: Query) -> tuple[str, list[Any]]:
    """The rank of a passage as SQL, the lowest the best: what each token of the query weighs by its rarity."""
    of_all = corpus(query)
    sought = [(stem, STEM_WEIGHT, of_all.stem_df.get(stem, 0)) for stem in query.stems]
    sought += [(f"={word}", WORD_WEIGHT, of_all.word_df.get(word, 0)) for word in query.words]
    parts = [(-weight * of_all.idf(df), token) for token, weight, df in sought if df]
    return " + ".join([PART] * len(parts)) or "0.0", [value for part in parts for value in part]


@contextmanager
def planned() -> Iterator[None]:
    """Have the planner take the index for what is asked inside; a transaction around it gets its settings back."""
    inside = connection.in_atomic_block
    with transaction.atomic():
        before = configured(PLANNER)
        yield
        if inside:
            configured(before)


def configured(settings: Mapping[str, str]) -> dict[str, str]:
    """Set something for the rest of the transaction; returns how it was."""
    asked = [*settings, *(value for pair in settings.items() for value in pair)]
    now = ["current_setting(%s)"] * len(settings) + ["set_config(%s, %s, true)"] * len(settings)
    return dict(zip(settings, rows(f"SELECT {', '.join(now)}", asked)[0], strict=False))
