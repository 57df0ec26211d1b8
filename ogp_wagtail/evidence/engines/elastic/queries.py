"""Our queries in Elasticsearch's language.

Which passages match is the same as on the other engines; the score only chooses the candidates for our own
ranking, and so weighs the same words as that does.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from elasticsearch.dsl import query as dsl

from ogp_wagtail.evidence.text import Query, Term
from ogp_wagtail.evidence.text.bm25 import WORD_WEIGHT
from ogp_wagtail.evidence.text.query import Group

AT_ONCE: Final = 50_000  # values that one clause may hold; the server takes 65,536


def matching(query: Query) -> dsl.Bool:
    """Passages that hold one term of each group and none of the excluded, scored as the ranking scores."""
    return dsl.Bool(
        must=[group(terms) for terms in query.groups],
        must_not=[condition(term) for term in query.excluded],
        should=[*map(stem, singles(query)), *map(word, singles(query))],
    )


def group(terms: Group) -> dsl.Query:
    """One of these terms."""
    return scored(terms[0]) if len(terms) == 1 else dsl.Bool(should=list(map(scored, terms)))


def scored(term: Term) -> dsl.Query:
    """One term; of one with several words, each of them counts for the score, as in the ranking."""
    if not term.is_exact:
        return dsl.Bool(should=[stem(term.stems[0]), word(term.words[0])])
    each = [*map(stem, dict.fromkeys(term.stems)), *map(word, dict.fromkeys(term.words))]
    return dsl.Bool(filter=[condition(term)], should=each)


def condition(term: Term) -> dsl.Query:
    """Whether a passage has the term: its words side by side where it is exact, else the word or its stem."""
    if term.is_exact:
        return dsl.MatchPhrase(words=" ".join(term.words))
    return dsl.Bool(should=[stem(term.stems[0]), word(term.words[0])])


def stem(token: str) -> dsl.Query:
    return dsl.Term(stems=token)


def word(token: str) -> dsl.Query:
    return dsl.Term(words={"value": token, "boost": WORD_WEIGHT})


def singles(query: Query) -> list[str]:
    """Single signs of Chinese and the like, which count for the score and are no condition."""
    asked = {word for term in query.terms for word in term.words}
    return [word for word in query.words if word not in asked]


def among(entries: Collection[int]) -> dsl.Query:
    """Passages of these entries."""
    return dsl.Bool(should=[dsl.Terms(entry=some) for some in parts(sorted(entries))])


def parts(entries: Sequence[int]) -> list[list[int]]:
    """The entries in as many parts as the server needs."""
    return [list(entries[start : start + AT_ONCE]) for start in range(0, len(entries), AT_ONCE)]


def narrowed(query: dsl.Bool, wanted: Collection[int], unwanted: Collection[int]) -> dsl.Query:
    """The query within the wanted of the entries found, said in the shorter way."""
    if len(wanted) <= len(unwanted):
        return dsl.Bool(must=[query], filter=[among(wanted)])
    return dsl.Bool(must=[query], must_not=[among(unwanted)])
