"""The copy on the server beside the database: what differs is noted, and so put right.

Both are read in the order of passages and compared one by one, so that it takes no memory however many they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from heapq import merge
from itertools import groupby, islice
from typing import Any, Final, NamedTuple

from django.utils import timezone

from ogp_wagtail.evidence import frequencies
from ogp_wagtail.evidence.engines.elastic import asking, mirroring, rebuilding, writer
from ogp_wagtail.evidence.engines.elastic.changes import note
from ogp_wagtail.evidence.engines.elastic.layout import Names
from ogp_wagtail.evidence.engines.elastic.mirroring import stamp
from ogp_wagtail.evidence.engines.elastic.server import Server, ServerAway
from ogp_wagtail.evidence.models import Passage

COMPARED_EVERY: Final = timedelta(days=1)
AT_ONCE: Final = 10_000
ALIVE: Final = "2m"  # how long the server keeps the state that is read, from one part to the next


class Copy(NamedTuple):
    """A passage, its entry, and when that was indexed."""

    passage: int
    entry: int
    stamp: int


def repair(server: Server) -> int:
    """Tell what was noted, fill an index where none is, and compare what is there once a day or when the numbers
    differ; returns how many passages were written. Quiet where the server is away.
    """
    try:
        if writer.mirror().filling or not rebuilding.is_there(server):
            return rebuilding.renew(server)
        told = mirroring.catch_up(server)
        return told + (put_right(server) if is_due(server) else 0)
    except ServerAway as error:
        mirroring.away(error)
        return 0


def is_due(server: Server) -> bool:
    """Whether the last comparison is old, or the server holds another number of passages."""
    refresh(server)
    compared = writer.mirror().compared_at
    is_old = compared is None or compared < timezone.now() - COMPARED_EVERY
    return is_old or asking.count(server) != frequencies.whole().passages


def put_right(server: Server) -> int:
    """Compare everything and write what differs; returns how many passages. Raises ``ServerAway``."""
    refresh(server)
    noted, found = 0, differing(here(), there(server))
    while some := list(islice(found, AT_ONCE)):
        noted += note(some)
    writer.keep(compared_at=timezone.now())
    mirroring.catch_up(server)
    return noted


def differing(first: Iterable[Copy], second: Iterable[Copy]) -> Iterator[int]:
    """The passages that one side lacks or has otherwise; both come in the order of their ids."""
    for passage, copies in groupby(merge(first, second), key=lambda copy: copy.passage):
        one, *others = copies
        if others != [one]:
            yield passage


def here() -> Iterator[Copy]:
    """What is to be found, as the database has it."""
    rows = Passage.objects.exclude(words="").order_by("pk").values_list("pk", "entry", "entry__indexed_at")
    for passage, entry, indexed_at in rows.iterator(chunk_size=2000):
        yield Copy(passage, entry, stamp(indexed_at))


def there(server: Server) -> Iterator[Copy]:
    """What the server has, in one state however long the reading takes. Raises ``ServerAway``."""
    with server.asked():
        client = server.patient()
        state = client.open_point_in_time(index=Names(server.options.prefix).alias, keep_alive=ALIVE)["id"]
        after: list[Any] | None = None
        try:
            while found := part(client, state, after):
                yield from (Copy(*(one["fields"][name][0] for name in Copy._fields)) for one in found)
                after = found[-1]["sort"]
        finally:
            client.options(ignore_status=404).close_point_in_time(id=state)


def part(client: Any, state: str, after: list[Any] | None) -> list[Any]:
    """The next passages of a state."""
    answer = client.search(
        pit={"id": state, "keep_alive": ALIVE},
        size=AT_ONCE,
        sort=[{"passage": "asc"}],
        docvalue_fields=list(Copy._fields),
        stored_fields="_none_",
        track_total_hits=False,
        search_after=after,
    )
    return list(answer["hits"]["hits"])


def refresh(server: Server) -> None:
    """Have the server show all that it was told. Raises ``ServerAway``."""
    with server.asked():
        server.patient().indices.refresh(index=Names(server.options.prefix).alias)
