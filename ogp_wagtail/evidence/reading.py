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
from ogp_wagtail.evidence.permissions import Visitor, can_see_drafts_of
from ogp_wagtail.evidence.spots import Anchors, Spot, Spots
from ogp_wagtail.evidence.text import Query, mark_all, to_html


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage as it is read: its anchor, its text with marks, the address of its place in the file.

    ``before`` and ``after`` are the places around it where the words stand too, if it has some of them.
    """

    anchor: str
    passage: Passage
    html: SafeString
    original: str
    marks: int = 0
    before: Spot | None = None
    after: Spot | None = None


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
    allowed = (
        can_see_drafts_of(user, item.plan_id) or EvidenceItem.objects.public().filter(pk=item.pk).exists()
    )
    return passages if allowed else passages.none()


def marked(passages: Iterable[Passage], query: Query, file: str, spots: Spots) -> list[Marked]:
    """The passages with their marks. A page's anchor stands at its first passage only.

    ``file`` is the address of the file when it can be opened at a page, else empty.
    """
    anchors = Anchors()
    return [marked_one(passage, anchors.of(passage), query, file, spots) for passage in passages]


def marked_one(passage: Passage, anchor: str, query: Query, file: str, spots: Spots) -> Marked:
    """One passage with its marks."""
    parts = mark_all(passage.text, query, passage.language)
    html = mark_safe(to_html(parts))  # noqa: S308 - escaped part by part
    at_page = f"{file}#page={passage.place_number}" if file and anchor.startswith("page-") else ""
    marks = sum(part.marked for part in parts)
    around = (spots.before(passage.number), spots.after(passage.number)) if marks else (None, None)
    return Marked(anchor, passage, html, at_page, marks, *around)


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
    return present_file(item, versions) if item.current and item.current.file_type == "pdf" else ""


def present_file(item: EvidenceItem, versions: Iterable[Copy]) -> str:
    """The address of the present file, for whoever may have it."""
    return next((copy.address for copy in versions if copy.version.pk == item.current_id), "")
