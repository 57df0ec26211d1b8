"""The kinds of work there are. Rooms register theirs; this room knows none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise

QUEUES: Final = {"default": 0, "slow": -100}  # each with the priority of its jobs: what is slow comes last
ATTEMPTS: Final = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """``work`` does a job; ``give_up`` says so where people look, once the last attempt has failed."""

    work: Callable[..., Any]
    give_up: Callable[..., Any] | None = None
    queue: str = "default"
    attempts: int = ATTEMPTS
    label: str | Promise = ""


_kinds: dict[str, Kind] = {}


def register_kind(
    name: str,
    work: Callable[..., Any],
    *,
    give_up: Callable[..., Any] | None = None,
    queue: str = "default",
    attempts: int = ATTEMPTS,
    label: str | Promise = "",
) -> None:
    """Say what is to be done for jobs of the kind ``name``, and what when it could not be done.

    Both are called with the job's payload as keywords. ``work`` may run more than once for the same payload,
    since a worker can be killed after the work and before it says so: it has to leave the same result.
    ``queue``: "default" for what a person waits for, "slow" for what takes minutes. ``attempts``: how often it
    is tried. ``label``: its name for people. Raises ``ValueError`` for a queue that does not exist.
    """
    if queue not in QUEUES:
        raise ValueError(f"Job kind {name!r}: no queue {queue!r}. Queues: {', '.join(QUEUES)}.")
    _kinds[name] = Kind(work, give_up, queue, attempts, label)


def kind_of(name: str) -> Kind:
    """The kind registered under a name. Raises ``LookupError`` that lists the names there are."""
    if name not in _kinds:
        raise LookupError(f"No job kind {name!r}. Kinds: {', '.join(sorted(_kinds)) or 'none'}.")
    return _kinds[name]


def label_of(name: str) -> str:
    """The kind's name for people; its own name where nothing better, or nothing at all, is registered."""
    kind = _kinds.get(name)
    return str(kind.label) if kind and kind.label else name
