"""The public pages of this room, as routes of the landing page: an item's own page."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ogp_wagtail.evidence import reading
from ogp_wagtail.evidence.addresses import PASSAGES_A_PAGE
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.evidence.permissions import can_see_drafts_of
from ogp_wagtail.evidence.proofs import proofs_of
from ogp_wagtail.evidence.question import tidy
from ogp_wagtail.evidence.search import understood
from ogp_wagtail.evidence.spots import spots_of

DOCUMENT: Final = "ogp_wagtail/evidence/document.html"


@require_safe
def document_view(request: HttpRequest, landing: Any, public_id: UUID) -> HttpResponse:
    """An item's own page: what it is and proves, its versions, its text with the words asked for marked."""
    items = EvidenceItem.objects.filter(public_id=public_id).select_related("plan", "current")
    item = get_object_or_404(items)
    if not can_see_drafts_of(request.user, item.plan_id):
        item = get_object_or_404(items.listed())
    q = tidy(request.GET.get("q", ""))
    query = understood(q, language())
    versions = reading.versions_of(item, request.user, landing, request)
    passages = reading.passages_of(item, request.user)
    spots = spots_of(passages, query, q)
    sheet = Paginator(passages, PASSAGES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "item": item,
        "q": q,
        "spots": spots,
        "file": reading.present_file(item, versions),
        "versions": versions,
        "proofs": proofs_of([item], landing.locale, request).get(item.pk, []),
        "passages": reading.marked(sheet.object_list, query, reading.paged_file(item, versions), spots),
        "sheet": sheet,
        "pages": sheet.paginator.get_elided_page_range(sheet.number, on_each_side=2, on_ends=1),
        "others": urlencode({"q": q} if q else {}),
    }
    return TemplateResponse(request, DOCUMENT, landing.get_context(request) | context)


def language() -> str:
    """The language in which the visitor reads, and so probably types."""
    return get_language() or ""
