"""“Did you mean”: for a question that finds nothing, the nearest words that would find something.

The words are those of the index, whatever they stand in. So a suggestion is made only after it was asked for
among what the visitor may see, and it never tells of a word that stands in hidden texts alone (D6).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from django.db.models import QuerySet
from django.db.models.functions import Length

from ogp_wagtail.evidence import frequencies
from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.facets import Chosen
from ogp_wagtail.evidence.models import IndexedToken, SearchEntry
from ogp_wagtail.evidence.text import parse, tokenize
from ogp_wagtail.evidence.text.spelling import allowed, distance

NEAREST: Final = 3  # words tried for each that is misspelt
TRIED: Final = 4  # questions asked before giving up
CONSIDERED: Final = 4000  # words compared for each that is misspelt


def suggestion(
    text: str, among: QuerySet[SearchEntry], language: str, *, chosen: Chosen | None = None
) -> str:
    """What a person may have meant who typed this and found nothing; empty where nothing near finds anything.

    The words come back as they were typed, but for those that are corrected, in small letters without accents.
    """
    words = misspelt(text, language)
    for corrected in list(corrections(text, words))[:TRIED]:
        query = parse(corrected, language)
        if engine().search(query, among, chosen=chosen, limit=1).total:
            return corrected
    return ""


def misspelt(text: str, language: str) -> dict[str, list[str]]:
    """The words of a text that stand nowhere, as typed, each with the nearest that do."""
    tokens = tokenize(text, language)
    known = frequencies.of([*(f"={token.word}" for token in tokens), *(token.stem for token in tokens)])
    strange = {
        text[token.start : token.end]: token.word
        for token in tokens
        if f"={token.word}" not in known and token.stem not in known
    }
    return {typed: found for typed, word in strange.items() if (found := nearest(word))}


def nearest(word: str) -> list[str]:
    """The words of the index nearest to one, of those equally near the commonest first."""
    most = allowed(word)
    if not most:
        return []
    rated = ((distance(word, known, most), -documents, known) for known, documents in alike(word, most))
    return [known for apart, _documents, known in sorted(rated) if apart <= most][:NEAREST]


def alike(word: str, most: int) -> Iterable[tuple[str, int]]:
    """Words of about that length that begin with the same sign, or with the first two swapped."""
    words = IndexedToken.objects.filter(documents__gt=0).annotate(length=Length("token"))
    words = words.filter(length__gt=len(word) - most, length__lte=len(word) + 1 + most)
    begin = words.filter(token__startswith=f"={word[0]}") | words.filter(token__startswith=f"={word[1]}")
    found = begin.order_by("-documents").values_list("token", "documents")[:CONSIDERED]
    return ((token.removeprefix("="), documents) for token, documents in found)


def corrections(text: str, words: dict[str, list[str]]) -> Iterator[str]:
    """The text with each misspelt word corrected, the nearest corrections first; none where none is misspelt."""
    for rank in range(NEAREST if words else 0):
        corrected = text
        for typed, near in words.items():
            corrected = corrected.replace(typed, near[min(rank, len(near) - 1)])
        yield corrected
