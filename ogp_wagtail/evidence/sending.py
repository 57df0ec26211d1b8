"""Telling an engine outside of the database what it should hold: by a job, since it may be away.

The database's tokens are the truth. A job sends all passages of an entry as they are when it runs, so that jobs
may come late, twice or in any order.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.utils import timezone

from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.models import Passage, SearchEntry
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.queue import enqueue

SEND: Final = "evidence.send"


def send_later(entry: int) -> Job:
    """Queue the sending of an entry's passages, or of the news that there are none any more."""
    return enqueue(SEND, key=str(entry), entry=entry)


def send(entry: int) -> None:
    """Send the passages of one entry; an error is noted at the entry and raised, to be tried again."""
    send_all([entry])


def send_all(entries: Collection[int]) -> None:
    """Send the passages of several entries at once, and note at each how that went."""
    if engine().in_database:
        return
    texts: dict[int, list[Passage]] = {entry: [] for entry in entries}
    for passage in Passage.objects.filter(entry__in=entries).exclude(words="").order_by("pk"):
        texts[passage.entry_id].append(passage)
    sent = SearchEntry.objects.filter(pk__in=entries)
    try:
        engine().replace(texts)
    except Exception as error:
        sent.update(indexed_at=None, index_error=f"{type(error).__name__}: {error}"[:500])
        raise
    sent.update(indexed_at=timezone.now(), index_error="")
