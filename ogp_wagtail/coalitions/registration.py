"""What this room adds: what a review has to know of the coalition behind a joint plan."""

from __future__ import annotations

from ogp_wagtail.coalitions import facts
from ogp_wagtail.plans.sources import register_source


def register() -> None:
    """Announce the room; called once, when the app is ready."""
    register_source(facts.coalition_of)
