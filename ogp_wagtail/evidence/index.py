"""Keeping the index in step with the database: a thing is found by its title and its present text.

A passage is indexed exactly when it holds tokens. All functions belong into the transaction of the change. An
engine with an index on a server notes the change in the same transaction and tells the server afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from ogp_wagtail.evidence import frequencies
from ogp_wagtail.evidence.engines.chosen import engine, is_searchable
from ogp_wagtail.evidence.models import Passage, SearchEntry
from ogp_wagtail.evidence.statements import many
from ogp_wagtail.evidence.text import FORM, streams

BATCH: Final = 200
KEEP: Final = f"UPDATE {Passage._meta.db_table} SET stems = %s, words = %s WHERE id = %s"  # noqa: S608
Kind = Passage.Kind


def put(entry: SearchEntry) -> None:
    """Index the present text of a thing in place of whatever is indexed of it."""
    with frequencies.together():
        take_out(entry)
        present = text_of(entry)
        for passages in in_batches(present):
            tokenize(passages, entry)
            many(KEEP, [(passage.stems, passage.words, passage.pk) for passage in passages])
            add(entry, passages)
        if not present.exists():
            add_title(entry)
        stand(entry)


def store(entry: SearchEntry, passages: Sequence[Passage]) -> None:
    """Store the new text of a thing, and index it in place of whatever is indexed of it."""
    with frequencies.together():
        take_out(entry)
        tokenize(passages, entry)
        Passage.objects.bulk_create(passages, batch_size=100)
        add(entry, passages)
        if not passages:
            add_title(entry)
        stand(entry)


def text_of(entry: SearchEntry) -> QuerySet[Passage]:
    """The passages by which a thing is to be found: of a file, those of its present version."""
    version = entry.item.current_id if entry.item else None
    return Passage.objects.filter(entry=entry, version=version).exclude(place_kind=Kind.TITLE)


def indexed_text(entry: int) -> QuerySet[Passage]:
    """The passages of a thing that are indexed, by its primary key."""
    return Passage.objects.filter(entry=entry).exclude(words="")


def add_title(entry: SearchEntry) -> None:
    """Make a thing without text findable by its title."""
    passage = Passage(entry=entry, number=0, place_kind=Kind.TITLE, language=entry.language)
    tokenize([passage], entry)
    passage.save()
    add(entry, [passage])


def take_out(entry: SearchEntry) -> None:
    """Take all that is indexed of a thing out of the index."""
    indexed = indexed_text(entry.pk)
    for passages in in_batches(indexed.only("stems", "words")):
        engine().remove(passages)
        frequencies.forget(passages)
    indexed.update(stems="", words="")
    Passage.objects.filter(entry=entry, place_kind=Kind.TITLE)._raw_delete(connection.alias)
    SearchEntry.objects.filter(pk=entry.pk).update(indexed_at=None)


def add(entry: SearchEntry, passages: Sequence[Passage]) -> None:
    """Index passages of a thing that are stored and hold tokens, and are not in the index."""
    full = [passage for passage in passages if passage.words]
    frequencies.learn(full)
    engine().add(entry, full)


def tokenize(passages: Sequence[Passage], entry: SearchEntry) -> None:
    """Give passages the tokens under which they are found: of their text, and of the thing's title.

    Where nothing can be searched they stay without, and a rebuild gives them some once it can.
    """
    if not is_searchable():
        return
    for passage in passages:
        passage.stems, passage.words = streams(entry.title, passage.text, passage.language)


def stand(entry: SearchEntry) -> None:
    """Note at a thing that it is indexed in the present form."""
    entry.index_form, entry.index_error = FORM, ""
    entry.indexed_at = timezone.now() if is_searchable() else None
    entry.save(update_fields=["indexed_at", "index_form", "index_error"])


def is_in_step(entry: SearchEntry) -> bool:
    """Whether a thing is indexed in the present form."""
    return entry.indexed_at is not None and entry.index_form == FORM


def behind() -> Q:
    """Of entries: those that are not indexed in the present form."""
    return Q(indexed_at__isnull=True) | ~Q(index_form=FORM)


def in_batches(passages: QuerySet[Passage]) -> Iterator[list[Passage]]:
    """The passages some at a time, since a document may have thousands."""
    last = 0
    while some := list(passages.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield some
        last = some[-1].pk
