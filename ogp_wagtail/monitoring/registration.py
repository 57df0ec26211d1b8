"""What this room adds: facts for the rules, and parts of the pages of plans and commitments."""

from __future__ import annotations

from ogp_wagtail.monitoring import deeds, facts, sections
from ogp_wagtail.pages.registry import register_deeds, register_section
from ogp_wagtail.plans.sources import register_source


def register() -> None:
    """Announce the room; called once, when the app is ready."""
    register_source(facts.monitoring_of, facts.RELATIONS)
    register_deeds(deeds.monitored)
    register_section("plan", sections.monitoring_of_plan)
    register_section("commitment", sections.monitoring_of_commitment)
