"""A new index beside the one in use, filled from the database and put in its place at once.

While it is filled, changes are written to both (``mirroring.tell``). How far it is stands in the database after
each batch, so that an interrupted run goes on, and several at once share the work.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from ogp_wagtail.evidence.engines.elastic import layout, mirroring, writer
from ogp_wagtail.evidence.engines.elastic.layout import Names
from ogp_wagtail.evidence.engines.elastic.server import Server
from ogp_wagtail.evidence.models import IndexMirror, Passage


def renew(server: Server) -> int:
    """Fill a new index and put it in the old one's place; returns how many passages this run wrote.

    Raises ``ServerAway``; what was written stays and is gone on from.
    """
    begin(server)
    written = 0
    while some := fill(server):
        written += some
        mirroring.catch_up(server)
    put_in_place(server)
    mirroring.catch_up(server)
    return written


def forget(server: Server) -> None:
    """Throw away what is half filled. Raises ``ServerAway``."""
    with writer.only_writer(wait=True), server.asked():
        remove(server, behind(server, Names(server.options.prefix).next))
        writer.keep(filling="", filled_to=0)


def begin(server: Server) -> None:
    """Make the index to be filled, unless one is half filled already."""
    with writer.only_writer(wait=True) as mirror, server.asked():
        if mirror and not is_half_filled(server, mirror):
            names, indices = Names(server.options.prefix), server.patient().indices
            remove(server, behind(server, names.next))
            name = names.fresh()
            indices.create(
                index=name,
                mappings=layout.mappings(),
                settings=layout.settings_while_filled(),
                aliases={names.next: {}},
            )
            writer.keep(filling=name, filled_to=0)


def fill(server: Server) -> int:
    """Write the next batch; returns how many passages, none when all are written or another run has finished."""
    with writer.only_writer(wait=True) as mirror:
        if not mirror or not mirror.filling:
            return 0
        passages = Passage.objects.filter(pk__gt=mirror.filled_to).exclude(words="").order_by("pk")
        rows = list(passages.values_list(*mirroring.COLUMNS)[: mirroring.BATCH])
        if rows:
            next_ = Names(server.options.prefix).next
            mirroring.mark(mirroring.write(server, (mirroring.indexing(next_, *row) for row in rows)))
            writer.keep(filled_to=rows[-1][0])
        return len(rows)


def put_in_place(server: Server) -> None:
    """Have searches read the filled index from now on, and remove all others, in one step of the server."""
    with writer.only_writer(wait=True) as mirror, server.asked():
        if not mirror or not mirror.filling:
            return
        names, indices = Names(server.options.prefix), server.patient().indices
        indices.refresh(index=mirror.filling)
        indices.put_settings(index=mirror.filling, settings=layout.settings_in_use())
        others = [name for name in behind(server, names.all) if name != mirror.filling]
        indices.update_aliases(
            actions=[
                *({"remove_index": {"index": name}} for name in others),
                {"add": {"index": mirror.filling, "alias": names.alias}},
                {"remove": {"index": mirror.filling, "alias": names.next}},
            ]
        )
        writer.keep(filling="", filled_to=0, compared_at=timezone.now(), away_since=None, error="")


def is_half_filled(server: Server, mirror: IndexMirror) -> bool:
    """Whether there is an index to go on with, in the present layout."""
    next_ = Names(server.options.prefix).next
    return bool(mirror.filling) and behind(server, next_) == [mirror.filling]


def is_there(server: Server) -> bool:
    """Whether there is an index to search. Raises ``ServerAway``."""
    with server.asked():
        return bool(behind(server, Names(server.options.prefix).alias))


def behind(server: Server, name: str) -> list[str]:
    """The indexes of a name, alias or pattern."""
    found: Any = server.patient().options(ignore_status=404).indices.get(index=name, features=["aliases"])
    return sorted(found) if found.meta.status == 200 else []


def remove(server: Server, names: list[str]) -> None:
    """Remove indexes."""
    if names:
        server.patient().indices.delete(index=",".join(names))
