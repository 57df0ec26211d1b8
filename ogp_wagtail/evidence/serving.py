"""How a file is given: only the bytes that were stored, asked of Wagtail first, and so that nothing in it can run."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from wagtail import hooks
from wagtail.documents.models import document_served
from wagtail.utils.sendfile import sendfile

from ogp_wagtail.evidence.addresses import file_address, landing_page
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion
from ogp_wagtail.evidence.permissions import Visitor
from ogp_wagtail.evidence.ranges import answer

# What a browser may show in place. A PDF runs in the browser's own viewer, which does not open in a sandbox.
SHOWN: Final = {"pdf": "application/pdf"}
CLOSED: Final = "default-src 'none'"


def serve_guard(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Hook ``before_serve_document``: evidence that is not public does not exist for a visitor; what is, is given
    at its version's own address.

    Whether the document's collection lets the visitor in is asked there, by Wagtail's own hook.
    """
    version = EvidenceVersion.objects.select_related("item").filter(document=document).first()
    if version is None:
        return None
    if not Visitor(request.user, version.item).may_have(version):
        raise Http404("No such file.")
    landing = landing_page()
    return HttpResponseRedirect(file_address(landing, version, request)) if landing else None


def kept_out(item: EvidenceItem, request: HttpRequest) -> HttpResponse | None:
    """What Wagtail and the site answer instead of the file: the log-in of a restricted collection, for instance.

    The document is that of the item's current version, for its earlier versions too.
    """
    document = item.current.document if item.current else None
    if document is None:
        return None
    for hook in hooks.get_hooks("before_serve_document"):
        refusal = None if hook is serve_guard else hook(document, request)
        if isinstance(refusal, HttpResponse):
            return refusal
    document_served.send(sender=type(document), instance=document, request=request)
    return None


def file_response(request: HttpRequest, version: EvidenceVersion) -> HttpResponseBase:
    """The version's bytes under its own name; a part of them where the browser asks for one (RFC 9110, 14)."""
    kind = SHOWN.get(version.file_type, "application/octet-stream")
    path = version.stored.path
    if path and hasattr(settings, "SENDFILE_BACKEND"):
        response: HttpResponseBase = sendfile(request, str(path), mimetype=kind)
    else:
        response = answer(request, version, kind)
    harden(response, version)
    return response


def harden(response: HttpResponseBase, version: EvidenceVersion) -> None:
    """Show in place only what cannot run; everything else is saved, and would run in an empty sandbox."""
    shown = version.file_type in SHOWN
    response.headers["Content-Disposition"] = (
        content_disposition_header(not shown, version.file_name) or "attachment"
    )
    response.headers["Content-Security-Policy"] = CLOSED if shown else f"{CLOSED}; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, max_age=0)
