"""A source of evidence for tests of the register, which knows no room above it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ogp_wagtail.handbook.facts import EvidenceFacts
from ogp_wagtail.plans import sources


@contextmanager
def evidence_of(*keys: Any) -> Iterator[None]:
    """Inside, primary evidence proves these things, whatever the plan."""
    proof = EvidenceFacts("proof", "The data set", proves=frozenset(map(str, keys)))

    def source(plan: Any, facts: Any) -> dict[str, Any]:
        return {"evidence": (*facts.evidence, proof)}

    sources.register_source(source)
    try:
        yield
    finally:
        sources._sources.remove(source)
