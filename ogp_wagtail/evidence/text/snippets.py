"""What is shown of a hit: a piece of the passage's own text with the found words marked."""

import html
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .query import Query, Term
from .tokens import Token, occurrences

ELLIPSIS = "…"


class Part(NamedTuple):
    """A piece of text, marked or not."""

    text: str
    marked: bool


class Span(NamedTuple):
    """A found word of the text: where it stands, and which of the query's terms it answers."""

    start: int
    end: int
    term: int


def snippet(text: str, query: Query, language: str, length: int = 240) -> list[Part]:
    """About `length` characters of the text around the best cluster of found words, these marked.

    The best cluster answers the most terms, then holds the most words, then stands first. Without any
    found word it is the text's beginning.
    """
    spans = _spans(text, query, language)
    start, end = _window(text, spans, length)
    inside = [span for span in spans if start <= span.start and span.end <= end]
    parts = list(_parts(text, inside, start, end))
    before = [Part(ELLIPSIS, False)] if text[:start].strip() else []
    after = [Part(ELLIPSIS, False)] if text[end:].strip() else []
    return [*before, *parts, *after]


def mark_all(text: str, query: Query, language: str) -> list[Part]:
    """The whole text with each found word marked."""
    return list(_parts(text, _spans(text, query, language), 0, len(text)))


def to_html(parts: list[Part]) -> str:
    """Parts as HTML: everything escaped, the marked words in <mark>. Safe to be put into a page as it is."""
    return "".join(
        f"<mark>{html.escape(part.text)}</mark>" if part.marked else html.escape(part.text) for part in parts
    )


def _spans(text: str, query: Query, language: str) -> list[Span]:
    """Whole original words that answer the query, in reading order.

    Of a phrase only where its words stand together.
    """
    words = {word for term in query.terms for word in term.words}
    stems = {stem for term in query.terms for stem in term.stems}
    tokens = dict(occurrences(text, language, words, stems))
    spans = {span for number, term in enumerate(query.terms) for span in _spans_of(term, number, tokens)}
    return sorted(spans)


def _spans_of(term: Term, number: int, tokens: Mapping[int, Token]) -> Iterator[Span]:
    if term.is_exact:
        yield from _phrase_spans(term.words, number, tokens)
        return
    (word,), (stem,) = term.words, term.stems
    for token in tokens.values():
        if token.word == word or token.stem == stem:
            yield Span(token.start, token.end, number)


def _phrase_spans(words: tuple[str, ...], number: int, tokens: Mapping[int, Token]) -> Iterator[Span]:
    for first in tokens:
        together = [tokens[place] for place in range(first, first + len(words)) if place in tokens]
        if tuple(token.word for token in together) == words:
            yield from (Span(token.start, token.end, number) for token in together)


def _window(text: str, spans: list[Span], length: int) -> tuple[int, int]:
    """Where the snippet begins and ends: around the best cluster, at words' ends."""
    if not spans:
        return _first_visible(text), _back_to_blank(text, _first_visible(text) + length, length)
    first, last = max(_clusters(spans, length), key=lambda cluster: _worth(spans, *cluster))
    spare = max(length - (spans[last].end - spans[first].start), 0)
    start = max(spans[first].start - spare // 2, 0)
    end = min(start + max(length, spans[last].end - start), len(text))
    start = max(min(start, end - length), 0)
    return (
        min(_forward_to_word(text, start, length), spans[first].start),
        max(_back_to_blank(text, end, length), spans[last].end),
    )


def _clusters(spans: list[Span], length: int) -> Iterator[tuple[int, int]]:
    """For each found word, how many of the next ones fit with it into the length."""
    starts = [span.start for span in spans]
    for first, span in enumerate(spans):
        last = bisect_left(starts, span.start + length) - 1
        while last > first and spans[last].end > span.start + length:
            last -= 1
        yield first, last


def _worth(spans: list[Span], first: int, last: int) -> tuple[int, int, int]:
    inside = spans[first : last + 1]
    return len({span.term for span in inside}), len(inside), -first


def _first_visible(text: str) -> int:
    return len(text) - len(text.lstrip())


def _forward_to_word(text: str, position: int, length: int) -> int:
    """The beginning of the next word; in text without blanks the position itself."""
    if position == 0 or text[position - 1].isspace():
        return position
    for place in range(position, min(position + length // 6, len(text))):
        if text[place].isspace():
            return place + 1
    return position


def _back_to_blank(text: str, position: int, length: int) -> int:
    """The end of the last whole word; in text without blanks the position itself."""
    if position >= len(text):
        return len(text.rstrip())
    for place in range(position, max(position - length // 6, 0), -1):
        if text[place].isspace():
            return place
    return position


def _parts(text: str, spans: list[Span], start: int, end: int) -> Iterator[Part]:
    """The text from start to end, cut where marks begin and end; spans that touch or overlap are one mark."""
    position = start
    for first, last in _merged(spans):
        if first > position:
            yield Part(text[position:first], False)
        yield Part(text[first:last], True)
        position = last
    if end > position:
        yield Part(text[position:end], False)


def _merged(spans: list[Span]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for span in spans:
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged
