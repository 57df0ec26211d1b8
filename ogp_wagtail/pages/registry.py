"""How rooms above the pages announce themselves to them: routes, sections of a page, and what is known to be done.

The pages never list their clients. A room registers in its ``registration`` module, which the app imports when
it is ready; the landing page and the templates ask here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from ogp_wagtail.plans.models import Plan

Section = Callable[[HttpRequest, Any, Any], str]
Deeds = Callable[[Collection[Plan], date], dict[int, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Route:
    """An address below the landing page. ``pattern`` is a Django path such as ``"document/<int:pk>/"``.

    Wagtail's URL pattern takes words and dashes with a final slash: a pattern with a dot is never reached.
    ``view`` is called with the request, the landing page as ``landing``, and the captured values.
    """

    pattern: str
    view: Callable[..., Any]
    name: str


_routes: dict[str, Route] = {}
_sections: dict[str, list[Section]] = {}
_deeds: list[Deeds] = []


def register_route(pattern: str, view: Callable[..., Any], name: str) -> None:
    """Add an address below every landing page; ``name`` is what ``landing.reverse_subpage(name)`` takes."""
    _routes[name] = Route(pattern, view, name)


def routes() -> list[Route]:
    """All registered addresses."""
    return list(_routes.values())


def reserved_slugs() -> set[str]:
    """The slugs that a page below a landing page cannot have: a route of that name answers first."""
    return {route.pattern.split("/")[0] for route in routes()}


def register_section(place: str, section: Section) -> None:
    """Add a part to a page: ``place`` is landing, plan, commitment or meeting.

    The section is called with the request, the page and its register row (``None`` for the landing page), and
    returns safe HTML, or an empty string when it has nothing to show.
    """
    _sections.setdefault(place, []).append(section)


def sections(place: str) -> list[Section]:
    """The registered parts of a page, in the order of registration."""
    return _sections.get(place, [])


def register_deeds(source: Deeds) -> None:
    """Add what shows the public that a date was kept: reports, updates, notices.

    The source is called with plans and a day. It returns, by the primary key of the plan, fields of ``PlanFacts`` of
    what everybody may see (D6), in a number of queries that does not depend on the plans.
    """
    _deeds.append(source)


def deeds(plans: Collection[Plan], day: date) -> dict[int, dict[str, Any]]:
    """What every registered room shows to be done, by the primary key of the plan."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for source in _deeds:
        for pk, fields in source(plans, day).items():
            found[pk] |= fields
    return found
