"""Where evidence is found on the site: addresses below its landing page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from wagtail.models import Locale

from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Passage
from ogp_wagtail.pages.models import OpenGovernmentPage
from ogp_wagtail.plans.models import Plan

PASSAGES_A_PAGE = 50


def landing_page() -> Any:
    """The landing page, in the active language where there is one; for what is written without a request; else None."""
    pages = OpenGovernmentPage.objects.live().order_by("path")
    return pages.filter(locale=Locale.get_active()).first() or pages.first()


def search_address(landing: Any, request: Any = None) -> str:
    """The address of the search."""
    return below(landing, landing.reverse_subpage("search"), request)


def item_address(
    landing: Any, item: EvidenceItem, request: Any = None, passage: Passage | None = None, q: str = ""
) -> str:
    """The address of an item's own page; with a passage, of the place where it stands, the words marked."""
    address = below(landing, landing.reverse_subpage("document", args=[item.public_id]), request)
    if passage is None:
        return address
    sheet = (passage.number - 1) // PASSAGES_A_PAGE + 1
    parameters = {"q": q, "page": sheet if sheet > 1 else ""}
    given = urlencode({name: value for name, value in parameters.items() if value})
    return f"{address}{'?' if given else ''}{given}#{passage.anchor}"


def file_address(landing: Any, version: EvidenceVersion, request: Any = None) -> str:
    """The address of a version's file: its own for good, also when it is replaced or withdrawn."""
    named = [version.item.public_id, version.number]
    return below(landing, landing.reverse_subpage("version", args=named), request)


def export_address(landing: Any, plan: Plan, request: Any = None) -> str:
    """The address of all public evidence of a plan as a ZIP."""
    return below(landing, landing.reverse_subpage("evidence_export", args=[plan.key]), request)


def below(landing: Any, path: str, request: Any) -> str:
    """An address below the landing page; whole (with the site's name) when there is no request."""
    base = landing.get_url(request) if request else landing.full_url
    return f"{base or '/'}{path}"
