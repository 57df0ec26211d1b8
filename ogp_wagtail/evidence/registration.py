"""What this room adds: addresses below the landing page, a part of each page, later work, and its facts."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence import (
    facts,
    links,
    outside,
    recognition,
    search_views,
    sections,
    verifying,
    views,
    work,
)
from ogp_wagtail.evidence.export_views import public_export
from ogp_wagtail.evidence.version_views import version_view
from ogp_wagtail.jobs.clock import register_tick
from ogp_wagtail.jobs.status import register_status
from ogp_wagtail.pages.registry import register_route, register_section
from ogp_wagtail.plans.sources import register_source


def register() -> None:
    """Announce the room; called once, when the app is ready."""
    work.register()
    recognition.register()
    links.register()
    outside.register()
    register_source(facts.evidence_of)
    register_status("evidence_files", verifying.status)
    register_tick(
        "evidence.verify",
        verifying.verify_slice,
        every=timedelta(days=1),
        label=_("verify a part of the files of evidence"),
    )
    register_route("search/", search_views.search_view, "search")
    register_route("search/feed/", search_views.feed_view, "search_feed")
    register_route("search/<slug:form>/", search_views.download_view, "search_download")
    register_route("document/<uuid:public_id>/", views.document_view, "document")
    register_route("evidence/<uuid:public_id>/v<int:number>/", version_view, "version")
    register_route("evidence/<uuid:key>/zip/", public_export, "evidence_export")
    for place in sections.PLACES:
        register_section(place, sections.evidence_of)
