"""What this room adds: addresses below the landing page, a part of each page, kinds of later work."""

from __future__ import annotations

from ogp_wagtail.evidence import sections, views, work
from ogp_wagtail.pages.registry import register_route, register_section


def register() -> None:
    """Announce the room; called once, when the app is ready."""
    work.register()
    register_route("search/", views.search_view, "search")
    register_route("document/<uuid:public_id>/", views.document_view, "document")
    register_route("file/<int:pk>/", views.file_view, "file")
    for place in sections.PLACES:
        register_section(place, sections.evidence_of)
