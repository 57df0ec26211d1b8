"""Search in Elasticsearch: it finds and orders, the database says what is seen and counts it.

The server knows nothing of who may see what, nor of facets: all that is asked of the database at the time of the
search, for the entries that the server found (D6).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from django.db.models import QuerySet

from ogp_wagtail.evidence.engines.absent import AbsentEngine
from ogp_wagtail.evidence.engines.base import Engine, Hit, Page
from ogp_wagtail.evidence.engines.counting import counted, grouped
from ogp_wagtail.evidence.engines.elastic import asking, drift, mirroring, rebuilding, status
from ogp_wagtail.evidence.engines.elastic.changes import note, note_all
from ogp_wagtail.evidence.engines.elastic.layout import WINDOW
from ogp_wagtail.evidence.engines.elastic.options import Options
from ogp_wagtail.evidence.engines.elastic.server import ServerAway, server
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import Passage, SearchEntry, Traits
from ogp_wagtail.evidence.ranking import RANKED, ranked
from ogp_wagtail.evidence.text import Query

SPARE: Final = 100  # hits more than are ranked, so that a few that are not seen need no second question


class ElasticsearchEngine(Engine):
    """A copy of the index on a server, and beside it ``own``, the engine of the database, for when it is away."""

    def __init__(self, options: Options, own: Engine) -> None:
        self.server, self.own = server(options), own

    def is_ready(self) -> bool:
        return True

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
        try:
            return self.answer(query, among, chosen or {}, limit, offset)
        except ServerAway:
            page = self.own.search(query, among, chosen=chosen, limit=limit, offset=offset)
            return replace(page, is_simplified=True)

    def answer(
        self, query: Query, among: QuerySet[SearchEntry], chosen: Chosen, limit: int, offset: int
    ) -> Page:
        """The server's answer. Raises ``ServerAway``."""
        needed = min(max(RANKED, offset + limit), WINDOW)
        found = asking.found(self.server, query, min(needed + SPARE, WINDOW))
        seen = asking.within(among, found.entries)
        groups = grouped(seen)
        total, facets = counted(groups, chosen)
        hits = found.hits
        if chosen or sum(group.number for group in groups) < len(found.entries):
            wanted = set(having(seen, chosen).values_list("pk", flat=True))
            hits = self.hits_among(query, found, wanted, needed)
        return Page(total, tuple(ranked(query, hits[:needed])[offset : offset + limit]), facets)

    def hits_among(
        self, query: Query, found: asking.FoundThere, wanted: Collection[int], needed: int
    ) -> list[Hit]:
        """The best hits of the wanted entries; where too few of them are among the best of all, asked anew."""
        hits = [hit for hit in found.hits if hit.entry in wanted]
        if len(hits) >= min(needed, len(wanted)):
            return hits
        return asking.best(self.server, query, wanted, found.entries, needed)

    def add(self, entry: SearchEntry, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        self.own.add(entry, passages)
        note(passage.pk for passage in passages)

    def remove(self, passages: Iterable[Passage]) -> None:
        passages = list(passages)
        self.own.remove(passages)
        note(passage.pk for passage in passages)

    def clear(self) -> None:
        """Note all that is in, so that the server forgets what the database no longer has then."""
        self.own.clear()
        note_all()

    def count(self) -> int:
        """Of the database's index, where it keeps one: how the copy stands is told by ``status``."""
        return asking.count(self.server) if self.is_alone else self.own.count()

    def indexed(self, passages: Iterable[int]) -> set[int]:
        return asking.indexed(self.server, list(passages)) if self.is_alone else self.own.indexed(passages)

    @property
    def is_alone(self) -> bool:
        """Whether the database keeps no index to fall back to."""
        return isinstance(self.own, AbsentEngine)

    def catch_up(self, *, in_a_hurry: bool = False) -> int:
        return mirroring.catch_up(self.server, in_a_hurry=in_a_hurry)

    def repair(self) -> int:
        return drift.repair(self.server)

    def begin_rebuild(self) -> None:
        self.server.breaker.forget()
        rebuilding.forget(self.server)

    def finish_rebuild(self) -> None:
        self.server.breaker.forget()  # where there was no index, changes noted meanwhile have failed
        rebuilding.renew(self.server)

    def status(self) -> Mapping[str, Any]:
        return status.of(self.server)


def having(entries: QuerySet[SearchEntry], chosen: Chosen) -> QuerySet[SearchEntry]:
    """Those of the entries that have what was chosen."""
    return entries.filter(traits__in=Traits.objects.having(chosen).values("pk")) if chosen else entries
