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


class _Sought(NamedTuple):
    """A token with a blank at both ends, the same twice side by side, and its weight."""

    once: str
    twice: str
    weight: float


def rank(query: Query, candidates: Iterable[Candidate], corpus: Corpus) -> list[Scored]:
    """The candidates by score, the best first; equal scores by id."""
    stems = [_sought(stem, corpus.stem_df, STEM_WEIGHT, corpus) for stem in query.stems]
    words = [_sought(word, corpus.word_df, WORD_WEIGHT, corpus) for word in query.words]

    def score(found: Candidate) -> float:
        norm = _norm(found.stems.count(" ") + 1, corpus)  # as many words as stems
        return _score(stems, found.stems, norm) + _score(words, found.words, norm)

    scored = [Scored(found.id, score(found)) for found in candidates]
    return sorted(scored, key=lambda each: (-each.score, each.id))


def _sought(token: str, df: Mapping[str, int], weight: float, corpus: Corpus) -> _Sought:
    return _Sought(f" {token} ", f" {token} {token} ", weight * corpus.idf(df.get(token, 0)))


def _norm(length: int, corpus: Corpus) -> float:
    return K1 * (1 - B + B * length / (corpus.average or 1))


def _score(sought: list[_Sought], stream: str, norm: float) -> float:
    padded = f" {stream} "
    score = 0.0
    for once, twice, weight in sought:
        tf = padded.count(once)
        if tf and twice in padded:  # two side by side share a blank, and the second was missed
            tf = padded.replace(" ", "  ").count(once)
        score += weight * tf * (K1 + 1) / (tf + norm)
    return score
