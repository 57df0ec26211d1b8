"""The permanent address of each version: its file, or what became of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from ogp_wagtail.evidence.keeping import is_sound
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion
from ogp_wagtail.evidence.permissions import Visitor
from ogp_wagtail.evidence.serving import file_response, kept_out

GONE = "ogp_wagtail/evidence/gone.html"
REPAIR = "ogp_wagtail/evidence/repair.html"


@require_safe
def version_view(request: HttpRequest, landing: Any, public_id: UUID, number: int) -> HttpResponseBase:
    """A version's file. A withdrawn one says when and why (410); a lost or changed one is under repair (503)."""
    version = get_object_or_404(
        EvidenceVersion.objects.select_related("item__current__document__collection", "stored"),
        item__public_id=public_id,
        number=number,
    )
    item = version.item
    if not Visitor(request.user, item).may_have(version):
        return withdrawn(request, landing, version)
    answer: HttpResponseBase | None = kept_out(item, request)
    if answer is None and not is_whole(version):
        answer = said(request, landing, REPAIR, version, status=503)
    return answer or file_response(request, version)


def is_whole(version: EvidenceVersion) -> bool:
    """The storage gives the bytes that this version has had since it was stored, and no others."""
    return version.stored.sha256 == version.sha256 and is_sound(version.stored)


def withdrawn(request: HttpRequest, landing: Any, version: EvidenceVersion) -> HttpResponseBase:
    """Gone, with the day and the reason, for what everybody could see; for all else there is nothing."""
    gone = EvidenceItem.objects.gone().filter(pk=version.item_id).exists()
    if version.is_closed or not gone:
        raise Http404("No such file.")
    return said(request, landing, GONE, version, status=410)


def said(
    request: HttpRequest, landing: Any, template: str, version: EvidenceVersion, *, status: int
) -> HttpResponseBase:
    """A page of the site in the place of the file."""
    context = landing.get_context(request) | {"item": version.item, "version": version}
    response = TemplateResponse(request, template, context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
