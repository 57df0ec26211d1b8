"""The kinds of work there are. Rooms register theirs; this room knows none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """``work`` does a job; ``give_up`` says so where people look, once the last attempt has failed."""

    work: Callable[..., Any]
    give_up: Callable[..., Any] | None = None


_kinds: dict[str, Kind] = {}


def register_kind(name: str, work: Callable[..., Any], *, give_up: Callable[..., Any] | None = None) -> None:
    """Say what is to be done for jobs of the kind ``name``, and what when it could not be done.

    Both are called with the job's payload as keywords. ``work`` may run more than once for the same payload,
    since a worker can be killed after the work and before it says so: it has to leave the same result.
    """
    _kinds[name] = Kind(work, give_up)


def kind_of(name: str) -> Kind:
    """The kind registered under a name. Raises ``LookupError`` that lists the names there are."""
    if name not in _kinds:
        raise LookupError(f"No job kind {name!r}. Kinds: {', '.join(sorted(_kinds)) or 'none'}.")
    return _kinds[name]
