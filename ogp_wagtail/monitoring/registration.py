"""What this room adds: facts for the rules, parts of the pages of plans and commitments, and what can be found."""

from __future__ import annotations

from ogp_wagtail.findable import register_kind
from ogp_wagtail.monitoring import deeds, facts, found, sections
from ogp_wagtail.pages.registry import register_deeds, register_section
from ogp_wagtail.plans.sources import register_source


def register() -> None:
    """Announce the room; called once, when the app is ready."""
    register_source(facts.monitoring_of, facts.RELATIONS)
    register_deeds(deeds.monitored)
    register_section("plan", sections.monitoring_of_plan)
    register_section("commitment", sections.monitoring_of_commitment)
    for kind in found.findable():
        register_kind(kind)
