"""The order of hits: the engine's first two hundred are scored anew by the one function for all engines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ogp_wagtail.evidence import frequencies
from ogp_wagtail.evidence.engines.base import Hit
from ogp_wagtail.evidence.models import Passage
from ogp_wagtail.evidence.statements import places, rows
from ogp_wagtail.evidence.text import Candidate, Corpus, Query, rank

RANKED: Final = 200
STREAMS: Final = f"SELECT id, stems, words FROM {Passage._meta.db_table} WHERE id IN ({{passages}})"  # noqa: S608


def ranked(query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """Hits by the reference score; those after the first two hundred stay as the engine ordered them."""
    first, rest = hits[:RANKED], hits[RANKED:]
    of_passage = {hit.passage: hit for hit in first}
    streams = rows(STREAMS.format(passages=places(of_passage)), list(of_passage))
    scored = rank(query, (Candidate(*row) for row in streams), corpus(query))
    ordered = [Hit(of_passage[found.id].entry, found.id, found.score) for found in scored]
    return [*ordered, *rest]


def corpus(query: Query) -> Corpus:
    """What the score has to know of all passages, for the words of this query."""
    passages, average, counts = frequencies.weights([*query.stems, *(f"={word}" for word in query.words)])
    return Corpus(
        passages=passages,
        average=average,
        stem_df={stem: counts.get(stem, 0) for stem in query.stems},
        word_df={word: counts.get(f"={word}", 0) for word in query.words},
    )
