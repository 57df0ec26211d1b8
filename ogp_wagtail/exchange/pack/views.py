"""Downloads of the filing pack: of what was filed, or of the published plan as it would be filed today."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from ogp_wagtail.exchange.pack import as_docx, as_html, pack_of
from ogp_wagtail.pages import filing, whole
from ogp_wagtail.plans.documents import canonical
from ogp_wagtail.plans.models import Filing, Plan

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@require_safe
def plan_pack(request: HttpRequest, key: uuid.UUID, form: str) -> HttpResponse:
    """The pack of the plan's filing; before there is one, of the published plan, marked as not filed."""
    plan = _visible_plan(request, key)
    filed = getattr(plan, "filing", None)
    if filed:
        return filing_pack(request, filed.pk, form)
    day = timezone.localdate()
    document = filing.document(whole.published(plan), day)
    return _answer(form, canonical(document), f"{plan.code}-draft", {"State": "draft, not filed"})


@require_safe
def filing_pack(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The pack of one filing; as JSON it is the frozen copy itself, over which the hash was taken."""
    filed = get_object_or_404(Filing.objects.select_related("plan"), pk=pk)
    _visible_plan(request, filed.plan.key)
    about = {"Filed_by": filed.filed_by_name, "SHA-256": filed.sha256}
    whole_plan = getattr(filed.plan, "filing", None)
    within = None if whole_plan in (None, filed) else json.loads(whole_plan.document)
    return _answer(
        form, filed.document, f"{filed.plan.code}-{filed.filed_on.isoformat()}-{filed.pk}", about, within
    )


def _visible_plan(request: HttpRequest, key: uuid.UUID) -> Plan:
    plan: Plan = get_object_or_404(Plan.objects.with_owner(), key=key)
    page = whole.canonical_page(plan)
    if page is None or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return plan


def _answer(
    form: str, text: str, name: str, about: dict[str, str], within: dict[str, Any] | None = None
) -> HttpResponse:
    if form == "json":
        return _file(text, "application/json", f"{name}.json")
    pack = pack_of(json.loads(text), within, **about)
    if form == "docx":
        return _file(as_docx(pack), DOCX, f"{name}.docx")
    if form == "html":
        return HttpResponse(
            as_html(pack),
            headers={"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"},
        )
    raise Http404


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
