"""Indexing everything anew while the search goes on answering; a rebuild that was interrupted goes on where it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.db import transaction
from django.utils import timezone

from ogp_wagtail import findable
from ogp_wagtail.evidence import entries, frequencies, index
from ogp_wagtail.evidence.drift import make_missing
from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.models import EvidenceItem, Passage, SearchEntry, SearchIndex, Traits

BATCH: Final = 50
Told = Callable[[int, int], None]


def rebuild(told: Told = lambda done, total: None) -> int:
    """Index everything anew, some entries a transaction. Returns how many entries there are.

    Entries not yet done are marked as behind, and the search finds them as they were. ``told`` is called with
    how many are done and how many there are.
    """
    begin()
    total = SearchEntry.objects.count()
    while some := list(
        SearchEntry.objects.filter(index_form=0).order_by("pk")[:BATCH].select_related("item")
    ):
        put_some(some)
        told(total - SearchEntry.objects.filter(index_form=0).count(), total)
    finish()
    return SearchEntry.objects.count()


def begin() -> None:
    """Mark everything as behind, unless a rebuild is under way already."""
    if SearchIndex.objects.filter(rebuild_began_at__isnull=False).exists():
        return
    follow_everything()
    engine().begin_rebuild()
    with transaction.atomic():
        frequencies.measure()
        SearchEntry.objects.update(index_form=0)
        SearchIndex.objects.update(rebuild_began_at=timezone.now())


def put_some(some: list[SearchEntry]) -> None:
    """Index some entries in one transaction."""
    with transaction.atomic(), frequencies.together():
        for entry in some:
            index.put(entry)


def finish() -> None:
    """Take the average length anew and throw away what nothing uses any more."""
    engine().finish_rebuild()
    with transaction.atomic():
        frequencies.measure()
        frequencies.prune()
        Traits.objects.filter(entries__isnull=True).delete()
        SearchIndex.objects.update(rebuild_began_at=None)


def follow_everything() -> None:
    """Read anew what every page and report says, and what each item of evidence is about."""
    make_missing()
    for item in EvidenceItem.objects.select_related("current", "plan").iterator(chunk_size=BATCH):
        entries.of_item(item)
    for kind in findable.kinds():
        for row in kind.rows().iterator(chunk_size=BATCH):
            with transaction.atomic():
                entries.follow(kind, row.key)


def start_from_nothing() -> None:
    """Throw the index away, for one that is damaged: the search finds nothing until it is made again."""
    with transaction.atomic():
        engine().clear()
        frequencies.clear()
        Passage.objects.exclude(words="").update(stems="", words="")
        SearchEntry.objects.update(indexed_at=None, index_form=0)
        SearchIndex.objects.update(rebuild_began_at=None)
