"""What a search engine is to this room: it finds and counts. Ranking, words and snippets are ours (D9)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet

from ogp_wagtail.evidence.models import EvidenceItem, Passage
from ogp_wagtail.evidence.text import Query


@dataclass(frozen=True, slots=True)
class Hit:
    """The best passage of one item, and how well it answers."""

    item: int
    passage: int
    score: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer: ``total`` items match; ``facets`` count them by kind, file type and plan."""

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class Engine(ABC):
    """An index over passages. The database is the truth; an engine may lose it all and be filled again."""

    @abstractmethod
    def is_ready(self) -> bool:
        """Whether the engine can be used here."""

    @abstractmethod
    def search(self, query: Query, among: QuerySet[EvidenceItem], *, limit: int, offset: int = 0) -> Page:
        """The items ``among`` which to look that answer the query, the best first, one hit an item.

        Who may see what, and all filters, are in ``among``: they hold at the time of the question (D6).
        """

    @abstractmethod
    def add(self, item: EvidenceItem, passages: Iterable[Passage]) -> None:
        """Index passages of an item that are not in the index."""

    @abstractmethod
    def remove(self, passages: Iterable[Passage]) -> None:
        """Take passages out, by the tokens under which they were indexed."""

    @abstractmethod
    def clear(self) -> None:
        """Take everything out."""
