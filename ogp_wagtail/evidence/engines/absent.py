"""Stands in where a database has no engine yet: evidence is kept, listed and served, not searched."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from ogp_wagtail.evidence.engines.base import Engine, Page
from ogp_wagtail.evidence.models import EvidenceItem, Passage
from ogp_wagtail.evidence.text import Query


class AbsentEngine(Engine):
    """Finds nothing and forgets everything. Pages say so instead of failing."""

    def is_ready(self) -> bool:
        return True

    def search(self, query: Query, among: QuerySet[EvidenceItem], *, limit: int, offset: int = 0) -> Page:
        return Page()

    def add(self, item: EvidenceItem, passages: Iterable[Passage]) -> None:
        pass

    def remove(self, passages: Iterable[Passage]) -> None:
        pass

    def clear(self) -> None:
        pass
