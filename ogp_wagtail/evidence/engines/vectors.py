"""Tokens and queries in the notation of PostgreSQL: vectors and weights, read as they are and parsed no further."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from ogp_wagtail.evidence.models import Passage
from ogp_wagtail.evidence.text import Query, Term
from ogp_wagtail.evidence.text.bm25 import K1, B

FARTHEST: Final = 16383  # the last position that a vector knows
SCALE: Final = 32000  # a weight of 1 as a small integer


def vector(passage: Passage) -> str:
    """The tokens of a passage with their positions: the stem and, after an equals sign, the word."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    pairs = zip(passage.stems.split(), passage.words.split(), strict=True)
    for position, (stem, word) in enumerate(pairs, start=1):
        place = str(min(position, FARTHEST))
        places[stem].append(place)
        places[f"={word}"].append(place)
    return " ".join(f"{quoted(token)}:{','.join(where)}" for token, where in places.items())


def weights(passage: Passage, keys: Mapping[str, int], average: float) -> tuple[list[int], list[int]]:
    """The tokens of a passage by their keys, and how much each counts in it: BM25 without the word's rarity."""
    stems = passage.stems.split()
    norm = K1 * (1 - B + B * len(stems) / (average or 1))
    counts = Counter(stems) + Counter(f"={word}" for word in passage.words.split())
    known = [(keys[token], tf) for token, tf in counts.items() if token in keys]
    return [key for key, _tf in known], [round(SCALE * tf / (tf + norm)) for _key, tf in known]


def match(query: Query) -> str:
    """A query in the notation of ``tsquery``. Tokens are letters and digits only; quoted they are no syntax."""
    required = ("(" + " | ".join(map(term, group)) + ")" for group in query.groups)
    excluded = (f"!{term(wanted)}" for wanted in query.excluded)
    return " & ".join([*required, *excluded])


def term(wanted: Term) -> str:
    """One term: its words side by side where it is exact, else the word or its stem."""
    if wanted.is_exact:
        return f"({' <-> '.join(words_of(wanted))})"
    return f"({quoted(wanted.stems[0])} | {quoted('=' + wanted.words[0])})"


def words_of(wanted: Term) -> Iterator[str]:
    """The words of an exact term."""
    return (quoted(f"={word}") for word in wanted.words)


def quoted(token: str) -> str:
    """A token between quotation marks."""
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
