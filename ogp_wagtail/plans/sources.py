"""How rooms tell what they know of a plan, so that a review sees it whole.

The register never lists its clients: a room registers in its ``registration`` module, which the app imports when
it is ready.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import replace
from typing import Any

from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.rows import gather

Source = Callable[[Plan, PlanFacts], dict[str, Any]]

_sources: list[Source] = []
_relations: dict[str, None] = {}


def register_source(source: Source, relations: Iterable[str] = ()) -> None:
    """Add a source: called with the plan's row and its facts so far, it returns fields of ``PlanFacts``.

    It asks a constant number of queries, whatever the number of rows. ``relations`` are those of the plan that it
    reads by ``with_rows``: they are read in one query for all sources.
    """
    _sources.append(source)
    _relations.update(dict.fromkeys(relations))


def with_sources(plan: Plan, facts: PlanFacts) -> PlanFacts:
    """The facts with what every registered room adds."""
    plan = with_rows(plan, _relations)
    for source in _sources:
        facts = replace(facts, **source(plan, facts))
    return facts


def with_rows(plan: Plan, relations: Iterable[str]) -> Plan:
    """The plan with the rows of these relations read (paths as ``gather`` takes them), in a query or in none."""
    wanted = list(relations)
    there = plan.__dict__.get("_prefetched_objects_cache", {})
    if {name.split("__")[0] for name in wanted} <= there.keys():
        return plan
    (read,) = gather(Plan.objects.filter(pk=plan.pk), *wanted)
    whole = copy(plan)
    whole.__dict__["_prefetched_objects_cache"] = there | read.__dict__["_prefetched_objects_cache"]
    return whole
