"""Keeping the index in step with the database: an item is found by the text of its current version.

A passage is indexed exactly when it holds tokens. All functions belong into the transaction of the change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from ogp_wagtail.evidence import frequencies
from ogp_wagtail.evidence.engines.chosen import engine, is_searchable
from ogp_wagtail.evidence.models import EvidenceItem, Passage
from ogp_wagtail.evidence.text import streams

BATCH: Final = 200
TOKENS: Final = ["stems", "words"]


def put(item: EvidenceItem) -> None:
    """Index the item's present text in place of whatever is indexed of it."""
    take_out(item)
    for passages in in_batches(Passage.objects.filter(version=item.current_id)):
        tokenize(passages, item)
        for passage in passages:
            passage.save(update_fields=TOKENS)
        add(item, passages)


def take_out(item: EvidenceItem) -> None:
    """Take all that is indexed of the item out of the index."""
    indexed = Passage.objects.filter(version__item=item).exclude(words="")
    for passages in in_batches(indexed):
        engine().remove(passages)
        frequencies.forget(passages)
    indexed.update(stems="", words="")


def add(item: EvidenceItem, passages: Sequence[Passage]) -> None:
    """Index passages of the item that are stored and hold tokens, and are not in the index."""
    full = [passage for passage in passages if passage.words]
    engine().add(item, full)
    frequencies.learn(full)


def tokenize(passages: Sequence[Passage], item: EvidenceItem) -> None:
    """Give passages the tokens under which they are found: of their text, and of the item's title.

    Where nothing can be searched they stay without, and :func:`rebuild` gives them some once it can.
    """
    if not is_searchable():
        return
    for passage in passages:
        passage.stems, passage.words = streams(item.title, passage.text, passage.language)


def rebuild() -> int:
    """Throw the index away and make it again from the database. Returns the number of items."""
    with transaction.atomic():
        engine().clear()
        frequencies.clear()
        Passage.objects.exclude(words="").update(stems="", words="")
        items = EvidenceItem.objects.filter(current__text_state="readable")
        for item in items.iterator(chunk_size=BATCH):
            put(item)
        frequencies.measure()
    return items.count()


def in_batches(passages: QuerySet[Passage]) -> Iterator[list[Passage]]:
    """The passages some at a time, since a document may have thousands."""
    last = 0
    while some := list(passages.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield some
        last = some[-1].pk
