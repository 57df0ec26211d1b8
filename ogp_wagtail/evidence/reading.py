"""What an item's own page shows of its files and their text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from ogp_wagtail.evidence.addresses import file_address
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Passage, StoredFile
from ogp_wagtail.evidence.permissions import Visitor, can_see_drafts
from ogp_wagtail.evidence.text import Query, mark_all, to_html


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage as it is read: its anchor, its text with marks, the address of its place in the file."""

    anchor: str
    passage: Passage
    html: SafeString
    original: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A version, the address of its file (empty for whoever may not have it), and why it does not open now."""

    version: EvidenceVersion
    address: str
    trouble: str = ""


def passages_of(item: EvidenceItem, user: Any) -> QuerySet[Passage]:
    """The text of an item's present version, for whoever may read it."""
    of_version = Passage.objects.filter(version=item.current_id, version__isnull=False)
    passages = of_version.defer("stems", "words").order_by("number")
    allowed = can_see_drafts(user) or EvidenceItem.objects.public().filter(pk=item.pk).exists()
    return passages if allowed else passages.none()


def marked(passages: Iterable[Passage], query: Query, file: str) -> list[Marked]:
    """The passages with their marks. A page's anchor stands at its first passage only.

    ``file`` is the address of the file when it can be opened at a page, else empty.
    """
    seen: set[str] = set()
    found = []
    for passage in passages:
        anchor = f"p{passage.number}" if passage.anchor in seen else passage.anchor
        seen.add(anchor)
        parts = mark_all(passage.text, query, passage.language)
        html = mark_safe(to_html(parts))  # noqa: S308 - escaped part by part
        at_page = f"{file}#page={passage.place_number}" if file and anchor.startswith("page-") else ""
        found.append(Marked(anchor, passage, html, at_page))
    return found


def versions_of(item: EvidenceItem, user: Any, landing: Any, request: Any) -> list[Copy]:
    """All versions, the latest first, with the files that the visitor may have."""
    visitor = Visitor(user, item)
    return [
        Copy(version, file_address(landing, version, request), trouble(version))
        if visitor.may_have(version)
        else Copy(version, "")
        for version in item.versions.select_related("item", "stored")
    ]


def trouble(version: EvidenceVersion) -> str:
    """Why a version's file does not open now; empty while it is as it was stored."""
    sound = version.stored.verdict == StoredFile.Verdict.SOUND and version.stored.sha256 == version.sha256
    return "" if sound else gettext("under repair: %s") % version.stored.get_verdict_display()


def paged_file(item: EvidenceItem, versions: Iterable[Copy]) -> str:
    """The address of the present file when a browser can open it at a page: a PDF."""
    present = next((copy for copy in versions if copy.version.pk == item.current_id), None)
    return present.address if present and present.version.file_type == "pdf" else ""
