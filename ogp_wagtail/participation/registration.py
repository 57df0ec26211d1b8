"""What this room adds: facts for the rules, and parts of the page of a plan."""

from __future__ import annotations

from ogp_wagtail.pages.registry import register_deeds, register_section
from ogp_wagtail.participation.facts import noticed, participation_of
from ogp_wagtail.participation.sections import contributions_of, notices_of
from ogp_wagtail.plans.sources import register_source


def register() -> None:
    """Announce the room; called once, when the app is ready."""
    register_source(participation_of)
    register_deeds(noticed)
    register_section("plan", notices_of)
    register_section("plan", contributions_of)
