"""Announces to the register what the IRM published, and what people judged."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.members.facts import irm_publications
from ogp_wagtail.plans.judgements import RELATIONS, judgements
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.sources import register_source


def publications(plan: Plan, facts: PlanFacts) -> dict[str, Any]:
    """What concerns every plan alike (ROLE-12, ROLE-13), in one query."""
    return {"irm_publications": irm_publications()}


def register() -> None:
    """Called once, when the app is ready."""
    register_source(publications)
    register_source(judgements, RELATIONS)
