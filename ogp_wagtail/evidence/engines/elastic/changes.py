"""Noting in the database which passages the server has to be told of, and seeing to it that it is told."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import Final

from django.db import transaction

from ogp_wagtail.evidence.models import IndexChange, Passage
from ogp_wagtail.jobs.queue import enqueue

MIRROR: Final = "evidence.mirror"
AT_ONCE: Final = 10_000


def note(passages: Iterable[int]) -> int:
    """Note passages in the transaction of their change; a job tells the server after commit.

    The notes are what keeps the change. The job is queued after commit, so that two who publish at once do not
    wait for each other's row; should the process die in between, the clock's tick finds the notes.
    """
    rows = IndexChange.objects.bulk_create(map(change, passages), batch_size=500)
    if rows:
        transaction.on_commit(partial(enqueue, MIRROR, key="index"), robust=True)
    return len(rows)


def note_all() -> None:
    """Note every passage that is indexed, some at a time."""
    indexed = Passage.objects.exclude(words="").values_list("pk", flat=True).iterator(chunk_size=AT_ONCE)
    while some := list(islice(indexed, AT_ONCE)):
        note(some)


def change(passage: int) -> IndexChange:
    """The row for one passage."""
    return IndexChange(passage=passage)
