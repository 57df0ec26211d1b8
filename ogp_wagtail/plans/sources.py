"""How rooms above the register tell what they know of a plan, so that a review sees it whole.

The register never lists its clients: a room registers in its ``registration`` module, which the app imports when
it is ready.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.plans.models import Plan

Source = Callable[[Plan, PlanFacts], dict[str, Any]]

_sources: list[Source] = []


def register_source(source: Source) -> None:
    """Add a source: called with the plan's row and its facts so far, it returns fields of ``PlanFacts``.

    It asks a constant number of queries, whatever the number of rows.
    """
    _sources.append(source)


def with_sources(plan: Plan, facts: PlanFacts) -> PlanFacts:
    """The facts with what every registered room adds."""
    for source in _sources:
        facts = replace(facts, **source(plan, facts))
    return facts
