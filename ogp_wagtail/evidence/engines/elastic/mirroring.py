"""Telling the server of changes: what was noted is looked up and written in bulk, by one writer at a time.

What is written is the passage as it is now, so that doing it twice changes nothing. A note is taken away only
when the server has confirmed its passage.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from django.utils import timezone
from elasticsearch import helpers

from ogp_wagtail.evidence.engines.elastic import writer
from ogp_wagtail.evidence.engines.elastic.layout import Names
from ogp_wagtail.evidence.engines.elastic.server import IndexMissing, Server, ServerAway
from ogp_wagtail.evidence.models import IndexChange, IndexMirror, Passage, SearchEntry

logger = logging.getLogger(__name__)

BATCH: Final = 500  # passages in one request, some 2 MB
COLUMNS: Final = ("pk", "entry", "entry__indexed_at", "stems", "words")
Action = dict[str, Any]


def catch_up(server: Server, *, in_a_hurry: bool = False) -> int:
    """Tell the server of all that was noted; returns of how many passages. Quiet where it is away.

    Whoever finds another writer at work may leave: that one looks once more after it has finished.
    """
    told = 0
    try:
        while IndexChange.objects.exists():
            with writer.only_writer() as mirror:
                if mirror is None:
                    break
                told += tell(server, mirror, in_a_hurry)
    except ServerAway as error:
        server.breaker.failed(str(error))  # also where it answered that it cannot: each try sends megabytes
        away(error)
    return told


def tell(server: Server, mirror: IndexMirror, in_a_hurry: bool) -> int:
    """Tell of the oldest notes; returns of how many passages. The caller is the only writer."""
    notes = list(IndexChange.objects.order_by("pk")[:BATCH])
    passages = {note.passage for note in notes}
    names = Names(server.options.prefix)
    aliases = [names.alias, *([names.next] if mirror.filling else [])]
    actions = (action for alias in aliases for action in present(alias, passages))
    refused = write(server, actions, may_lack=names.alias if mirror.filling else "", in_a_hurry=in_a_hurry)
    IndexChange.objects.filter(pk__in=[note.pk for note in notes]).delete()
    mark(refused)
    answered(mirror)
    return len(passages)


def present(alias: str, passages: Collection[int]) -> Iterator[Action]:
    """What to write of passages: those that are to be found as they are, of the others that they are gone."""
    rows = Passage.objects.filter(pk__in=passages).exclude(words="").values_list(*COLUMNS)
    there = set()
    for row in rows:
        there.add(row[0])
        yield indexing(alias, *row)
    for passage in sorted(set(passages) - there):
        yield {"_op_type": "delete", "_index": alias, "_id": str(passage)}


def indexing(
    alias: str, passage: int, entry: int, indexed_at: datetime | None, stems: str, words: str
) -> Action:
    """The writing of one passage."""
    return {
        "_op_type": "index",
        "_index": alias,
        "_id": str(passage),
        "passage": passage,
        "entry": entry,
        "stamp": stamp(indexed_at),
        "stems": stems,
        "words": words,
    }


def stamp(indexed_at: datetime | None) -> int:
    """When an entry was indexed, in microseconds since 1970: what tells an old copy from a new one."""
    return round(indexed_at.timestamp() * 1_000_000) if indexed_at else 0


def write(
    server: Server, actions: Iterable[Action], *, may_lack: str = "", in_a_hurry: bool = False
) -> dict[int, str]:
    """Write in bulk, again where the server was busy; returns which passages it refuses for good, and why.

    Raises ``ServerAway`` when something was not written for another reason, ``IndexMissing`` when that is that
    there is no index: none is made by a write (``require_alias``), as it would lack the mapping. The alias that
    the server ``may_lack`` is the one whose place another index is about to take.
    """
    refused = {}
    with server.asked():
        answers = helpers.streaming_bulk(
            server.client if in_a_hurry else server.patient(),
            actions,
            chunk_size=BATCH,
            max_retries=0 if in_a_hurry else 3,
            initial_backoff=0.5,
            raise_on_error=False,
            require_alias=True,
        )
        failures = [answer for is_done, answer in answers if not is_done]
    for answer in failures:
        ((operation, result),) = answer.items()
        if operation == "delete" and result.get("result") == "not_found":
            continue
        if is_missing(result) and result["_index"] == may_lack:
            continue
        refused[int(result["_id"])] = refusal(result)
    return refused


def refusal(result: Mapping[str, Any]) -> str:
    """Why the server refuses one passage. Raises where the reason lies with the server."""
    error = result.get("error") or {}
    kind, text = error.get("type", ""), str(error.get("reason", error))[:300]
    if is_missing(result):
        raise IndexMissing(text)
    if result["status"] in (429, 503) or result["status"] >= 500:
        raise ServerAway(f"{kind}: {text}")
    return f"{kind}: {text}"


def is_missing(result: Mapping[str, Any]) -> bool:
    """Whether there is no index of the name that was written to."""
    return bool((result.get("error") or {}).get("type") == "index_not_found_exception")


def mark(refused: Mapping[int, str]) -> None:
    """Write at an entry why one of its passages could not be indexed."""
    for passage, why in refused.items():
        logger.error("Elasticsearch refuses passage %s: %s", passage, why)
        SearchEntry.objects.filter(passages=passage).update(index_error=why[:500])


def away(error: ServerAway) -> None:
    """Note since when the server has been away, and why."""
    since = writer.mirror().away_since or timezone.now()
    writer.keep(away_since=since, error=str(error)[:500])


def answered(mirror: IndexMirror) -> None:
    """The server is there again."""
    if mirror.away_since:
        writer.keep(away_since=None, error="")
