"""In how many passages each token stands: what the ranking weighs words by, the same for every engine."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import F

from ogp_wagtail.evidence.models import IndexedToken, Passage, SearchIndex
from ogp_wagtail.evidence.models.index import AVERAGE_LENGTH
from ogp_wagtail.evidence.statements import places, rows, run
from ogp_wagtail.evidence.text import Query

T = TypeVar("T")

AT_ONCE: Final = 400  # tokens in one statement
TABLE: Final = IndexedToken._meta.db_table
INSERT: Final = f"INSERT INTO {TABLE} (token, documents) VALUES "  # noqa: S608 - our own table
SUM: Final = f" ON CONFLICT (token) DO UPDATE SET documents = {TABLE}.documents + excluded.documents"
SUM_ON_MARIADB: Final = " ON DUPLICATE KEY UPDATE documents = documents + VALUES(documents)"
KNOWN: Final = f"SELECT token, documents FROM {TABLE} WHERE documents > 0 AND token IN ({{tokens}})"  # noqa: S608
KEYS: Final = f"SELECT token, id FROM {TABLE} WHERE token IN ({{tokens}})"  # noqa: S608
WHOLE: Final = f"SELECT passages, average_length FROM {SearchIndex._meta.db_table}"  # noqa: S608

# What the ranking weighs words by: ``whole`` with how many passages and how long on average, ``token`` with counts.
WEIGHTS: Final = (
    f"SELECT 'whole', passages, CAST(average_length AS CHAR(24)), '' FROM {SearchIndex._meta.db_table} "  # noqa: S608
    f"UNION ALL SELECT 'token', documents, token, '' FROM {TABLE} WHERE documents > 0 AND token IN ({{tokens}})"
)


class _Changes(threading.local):
    """What is to be written: by how much each count changes, and the number of passages."""

    counts: Counter[str] | None = None
    passages: int = 0


_changes: Final = _Changes()


@contextmanager
def together() -> Iterator[None]:
    """Write what is learnt and forgotten inside in one go, at the end: most of it cancels out or is the same."""
    if _changes.counts is not None:
        yield
        return
    _changes.counts, _changes.passages = Counter(), 0
    try:
        yield
        write(_changes.counts, _changes.passages)
    finally:
        _changes.counts = None


def learn(passages: Sequence[Passage]) -> None:
    """Count the tokens of passages that were indexed."""
    with together():
        assert _changes.counts is not None  # noqa: S101 - for the type checker
        _changes.counts.update(counted(passages))
        _changes.passages += len(passages)


def forget(passages: Sequence[Passage]) -> None:
    """Take back the count of passages that are no longer indexed."""
    with together():
        assert _changes.counts is not None  # noqa: S101
        _changes.counts.subtract(counted(passages))
        _changes.passages -= len(passages)


def counted(passages: Sequence[Passage]) -> Counter[str]:
    """In how many of these passages each token stands: stems, and words after an equals sign."""
    counts = Counter(chain.from_iterable(set(passage.stems.split()) for passage in passages))
    words = Counter(chain.from_iterable(set(passage.words.split()) for passage in passages))
    counts.update({f"={word}": number for word, number in words.items()})
    return counts


def write(counts: Mapping[str, int], passages: int) -> None:
    """Change the counts in the database.

    In one order everywhere, so that two writers wait for each other instead of locking each other out.
    """
    changed = sorted((token, number) for token, number in counts.items() if number)
    add_up = SUM_ON_MARIADB if connection.vendor == "mysql" else SUM
    for some in in_batches(changed, AT_ONCE):
        run(INSERT + ", ".join(["(%s, %s)"] * len(some)) + add_up, list(chain.from_iterable(some)))
    if passages:
        whole()
        SearchIndex.objects.update(passages=F("passages") + passages)


def of(tokens: Iterable[str]) -> Mapping[str, int]:
    """In how many passages each of the tokens stands; those in none are absent."""
    asked = list(tokens)
    return dict(rows(KNOWN.format(tokens=places(asked)), asked))


def keys(tokens: Iterable[str]) -> Mapping[str, int]:
    """The primary keys of tokens; those that never stood in a passage are absent."""
    found: dict[str, int] = {}
    for some in in_batches(tokens, AT_ONCE):
        found |= dict(rows(KEYS.format(tokens=places(some)), list(some)))
    return found


def tokens_asked(query: Query) -> list[str]:
    """The tokens whose counts the score of a query needs."""
    return [*query.stems, *(f"={word}" for word in query.words)]


def keys_made(passages: Sequence[Passage]) -> Mapping[str, int]:
    """The primary keys of all tokens of passages; those that are new get one."""
    tokens = sorted(counted(passages))
    known = keys(tokens)
    fresh = [token for token in tokens if token not in known]
    write_new(fresh)
    return {**known, **keys(fresh)}


def write_new(tokens: Sequence[str]) -> None:
    """Rows for tokens that stand in no passage yet."""
    rows_ = [IndexedToken(token=token, documents=0) for token in tokens]
    IndexedToken.objects.bulk_create(rows_, ignore_conflicts=True, batch_size=AT_ONCE)


def whole() -> Any:
    """The index as a whole: ``passages`` and ``average_length``; its row is made when first asked for."""
    found = rows(WHOLE)
    if found:
        return SearchIndex(passages=found[0][0], average_length=found[0][1])
    return SearchIndex.objects.create()


def in_batches(values: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """The values some at a time."""
    rest = iter(values)
    return iter(lambda: tuple(islice(rest, size)), ())


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
