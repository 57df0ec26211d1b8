"""Stands in where a database has no engine: evidence is kept, listed and served, not searched."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from ogp_wagtail.evidence.engines.base import Engine, Page
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import Passage, SearchEntry
from ogp_wagtail.evidence.text import Query


class AbsentEngine(Engine):
    """Finds nothing and forgets everything. Pages say so instead of failing."""

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
        return Page()

    def add(self, entry: SearchEntry, passages: Iterable[Passage]) -> None:
        pass

    def remove(self, passages: Iterable[Passage]) -> None:
        pass

    def clear(self) -> None:
        pass

    def count(self) -> int:
        return 0

    def indexed(self, passages: Iterable[int]) -> set[int]:
        return set()
