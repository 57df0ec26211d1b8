"""The ledger of claims in the admin: a page, and its download as CSV or JSON."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ogp_wagtail.evidence.ledger import Ledger, ledger, rows
from ogp_wagtail.evidence.permissions import plans_kept_by
from ogp_wagtail.evidence.tables import as_csv
from ogp_wagtail.plans.models import Plan


@require_safe
def ledger_view(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The claims of a plan, those without proof first; ``?form=csv`` and ``?form=json`` download them."""
    plan = get_object_or_404(Plan.objects.with_owner(), key=key)
    if not plans_kept_by(request.user).filter(pk=plan.pk).exists():
        raise PermissionDenied
    found = ledger(plan, timezone.localdate())
    form = request.GET.get("form")
    if form in ("csv", "json"):
        return download(plan, found, form)
    context: dict[str, Any] = {"plan": plan, "ledger": found}
    return TemplateResponse(request, "ogp_wagtail/evidence/admin/ledger.html", context)


def download(plan: Plan, found: Ledger, form: str) -> HttpResponse:
    """The ledger as a file."""
    about = {"plan": plan.code, "day": found.day, "counts": found.counts}
    answer: HttpResponse = (
        JsonResponse(about | {"claims": [one.as_dict() for one in found.lines]})
        if form == "json"
        else HttpResponse(as_csv(rows(found.lines)), content_type="text/csv; charset=utf-8")
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{plan.code}-claims.{form}"'
    return answer
