"""In how many passages each token stands: what the ranking weighs words by, the same for every engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import F

from ogp_wagtail.evidence.models import IndexedToken, Passage, SearchIndex
from ogp_wagtail.evidence.models.index import AVERAGE_LENGTH
from ogp_wagtail.evidence.statements import many, places, rows
from ogp_wagtail.evidence.text import Query

AT_ONCE: Final = 5000  # tokens in one question
TABLE: Final = IndexedToken._meta.db_table
INSERT: Final = f"INSERT INTO {TABLE} (token, documents) "
SUM: Final = f"ON CONFLICT (token) DO UPDATE SET documents = {TABLE}.documents + excluded.documents"
COUNT: Final = {
    "postgresql": f"{INSERT} SELECT * FROM unnest(%s::text[], %s::int[]) {SUM}",  # noqa: S608
    "mysql": f"{INSERT} VALUES (%s, %s) ON DUPLICATE KEY UPDATE documents = documents + VALUES(documents)",
}
COUNT_ONE: Final = f"{INSERT} VALUES (%s, %s) {SUM}"
KEYS: Final = f"SELECT token, id FROM {TABLE} WHERE token IN ({{tokens}})"  # noqa: S608
KNOWN: Final = f"SELECT token, documents FROM {TABLE} WHERE documents > 0 AND token IN ({{tokens}})"  # noqa: S608

# What the ranking weighs words by: ``whole`` with how many passages and how long on average, ``token`` with counts.
WEIGHTS: Final = (
    f"SELECT 'whole', passages, CAST(average_length AS CHAR(24)), '' FROM {SearchIndex._meta.db_table} "  # noqa: S608
    f"UNION ALL SELECT 'token', documents, token, '' FROM {TABLE} WHERE documents > 0 AND token IN ({{tokens}})"
)


def learn(passages: Sequence[Passage]) -> None:
    """Count the tokens of passages that were indexed."""
    _count(passages, 1)


def forget(passages: Sequence[Passage]) -> None:
    """Take back the count of passages that are no longer indexed."""
    _count(passages, -1)


def _count(passages: Sequence[Passage], sign: int) -> None:
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update(tokens_of(passage))
    # In one order everywhere, so that two writers wait for each other instead of locking each other out.
    changes: Any = [(token, sign * number) for token, number in sorted(counts.items())]
    if connection.vendor == "postgresql":  # which takes all in one statement, ten times faster
        changes = [tuple(map(list, zip(*changes, strict=True)))] if changes else []
    many(COUNT.get(connection.vendor, COUNT_ONE), changes)
    whole()
    SearchIndex.objects.update(passages=F("passages") + sign * len(passages))


def tokens_of(passage: Passage) -> set[str]:
    """The different tokens of a passage: stems, and words after an equals sign."""
    return set(passage.stems.split()) | {f"={word}" for word in passage.words.split()}


def of(tokens: Iterable[str]) -> Mapping[str, int]:
    """In how many passages each of the tokens stands; those in none are absent."""
    asked = list(tokens)
    return dict(rows(KNOWN.format(tokens=places(asked)), asked))


def keys_of(passages: Sequence[Passage]) -> Mapping[str, int]:
    """The primary keys of the tokens of passages."""
    return keys(sorted(set().union(*map(tokens_of, passages))))


def keys(tokens: Sequence[str]) -> Mapping[str, int]:
    """The primary keys of tokens; those that stand in no passage are absent."""
    found: dict[str, int] = {}
    for start in range(0, len(tokens), AT_ONCE):
        some = list(tokens[start : start + AT_ONCE])
        found |= dict(rows(KEYS.format(tokens=places(some)), some))
    return found


def tokens_asked(query: Query) -> list[str]:
    """The tokens whose counts the score of a query needs."""
    return [*query.stems, *(f"={word}" for word in query.words)]


def whole() -> SearchIndex:
    """The row about the index as a whole, made when first asked for."""
    return SearchIndex.objects.first() or SearchIndex.objects.create()


def measure() -> None:
    """Take the average length of a passage anew; until then it stays what it was."""
    total = number = 0
    for stems in Passage.objects.exclude(stems="").values_list("stems", flat=True).iterator():
        total, number = total + stems.count(" ") + 1, number + 1
    whole()
    SearchIndex.objects.update(average_length=total / number if number else AVERAGE_LENGTH)


def clear() -> None:
    """Forget all counts."""
    IndexedToken.objects.all().delete()
    whole()
    SearchIndex.objects.update(passages=0)


def prune() -> None:
    """Forget tokens that stand in no passage any more."""
    IndexedToken.objects.filter(documents__lte=0).delete()
