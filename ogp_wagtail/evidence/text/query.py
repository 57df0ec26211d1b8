"""What a user typed, parsed once into a value that every engine compiles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .scripts import is_unspaced, signs
from .tokens import Token, tokenize

MAX_LENGTH = 256
MAX_TERMS = 32

_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"\0": " "})


@dataclass(frozen=True)
class Term:
    """What a passage may hold: a word or its stem; or, where it is exact, just these words side by side.

    `words` and `stems` have one entry, more only where the term is exact.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    is_exact: bool = False


Group = tuple[Term, ...]


@dataclass(frozen=True)
class Query:
    """A passage matches if it holds one term of each group, and none of the excluded."""

    groups: tuple[Group, ...] = ()
    excluded: tuple[Term, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing to look for. To exclude alone is no search."""
        return not self.groups

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms looked for, those of all groups."""
        return tuple(term for group in self.groups for term in group)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The distinct words that score; of Chinese and the like the single signs too."""
        return tuple(dict.fromkeys(word for term in self.terms for word in _scoring(term.words)))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The distinct stems that score."""
        return tuple(dict.fromkeys(stem for term in self.terms for stem in _scoring(term.stems)))


def _scoring(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        yield word
        if is_unspaced(word):
            yield from signs(word)


def parse(text: str, language: str) -> Query:
    """The query that a user's text means; raises nothing, whatever the text.

    Words must all occur (each itself or by its stem), "quoted words" side by side as they are, OR between
    two words or phrases means either, - before one means none. Only the first 256 characters and 32 terms
    count.
    """
    parser = _Parser(language)
    for match in _PIECE.finditer(text[:MAX_LENGTH].translate(_QUOTES)):
        parser.take(match)
    return Query(tuple(parser.groups), tuple(parser.excluded))


class _Parser:
    """Takes piece after piece; knows the last one, and whether an OR is waiting for its right side."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.groups: list[Group] = []
        self.excluded: list[Term] = []
        self._either = False
        self._last: tuple[int, list[Token]] = (0, [])  # how many groups the last piece gave, and its tokens
        self._left = MAX_TERMS

    def take(self, match: re.Match[str]) -> None:
        if match["word"] == "OR" and not match["minus"]:
            self._either = bool(self.groups)
            self._join_last()
            return
        tokens = tokenize(match["phrase"] or match["word"] or "", self.language)
        if not tokens or self._left <= 0:
            return
        terms = _terms(tokens, exact=match["word"] is None)
        if match["minus"]:
            self._exclude(terms, tokens)
        elif self._either:
            self._widen(terms, tokens)
        else:
            self._require(terms, tokens)
        self._either = False

    def _exclude(self, terms: list[Term], tokens: list[Token]) -> None:
        self.excluded.append(_one(terms, tokens))
        self._left -= 1

    def _widen(self, terms: list[Term], tokens: list[Token]) -> None:
        self.groups[-1] += (_one(terms, tokens),)
        self._left -= 1

    def _require(self, terms: list[Term], tokens: list[Token]) -> None:
        new = [(term,) for term in dict.fromkeys(terms) if (term,) not in self.groups][: self._left]
        self.groups += new
        self._left -= len(new)
        self._last = (len(new), tokens)

    def _join_last(self) -> None:
        """On the left of an OR, too, a compound counts as one thing."""
        count, tokens = self._last
        if count > 1:
            self.groups[-count:] = [(_phrase(tokens),)]
            self._last = (1, tokens)


def _terms(tokens: list[Token], exact: bool) -> list[Term]:
    """A phrase is one term; so is each token of a word, but for signs that stand in a pair already."""
    if exact:
        return [_phrase(tokens)]
    return [Term((token.word,), (token.stem,)) for token in tokens if not _is_in_pair(token, tokens)]


def _is_in_pair(token: Token, tokens: list[Token]) -> bool:
    return any(
        other.start <= token.start
        and token.end <= other.end
        and other.end - other.start > token.end - token.start
        for other in tokens
    )


def _one(terms: list[Term], tokens: list[Token]) -> Term:
    """Beside an OR or behind a minus a compound such as co-creation counts as one thing."""
    return terms[0] if len(terms) == 1 else _phrase(tokens)


def _phrase(tokens: list[Token]) -> Term:
    return Term(tuple(token.word for token in tokens), tuple(token.stem for token in tokens), is_exact=True)
