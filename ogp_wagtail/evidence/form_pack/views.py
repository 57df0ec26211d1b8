"""The page on which the evidence for OGP's form is chosen, and the pack is made."""

from __future__ import annotations

import json
import uuid
import zipfile
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from ogp_wagtail.evidence.form_pack.building import CannotPack, FormPack, build, candidates
from ogp_wagtail.evidence.permissions import plans_kept_by
from ogp_wagtail.plans.models import Plan

INDEX = "ogp_wagtail/evidence/admin/pack_index.html"


@require_http_methods(["GET", "POST"])
def form_pack_view(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Choose among the public evidence of a plan or a commitment; a POST gives the pack as a ZIP."""
    plan = get_object_or_404(Plan, key=key)
    if not plans_kept_by(request.user).filter(pk=plan.pk).exists():
        raise PermissionDenied
    commitment = request.GET.get("commitment", "")
    found = candidates(plan, commitment)
    if request.method == "POST":
        ticked = set(request.POST.getlist("item"))
        return packed(request, plan, [one for one in found if str(one.item.pk) in ticked])
    context: dict[str, Any] = {
        "plan": plan,
        "entries": found,
        "commitments": plan.commitments.order_by("code"),
        "chosen": commitment,
    }
    return TemplateResponse(request, "ogp_wagtail/evidence/admin/pack.html", context)


def packed(request: HttpRequest, plan: Plan, chosen: list[Any]) -> HttpResponse:
    """The pack, or on the same page why there is none."""
    if not chosen:
        messages.error(request, gettext("No item was ticked."))
        return redirect(request.get_full_path())
    try:
        pack = build(plan, chosen)
    except CannotPack as reason:
        messages.error(request, str(reason))
        return redirect(request.get_full_path())
    answer = HttpResponse(as_zip(plan, pack), content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{plan.code}-ogp-form.zip"'
    return answer


def as_zip(plan: Plan, pack: FormPack) -> bytes:
    """The files of the form, with the index as a page and as JSON beside them."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in pack.files.items():
            archive.writestr(name, data)
        archive.writestr("index.html", render_to_string(INDEX, {"plan": plan, "pack": pack}))
        archive.writestr("index.json", json.dumps(pack.as_dict(), indent=2, ensure_ascii=False))
    return out.getvalue()
