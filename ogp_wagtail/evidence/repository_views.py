"""A plan's repository in the admin: drop files, see how they are read, sort and describe many at once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence import bulk, folders, uploading
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Folder
from ogp_wagtail.evidence.permissions import can_keep_repository, can_withdraw_evidence
from ogp_wagtail.evidence.quota import limited, too_large, wants_json
from ogp_wagtail.evidence.suggestions import Guess
from ogp_wagtail.evidence.uploading import Arrived
from ogp_wagtail.evidence.viewsets import state
from ogp_wagtail.plans.models import Plan

A_PAGE: Final = 50
TEMPLATE: Final = "ogp_wagtail/evidence/admin/repository.html"
State = EvidenceVersion.TextState


@dataclass(frozen=True, slots=True)
class Row:
    """An item as the list shows it."""

    item: EvidenceItem
    state: str
    guess: Guess | None


@require_http_methods(["GET", "POST"])
def repository(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """The page of one plan's repository. A POST uploads files, or changes the ticked items."""
    plan = get_object_or_404(Plan, key=key)
    if not can_keep_repository(request.user, plan):
        raise PermissionDenied
    if request.method == "POST" and request.POST.get("do") == "upload":
        return uploaded(request, plan)
    if request.method == "POST":
        change(request, plan)
        return redirect(request.get_full_path())
    if wants_json(request):
        return JsonResponse(progress(plan))
    return TemplateResponse(request, TEMPLATE, context(request, plan, []))


# Our script sends one file a request, and says so; a form without script sends all it has at once.
repository_view = limited(repository, single=wants_json)


def uploaded(request: HttpRequest, plan: Plan) -> HttpResponseBase:
    """Take each file that arrived, and say what became of it and of those that were too large."""
    chosen = request.POST.get("folder", "")
    into = plan.folders.filter(pk=chosen).first() if chosen.isdecimal() else None
    path = request.POST.get("path", "")
    arrived = [uploading.take(plan, one, path, into, request.user) for one in request.FILES.getlist("files")]
    arrived += [Arrived(name, "refused", too_large()) for name in request.left_out]  # type: ignore[attr-defined]
    if wants_json(request):
        status = 200 if arrived and arrived[0].outcome != "refused" else 400
        none = Arrived("", "refused", gettext("No file arrived. Choose it again."))
        return JsonResponse((arrived or [none])[0].as_dict(), status=status)
    if not arrived:
        messages.error(request, gettext("No file was chosen."))
    return TemplateResponse(request, TEMPLATE, context(request, plan, arrived))


def change(request: HttpRequest, plan: Plan) -> None:
    """Describe or withdraw the ticked items; those of another plan cannot be ticked."""
    ticked = [pk for pk in request.POST.getlist("item") if pk.isdecimal()]
    items = list(listed(plan).filter(pk__in=ticked, withdrawn_on__isnull=True))
    form = bulk.BulkForm(plan, request.POST)
    if not items:
        messages.error(request, gettext("No item was ticked."))
    elif not form.is_valid():
        for name, errors in form.errors.items():
            messages.error(request, f"{form[name].label}: {' '.join(map(str, errors))}")
    elif request.POST.get("do") == "withdraw":
        withdraw(request, items, form.cleaned_data["reason"].strip())
    else:
        count = bulk.describe(items, form, request.user)
        words = ngettext("%(count)s item was changed.", "%(count)s items were changed.", count)
        messages.success(request, words % {"count": count})


def withdraw(request: HttpRequest, items: list[EvidenceItem], reason: str) -> None:
    """Withdraw what the person may withdraw; never without a reason."""
    if not all(can_withdraw_evidence(request.user, item) for item in items):
        messages.error(request, gettext("You may not withdraw evidence."))
    elif not reason:
        messages.error(
            request, gettext("Give the reason for which they are withdrawn: it is shown in public.")
        )
    else:
        count = bulk.withdraw(items, reason, request.user)
        words = ngettext("%(count)s item was withdrawn.", "%(count)s items were withdrawn.", count)
        messages.success(request, words % {"count": count})


def listed(plan: Plan) -> QuerySet[EvidenceItem]:
    """The plan's items with what the list shows of them."""
    items = plan.evidence.select_related("current", "folder", "folder__commitment")
    found: QuerySet[EvidenceItem] = items.annotate(proof_count=Count("links")).order_by("-added_on", "-pk")
    return found


def narrowed(request: HttpRequest, items: QuerySet[EvidenceItem]) -> QuerySet[EvidenceItem]:
    """The items of a folder, of a state, or without a type, as the address asks."""
    folder, state_ = request.GET.get("folder", ""), request.GET.get("state", "")
    if folder.isdecimal():
        items = items.filter(folder=int(folder))
    if state_ in State.values:
        items = items.filter(current__text_state=state_)
    return items.filter(kind="") if state_ == "bare" else items


def progress(plan: Plan) -> dict[str, Any]:
    """How many files are read and how many wait, by state."""
    files = plan.evidence.filter(withdrawn_on__isnull=True, current__isnull=False)
    counted = dict(files.order_by().values_list("current__text_state").annotate(count=Count("pk")))
    total = sum(counted.values())
    waiting = counted.get(State.WAITING, 0)
    states = [
        {"state": one.value, "label": str(one.label), "count": counted.get(one.value, 0)} for one in State
    ]
    return {"total": total, "done": total - waiting, "waiting": waiting, "states": states}


def context(request: HttpRequest, plan: Plan, arrived: list[Arrived]) -> dict[str, Any]:
    """What the page shows. The folders that every plan has are made where they are missing (REPO-02)."""
    folders.for_plan(plan)
    sheet = Paginator(narrowed(request, listed(plan)), A_PAGE).get_page(request.GET.get("p"))
    guesses = bulk.guesses_for(sheet.object_list)
    return {
        "plan": plan,
        "arrived": arrived,
        "most": ogp_settings.EVIDENCE_MAX_UPLOAD_MB,
        "folders": with_counts(plan),
        "progress": progress(plan),
        "rows": [Row(item, state(item), guesses.get(item.pk)) for item in sheet.object_list],
        "sheet": sheet,
        "form": bulk.BulkForm(plan),
        "watch": "watch" in request.GET,
        "chosen_folder": request.GET.get("folder", ""),
        "chosen_state": request.GET.get("state", ""),
    }


def with_counts(plan: Plan) -> QuerySet[Folder]:
    """The plan's folders, each with how many items it holds."""
    return plan.folders.annotate(count=Count("items")).order_by("path")
