"""What a search engine is to this room: it finds and counts. Ranking, words and snippets are ours (D9)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import Passage, SearchEntry
from ogp_wagtail.evidence.text import Query


@dataclass(frozen=True, slots=True)
class Hit:
    """The best passage of one entry, and how well it answers."""

    entry: int
    passage: int
    score: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer: ``total`` entries match; ``facets`` count them by facet and value.

    The counts of a facet leave out what was chosen in that facet: they say what another choice would find.
    """

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    is_simplified: bool = False  # the search server was away, and the database answered in its place


class EngineAway(Exception):
    """The engine cannot be asked now; the text says why."""


class Engine(ABC):
    """An index over passages. The database is the truth; an engine may lose it all and be filled again."""

    @abstractmethod
    def is_ready(self) -> bool:
        """Whether the engine can be used here."""

    @abstractmethod
    def search(
        self,
        query: Query,
        among: QuerySet[SearchEntry],
        *,
        chosen: Chosen | None = None,
        limit: int,
        offset: int = 0,
    ) -> Page:
        """The entries ``among`` which to look that answer the query, the best first, one hit an entry.

        Who may see what is in ``among``: it holds at the time of the question (D6). ``chosen`` narrows hits
        and total by facets. The engine finds; the database counts, so that all engines count the same
        (``counting.counted``).
        """

    @abstractmethod
    def add(self, entry: SearchEntry, passages: Iterable[Passage]) -> None:
        """Index passages of an entry that are not in the index."""

    @abstractmethod
    def remove(self, passages: Iterable[Passage]) -> None:
        """Take passages out, by the tokens under which they were indexed."""

    @abstractmethod
    def clear(self) -> None:
        """Take everything out."""

    @abstractmethod
    def count(self) -> int:
        """How many passages are indexed. Raises what the engine raises when it is away."""

    @abstractmethod
    def indexed(self, passages: Iterable[int]) -> set[int]:
        """Which of these passages are indexed, by primary key."""

    def catch_up(self, *, in_a_hurry: bool = False) -> int:
        """Bring an index outside of the database into step with the changes noted; returns how many passages.

        An engine inside of the database is always in step. Quiet where the server is away: what was noted stays.
        ``in_a_hurry``, where somebody waits, it is tried once and given no more time than a search.
        """
        return 0

    def repair(self) -> int:
        """Compare an index outside with the whole database and put right what differs; returns how many passages."""
        return 0

    def begin_rebuild(self) -> None:  # noqa: B027 - the index of a database is changed in its place
        """Everything will be indexed anew; called again it begins again."""

    def finish_rebuild(self) -> None:  # noqa: B027
        """Everything was indexed anew: an engine outside fills a new index beside the present one, and answers
        from that from now on. Goes on where it was interrupted. Raises ``EngineAway``.
        """

    def status(self) -> Mapping[str, Any]:
        """How an index outside stands, as plain values; ``"problems"`` lists what a person has to do."""
        return {}
