"""What is asked of the server: which entries answer a query, and their best passages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from elasticsearch.dsl import query as dsl

from ogp_wagtail.evidence.engines.base import Hit
from ogp_wagtail.evidence.engines.elastic import queries
from ogp_wagtail.evidence.engines.elastic.layout import Names
from ogp_wagtail.evidence.engines.elastic.server import Server
from ogp_wagtail.evidence.models import SearchEntry
from ogp_wagtail.evidence.text import Query

ENTRIES: Final = 50_000  # at once; the server makes 65,536 groups at most
PARTS: Final = (
    "hits.hits._score,hits.hits.fields,"
    "aggregations.found.buckets.key.entry,aggregations.found.after_key,hits.total.value"
)
FIELDS: Final = [{"field": "entry"}, {"field": "passage"}]
ORDER: Final = [{"_score": "desc"}, {"passage": "asc"}]
# Integers only, so there is nothing to quote; as parameters they would be more than SQLite takes.
LISTED: Final = "SELECT {table}.id FROM {table} WHERE {table}.id IN ({entries})"


@dataclass(frozen=True, slots=True)
class FoundThere:
    """All entries with a passage that matches, and the best of their passages, one an entry."""

    entries: Sequence[int]
    hits: list[Hit]


def found(server: Server, query: Query, size: int) -> FoundThere:
    """All entries that answer a query, exactly, and the best hits. Raises ``ServerAway``."""
    matching = queries.matching(query)
    first = answer = asked(server, matching, size, aggs=by_entry())
    entries = keys(answer)
    while len(keys(answer)) == ENTRIES:
        after = answer["aggregations"]["found"]["after_key"]
        answer = asked(server, matching, 0, aggs=by_entry(after))
        entries += keys(answer)
    return FoundThere(entries, hits(first))


def by_entry(after: Any = None) -> dict[str, Any]:
    """The entries found, in the order of their ids, from one on: a part at a time, and none left out."""
    grouping = {"size": ENTRIES, "sources": [{"entry": {"terms": {"field": "entry"}}}]}
    return {"found": {"composite": grouping | ({"after": after} if after else {})}}


def best(
    server: Server, query: Query, wanted: Collection[int], entries: Collection[int], size: int
) -> list[Hit]:
    """The best hits of some of the entries found. Raises ``ServerAway``."""
    unwanted = set(entries) - set(wanted)
    return hits(asked(server, queries.narrowed(queries.matching(query), wanted, unwanted), size))


def asked(server: Server, query: dsl.Query, size: int, **more: Any) -> Any:
    """One question. Exact or an error: never the answer of a part of the index."""
    with server.asked():
        return server.client.search(
            index=Names(server.options.prefix).alias,
            query=query.to_dict(),
            size=size,
            collapse={"field": "entry"},
            docvalue_fields=FIELDS,
            stored_fields="_none_",
            sort=ORDER,
            track_total_hits=False,
            allow_partial_search_results=False,
            filter_path=PARTS,
            **more,
        )


def keys(answer: Any) -> list[int]:
    """The entries of an answer."""
    found = answer.get("aggregations", {}).get("found", {}).get("buckets", [])
    return [int(bucket["key"]["entry"]) for bucket in found]


def hits(answer: Any) -> list[Hit]:
    """The hits of an answer, the best first."""
    found = answer.get("hits", {}).get("hits", [])
    return [Hit(one["fields"]["entry"][0], one["fields"]["passage"][0], one["_score"]) for one in found]


def within(among: QuerySet[SearchEntry], entries: Collection[int]) -> QuerySet[SearchEntry]:
    """Those of the entries found that are among those to look at."""
    if not entries:
        return among.none()
    listed = LISTED.format(table=SearchEntry._meta.db_table, entries=",".join(map(str, entries)))
    return among.filter(pk__in=RawSQL(listed, ()))  # noqa: S611 - integers


def count(server: Server) -> int:
    """How many passages the index holds. Raises ``ServerAway``."""
    with server.asked():
        return int(server.client.count(index=Names(server.options.prefix).alias)["count"])


def indexed(server: Server, passages: Sequence[int]) -> set[int]:
    """Which of the passages the index holds. Raises ``ServerAway``."""
    wanted = [{"_id": str(passage), "_source": False} for passage in passages]
    if not wanted:
        return set()
    with server.asked():
        answer = server.client.mget(
            index=Names(server.options.prefix).alias, docs=wanted, filter_path="docs._id,docs.found"
        )
    return {int(one["_id"]) for one in answer["docs"] if one.get("found")}
