"""Who is given a file, and how: through Wagtail's own view, with what keeps a hostile file from running."""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from wagtail.documents.views.serve import serve

from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion
from ogp_wagtail.evidence.permissions import can_see_drafts

# What a browser may show in place. A PDF runs in the browser's own viewer, which does not open in a sandbox.
SHOWN: Final = {"application/pdf"}
CLOSED: Final = "default-src 'none'"


def serve_guard(document: Any, request: HttpRequest) -> None:
    """Hook ``before_serve_document``: a file of evidence that is not public does not exist for a visitor.

    Whether the document's collection lets the visitor in is asked by Wagtail's own hook.
    """
    items = EvidenceItem.objects.filter(versions__document=document)
    if items.exists() and not may_see(items, request.user):
        raise Http404("No such file.")


def may_see(items: Any, user: Any) -> bool:
    """Whether one of the items is disclosed to everybody, or the person sees drafts."""
    return can_see_drafts(user) or items.disclosed().exists()


def file_response(request: HttpRequest, version: EvidenceVersion) -> HttpResponseBase:
    """The version's file, checked and served by Wagtail, under its own name."""
    document: Any = version.document
    response: HttpResponseBase = serve(request, document.pk, document.filename)
    # Wagtail's view marks so what is a file; a log-in form, a redirect or "not modified" goes as it is.
    if response.headers.get("X-Content-Type-Options") == "nosniff":
        harden(response, version.file_name)
    return response


def harden(response: HttpResponseBase, name: str) -> None:
    """Show in place only what cannot run; everything else is saved, and would run in an empty sandbox."""
    shown = response.headers.get("Content-Type", "").partition(";")[0] in SHOWN
    response.headers["Content-Disposition"] = content_disposition_header(not shown, name) or "attachment"
    response.headers["Content-Security-Policy"] = CLOSED if shown else f"{CLOSED}; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, max_age=0)
