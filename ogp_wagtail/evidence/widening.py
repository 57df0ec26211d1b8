"""Widening a question by the site's synonyms: in the parsed question, so that every engine does the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ogp_wagtail.evidence.models import Synonyms
from ogp_wagtail.evidence.statements import rows
from ogp_wagtail.evidence.text import Query, Term, tokenize
from ogp_wagtail.evidence.text.query import Group

MOST_TERMS: Final = 96  # of a widened question; beyond, words stay as they were typed
KEPT: Final = f"SELECT words FROM {Synonyms._meta.db_table} ORDER BY id LIMIT 1000"  # noqa: S608 - our own table
Row = list[Term]


def widened(query: Query, language: str) -> Query:
    """The question, where each word or phrase that has synonyms may be any of them."""
    kept = rows(KEPT) if query.groups else []
    same_words = [terms_of(Synonyms(words=words), language) for (words,) in kept]
    if not same_words:
        return query
    groups = list(query.groups)
    for row in same_words:
        for place, length in list(occurrences(query.groups, row)):
            for number in range(place, place + length):
                groups[number] = joined(groups[number], row)
    return replace(query, groups=tuple(groups)) if sum(map(len, groups)) <= MOST_TERMS else query


def terms_of(row: Synonyms, language: str) -> Row:
    """Each of some words that mean the same as a term."""
    return [term for text in row.each() if (term := term_of(text, language))]


def term_of(text: str, language: str) -> Term | None:
    """A word as it is parsed; several as a phrase; nothing where no letter is left."""
    tokens = tokenize(text, language)
    words, stems = tuple(token.word for token in tokens), tuple(token.stem for token in tokens)
    return Term(words, stems, is_exact=len(tokens) > 1) if tokens else None


def occurrences(groups: Sequence[Group], row: Row) -> Iterator[tuple[int, int]]:
    """Where a question has one of the words: the first group and how many.

    A phrase that was typed without quotation marks is as many groups as it has words. Each of them may then be
    a synonym instead, which is the same as all of them or a synonym.
    """
    for known in row:
        length = len(known.words)
        for place in range(len(groups)):
            typed = [term for group in groups[place : place + length] for term in group if not term.is_exact]
            if any(same(term, known) for term in groups[place]):
                yield place, 1
            elif length > 1 and tuple(term.words[0] for term in typed) == known.words:
                yield place, length


def same(term: Term, known: Term) -> bool:
    """Whether two terms are the same word in whatever form, or the same phrase."""
    return term.is_exact == known.is_exact and (term.stems == known.stems or term.words == known.words)


def joined(group: Group, row: Row) -> Group:
    """A group with the words that mean the same."""
    return tuple(dict.fromkeys([*group, *row]))
