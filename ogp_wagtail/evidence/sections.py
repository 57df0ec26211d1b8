"""The evidence of a plan, a commitment or a meeting, on its page; and the search box on the landing page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.db.models import F, Q
from django.http import HttpRequest
from django.template.loader import render_to_string

from ogp_wagtail.evidence.addresses import export_address, item_address, search_address
from ogp_wagtail.evidence.models import EvidenceItem
from ogp_wagtail.pages.models import OpenGovernmentPage
from ogp_wagtail.plans.models import Commitment, Meeting, Plan

SHOWN: Final = 30


def of_plan(plan: Plan) -> Q:
    """What proves something about the plan, and what lies in its folders and proves nothing in particular."""
    return Q(links__plan=plan) | Q(plan=plan, links__isnull=True, folder__commitment__isnull=True)


def of_commitment(commitment: Commitment) -> Q:
    """What proves something about the commitment, a milestone or an amendment of it, and what lies in its folder."""
    return (
        Q(links__commitment=commitment)
        | Q(links__milestone__commitment=commitment)
        | Q(links__amendment__commitment=commitment)
        | Q(folder__commitment=commitment, links__isnull=True)
    )


def of_meeting(meeting: Meeting) -> Q:
    """What proves something about the meeting."""
    return Q(links__meeting=meeting)


OF: Final[dict[type, Callable[[Any], Q]]] = {Plan: of_plan, Commitment: of_commitment, Meeting: of_meeting}
PLACES: Final = ("landing", "plan", "commitment", "meeting")


def evidence_of(request: HttpRequest, page: Any, row: Any) -> str:
    """The part of a page about evidence: a handful of queries, however many items there are."""
    if row is None:
        return search_box(request, page)
    landing = OpenGovernmentPage.objects.ancestor_of(page).live().last()
    items = public_items(row)
    if landing is None or not (items or has_repository(row)):
        return ""
    lines = [(item, item_address(landing, item, request)) for item in items[:SHOWN]]
    context = {
        "lines": lines,
        "export_address": export_address(landing, row, request) if isinstance(row, Plan) else "",
        "all_address": f"{search_address(landing, request)}?{narrowed_to(row)}" if len(items) > SHOWN else "",
    }
    return render_to_string("ogp_wagtail/evidence/section.html", context, request)


def public_items(row: Any) -> list[EvidenceItem]:
    """Public items about a row, the latest facts first; one more than is shown where there are more."""
    about = EvidenceItem.objects.filter(OF[type(row)](row)).values("pk")
    items = EvidenceItem.objects.listed().filter(pk__in=about).select_related("current")
    return list(items.order_by(F("dated_on").desc(nulls_last=True), "-added_on")[: SHOWN + 1])


def has_repository(row: Any) -> bool:
    """A plan of which only commitments and meetings have evidence still offers all of it to take away."""
    return isinstance(row, Plan) and EvidenceItem.objects.listed().filter(plan=row).exists()


def narrowed_to(row: Any) -> str:
    """The question by which the search shows the same."""
    return (
        f"plan={row.code}"
        if isinstance(row, Plan)
        else f"commitment={row.key}"
        if isinstance(row, Commitment)
        else ""
    )


def search_box(request: HttpRequest, landing: Any) -> str:
    """A form that leads to the search."""
    context = {"address": search_address(landing, request)}
    return render_to_string("ogp_wagtail/evidence/search_box.html", context, request)
