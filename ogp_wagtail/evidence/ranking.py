"""The order of hits: the engine's first two hundred are scored anew by the one function for all engines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ogp_wagtail.evidence import frequencies
from ogp_wagtail.evidence.engines.base import Hit
from ogp_wagtail.evidence.models import Passage
from ogp_wagtail.evidence.models.index import AVERAGE_LENGTH
from ogp_wagtail.evidence.statements import places, rows
from ogp_wagtail.evidence.text import Candidate, Corpus, Query, rank

RANKED: Final = 200
NEEDED: Final = (
    f"SELECT 'text', id, stems, words FROM {Passage._meta.db_table} WHERE id IN ({{passages}}) "  # noqa: S608
    f"UNION ALL {frequencies.WEIGHTS}"
)


def ranked(query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """Hits by the reference score; those after the first two hundred stay as the engine ordered them."""
    first, rest = hits[:RANKED], hits[RANKED:]
    of_passage = {hit.passage: hit for hit in first}
    candidates, known = needed(query, list(of_passage))
    scored = rank(query, candidates, known)
    ordered = [Hit(of_passage[found.id].entry, found.id, found.score) for found in scored]
    return [*ordered, *rest]


def needed(query: Query, passages: list[int]) -> tuple[list[Candidate], Corpus]:
    """What the score has to know: the tokens of the passages, and the weights of the words; in one question."""
    tokens = frequencies.tokens_asked(query)
    statement = NEEDED.format(passages=places(passages), tokens=places(tokens))
    found = rows(statement, [*passages, *tokens])
    candidates = [Candidate(pk, stems, words) for what, pk, stems, words in found if what == "text"]
    return candidates, corpus_from([row for row in found if row[0] != "text"], query)


def corpus(query: Query) -> Corpus:
    """What the score has to know of all passages, for the words of this query."""
    tokens = frequencies.tokens_asked(query)
    return corpus_from(rows(frequencies.WEIGHTS.format(tokens=places(tokens)), tokens), query)


def corpus_from(found: Sequence[tuple[Any, ...]], query: Query) -> Corpus:
    """The same out of rows of ``frequencies.WEIGHTS``."""
    whole = next(
        ((number, float(text)) for what, number, text, _none in found if what == "whole"), (0, AVERAGE_LENGTH)
    )
    counts = {token: number for what, number, token, _none in found if what == "token"}
    return Corpus(
        passages=whole[0],
        average=whole[1],
        stem_df={stem: counts.get(stem, 0) for stem in query.stems},
        word_df={word: counts.get(f"={word}", 0) for word in query.words},
    )
