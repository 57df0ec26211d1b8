"""What this room adds to the rooms below it: the texts of its pages can be found."""

from __future__ import annotations

from ogp_wagtail.findable import register_kind
from ogp_wagtail.pages import found


def register() -> None:
    """Announce the room; called once, when the app is ready."""
    for kind in found.findable():
        register_kind(kind)
