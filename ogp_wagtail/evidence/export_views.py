"""The repository of a plan as a ZIP: for anybody what is public, for who keeps it everything."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from ogp_wagtail.evidence.exporting import entries
from ogp_wagtail.evidence.packing import as_zip
from ogp_wagtail.evidence.permissions import plans_kept_by
from ogp_wagtail.pages.queries import public_plans_of
from ogp_wagtail.plans.models import Plan


@require_safe
def public_export(request: HttpRequest, landing: Any, key: uuid.UUID) -> StreamingHttpResponse:
    """What anybody may see of a public plan's evidence."""
    return zipped(get_object_or_404(public_plans_of(landing), key=key), everything=False)


@require_safe
def whole_export(request: HttpRequest, key: uuid.UUID) -> StreamingHttpResponse:
    """Everything that is in use, for who keeps the repository."""
    plan = get_object_or_404(Plan, key=key)
    if not plans_kept_by(request.user).filter(pk=plan.pk).exists():
        raise PermissionDenied
    return zipped(plan, everything=True)


def zipped(plan: Plan, *, everything: bool) -> StreamingHttpResponse:
    """The ZIP, sent while it is made."""
    answer = StreamingHttpResponse(as_zip(plan, entries(plan, everything=everything)))
    answer.headers["Content-Type"] = "application/zip"
    name = f"{plan.code}-evidence-{timezone.localdate().isoformat()}.zip"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
