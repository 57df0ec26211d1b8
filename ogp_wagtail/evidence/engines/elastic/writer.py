"""One writer at a time: a lease on the one row about the index outside."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from ogp_wagtail.evidence.models import IndexMirror

LEASE: Final = timedelta(
    minutes=2
)  # longer than a request may take; a killed writer holds up others no longer
LOOK_AGAIN: Final = 0.05  # seconds


def mirror() -> IndexMirror:
    """The row about the index outside, made when first asked for."""
    return IndexMirror.objects.get_or_create(pk=1)[0]


def keep(**facts: Any) -> None:
    """Write facts into that row."""
    IndexMirror.objects.filter(pk=mirror().pk).update(**facts)


@contextmanager
def only_writer(*, wait: bool = False) -> Iterator[IndexMirror | None]:
    """Be the only writer until left; None where somebody else is, unless this is to ``wait`` for its end."""
    me = uuid.uuid4().hex
    taken = take(me)
    while wait and not taken:
        time.sleep(LOOK_AGAIN)
        taken = take(me)
    try:
        yield mirror() if taken else None
    finally:
        IndexMirror.objects.filter(pk=1, writer=me).update(writer="", writes_until=None)


def take(name: str) -> bool:
    """Become the writer if there is none, or none that gave a sign of life."""
    now = timezone.now()
    free = Q(writer="") | Q(writes_until__lt=now)
    taken = IndexMirror.objects.filter(free, pk=mirror().pk).update(writer=name, writes_until=now + LEASE)
    return bool(taken)
