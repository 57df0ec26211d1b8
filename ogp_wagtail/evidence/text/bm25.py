"""The reference score: engines find and count, this one function orders, so that the order is the same on
all.

BM25 with k1 1.2 and b 0.75 (the engines' own defaults); stems weigh 1 and words 0.25, so that the word
itself ranks above another form of it.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .query import Query

K1 = 1.2
B = 0.75
STEM_WEIGHT = 1.0
WORD_WEIGHT = 0.25


class Candidate(NamedTuple):
    """A passage that an engine found: its id and its two streams."""

    id: int
    stems: str
    words: str


class Scored(NamedTuple):
    id: int
    score: float


@dataclass(frozen=True)
class Corpus:
    """What the score knows of all passages: how many, how long on average, and in how many a stem or word
    occurs.
    """

    passages: int
    average: float
    stem_df: Mapping[str, int] = field(default_factory=dict)
    word_df: Mapping[str, int] = field(default_factory=dict)

    def idf(self, df: int) -> float:
        """The weight of a term by its rarity; never below 0, also where counts lag behind the passages."""
        df = min(df, self.passages)
        return math.log(1 + (self.passages - df + 0.5) / (df + 0.5))


def rank(query: Query, candidates: Iterable[Candidate], corpus: Corpus) -> list[Scored]:
    """The candidates by score, the best first; equal scores by id."""
    stems = [(stem, STEM_WEIGHT * corpus.idf(corpus.stem_df.get(stem, 0))) for stem in query.stems]
    words = [(word, WORD_WEIGHT * corpus.idf(corpus.word_df.get(word, 0))) for word in query.words]
    scored = [
        Scored(found.id, _score(stems, found.stems, corpus) + _score(words, found.words, corpus))
        for found in candidates
    ]
    return sorted(scored, key=lambda each: (-each.score, each.id))


def _score(terms: list[tuple[str, float]], stream: str, corpus: Corpus) -> float:
    if not terms:
        return 0.0
    padded = f" {stream} "
    length = stream.count(" ") + 1
    norm = K1 * (1 - B + B * length / (corpus.average or 1))
    score = 0.0
    for term, weight in terms:
        tf = _count(term, padded)
        if tf:
            score += weight * tf * (K1 + 1) / (tf + norm)
    return score


def _count(term: str, padded: str) -> int:
    """How often a token stands in a stream that has a blank at both ends."""
    count = padded.count(f" {term} ")
    if count and f" {term} {term} " in padded:  # two side by side share a blank, and the second was missed
        return padded.replace(" ", "  ").count(f" {term} ")
    return count
