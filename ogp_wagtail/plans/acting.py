"""Who acts: filing is done by a person, and the law below the form has to know which.

Publishing passes through ``save()``, which knows no user. Whoever runs it for somebody says so here: the desk when
it files, the admin when an editor publishes. A scheduled publication is run for nobody, so it files nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone


@dataclass
class Actor:
    """A person at work: on which day, and on which amendment where one was chosen. ``filed`` is what came of it."""

    user: Any = None
    day: date = field(default_factory=timezone.localdate)
    amendment: int | None = None
    filed: list[Any] = field(default_factory=list)


_actor: ContextVar[Actor | None] = ContextVar("ogp_actor", default=None)


def actor() -> Actor:
    """Who acts now; nobody, today, where nothing was said."""
    return _actor.get() or Actor()


@contextmanager
def acting_as(user: Any, day: date | None = None, amendment: int | None = None) -> Iterator[Actor]:
    """Do the work inside for this person; the day is today unless told otherwise."""
    one = Actor(user, day or timezone.localdate(), amendment)
    token = _actor.set(one)
    try:
        yield one
    finally:
        _actor.reset(token)


@contextmanager
def nobody_acts() -> Iterator[None]:
    """Do the work inside for nobody: what a person has to do is refused."""
    token = _actor.set(Actor(day=actor().day))
    try:
        yield
    finally:
        _actor.reset(token)
