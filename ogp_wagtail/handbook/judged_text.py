"""Which text an answer judged: an answer stands while that text stands, and is asked for again once it has changed."""

import hashlib
import json
from collections.abc import Iterable

from .facts import CommitmentFacts, GoalFacts, MilestoneFacts, PlanFacts

Judged = PlanFacts | CommitmentFacts


def fingerprint(thing: Judged, names: Iterable[str]) -> str:
    """Return the SHA-256, in hexadecimal, of what these fields of a plan or commitment say in its own language.

    Blanks and the order of choices do not count.
    """
    said = {name: _said(thing, name) for name in names}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _said(thing: Judged, name: str) -> object:
    if name in thing.texts:
        return _words(thing.texts[name])
    return _plain(getattr(thing, name, None))


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(str(one) for one in value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, GoalFacts):
        return _words(value.text)
    if isinstance(value, MilestoneFacts):
        return _words(value.deliverable)
    return _words(str(value)) if value is not None else ""


def _words(text: str) -> str:
    return " ".join(text.split())
