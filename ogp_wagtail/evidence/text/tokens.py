"""Text into tokens: the same on every engine, because it happens here and not there."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from .scripts import HAS_MARKS, HAS_UNSPACED, MARKED_WORD, RUNS, WORD, is_unspaced, signs
from .stemming import Word, Words, words_of

FORM = 1  # of the streams: a change of what they hold raises it, and everything is indexed anew
TITLE_WEIGHT = 3  # times the title stands in the streams
# Stands between titles and body, so that no phrase reaches across. No text yields it: it is no letter.
BOUNDARY = "\u00b6"


class Token(NamedTuple):
    """A word of a text: where it stands, as it is indexed, and its stem."""

    start: int
    end: int
    word: str
    stem: str


def tokenize(text: str, language: str) -> list[Token]:
    """The tokens of a text in reading order.

    Words are folded (case and accents) and stemmed by the language, an unknown one being left unstemmed.
    Scripts without blanks between words (Chinese, Japanese, Thai, Hangul, ...) give each sign and each
    pair of neighbours.
    """
    words = words_of(language)
    pattern = _pattern(text)
    if _is_mixed(text):
        return [token for match in pattern.finditer(text) for token in _mixed(match[0], match.start(), words)]
    return [
        Token(match.start(), match.end(), word, stem)
        for match in pattern.finditer(text)
        for word, stem in (words[match[0]],)
        if word
    ]


def occurrences(text: str, language: str, words: Set[str], stems: Set[str]) -> Iterator[tuple[int, Token]]:
    """The tokens of a text that are one of these words or have one of these stems, each with its number.

    They are those of `tokenize`, numbered in reading order; the others are counted, but not made.
    """
    if _is_mixed(text):
        numbered = enumerate(tokenize(text, language))
        yield from (pair for pair in numbered if pair[1].word in words or pair[1].stem in stems)
        return
    number, known = 0, words_of(language)
    for match in _pattern(text).finditer(text):
        word, stem = known[match[0]]
        if word:
            if word in words or stem in stems:
                yield number, Token(match.start(), match.end(), word, stem)
            number += 1


def _pattern(text: str) -> re.Pattern[str]:
    return WORD if text.isascii() or not HAS_MARKS.search(text) else MARKED_WORD


def _is_mixed(text: str) -> bool:
    return not text.isascii() and HAS_UNSPACED.search(text) is not None


def _mixed(raw: str, start: int, words: Words) -> Iterator[Token]:
    """The tokens of a run of letters in which scripts may meet, as in "5月"."""
    for match in RUNS.finditer(raw):
        if is_unspaced(match[0]):
            yield from _sign_tokens(match[0], start + match.start(), words)
        else:
            word, stem = words[match[0]]
            if word:
                yield Token(start + match.start(), start + match.end(), word, stem)


def _sign_tokens(run: str, start: int, words: Words) -> Iterator[Token]:
    """Each sign, and each pair right after its first sign.

    So any stretch of a text is a stretch of its tokens.
    """
    found = signs(run)
    for index, sign in enumerate(found):
        yield from _folded(sign, start, words)
        if index + 1 < len(found):
            yield from _folded(sign + found[index + 1], start, words)
        start += len(sign)


def _folded(signs_: str, start: int, words: Words) -> Iterator[Token]:
    word = words[signs_][0]  # such words have no endings to cut
    if word and signs_[0].isalnum():  # a mark that stands on no letter is no sign
        yield Token(start, start + len(signs_), word, word)


def streams(title: str, text: str, language: str) -> tuple[str, str]:
    """What engines index of a passage: its stems `s` and its words `w`, tokens with a blank between.

    Both hold the title three times and then the text, token for token at the same position.
    """
    heading, body = _pairs(title, language), _pairs(text, language)
    (words, stems), (title_words, title_stems) = _apart(body), _apart(heading)
    return _stream(title_stems, stems), _stream(title_words, words)


def _pairs(text: str, language: str) -> list[Word]:
    """The (word, stem) of each token. Most texts need no places, and are twice as fast without."""
    if _is_mixed(text):
        return [(token.word, token.stem) for token in tokenize(text, language)]
    words = words_of(language)
    return [pair for pair in map(words.__getitem__, _pattern(text).findall(text)) if pair[0]]


def _apart(pairs: list[Word]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words, stems = zip(*pairs, strict=True) if pairs else ((), ())
    return words, stems


def _stream(title: tuple[str, ...], body: tuple[str, ...]) -> str:
    titles = (*title, BOUNDARY) * TITLE_WEIGHT if title else ()
    return " ".join((*titles, *body))
