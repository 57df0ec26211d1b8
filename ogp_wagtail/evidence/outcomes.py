"""What came out of a file, as rows: its passages with their places and languages, or why there are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from django.conf import settings

from ogp_wagtail.evidence import index
from ogp_wagtail.evidence.extraction import Extraction, Unreadable, can_recognise
from ogp_wagtail.evidence.extraction import Passage as Piece
from ogp_wagtail.evidence.models import EvidenceVersion, Passage, SearchEntry
from ogp_wagtail.evidence.text import languages_of

State = EvidenceVersion.TextState
MOST_SCANS: Final = 2_000  # pages of one file whose text is recognised
A_PAGE: Final = 100  # numbers for each page of a file some of whose pages are recognised later


def keep(version: EvidenceVersion, outcome: Extraction | Unreadable) -> None:
    """Write passages, and index those of a current version; or the reason why there are none."""
    if isinstance(outcome, Unreadable):
        return refuse(version, outcome)
    version.read_as, version.scanned_pages = outcome.kind, list(outcome.scanned[:MOST_SCANS])
    entry = SearchEntry.objects.get(item=version.item_id)
    passages = rows(entry, version, outcome.passages, outcome.language)
    if version.item.current_id == version.pk:
        index.store(entry, passages)
    else:
        Passage.objects.bulk_create(passages, batch_size=100)
    version.text_state = State.READABLE
    say_what_is_left(version)
    return None


def refuse(version: EvidenceVersion, reason: Unreadable) -> None:
    """Write why a file gave no text. Of a scan, note the pages that may be recognised."""
    is_scan = reason.reason_code == "scan"
    version.text_state = State.SCAN if is_scan else State.UNREADABLE
    version.reason_code, version.reason_params = reason.reason_code, dict(reason.params)
    if is_scan:
        pages = min(int(reason.params["pages"]), MOST_SCANS)
        version.scanned_pages = list(range(1, pages + 1))
        say_what_is_left(version)
    else:
        save(version)


def say_what_is_left(version: EvidenceVersion) -> None:
    """The reason that a version gives while some of its pages are pictures, and none once all were read."""
    left = len(version.scanned_pages)
    if not left:
        code = ""
    elif can_recognise():
        code = "recognising"
    else:
        code = "partly_scan" if version.text_state == State.READABLE else "scan"
    version.reason_code, version.reason_params = code, {"pages": left} if left else {}
    save(version)


def save(version: EvidenceVersion) -> None:
    """Write what is known of a version's text."""
    version.save(update_fields=["text_state", "reason_code", "reason_params", "scanned_pages", "read_as"])


def rows(
    entry: SearchEntry, version: EvidenceVersion, pieces: Sequence[Piece], said: str = ""
) -> list[Passage]:
    """Pieces of extracted text as rows, each in its own language. ``said`` is the one that the file claims."""
    languages = languages_in(version, pieces, said)
    numbers = numbers_of(pieces) if version.scanned_pages else range(1, len(pieces) + 1)
    numbered = zip(numbers, pieces, languages, strict=True)
    return [row(entry, version, number, piece, language) for number, piece, language in numbered]


def numbers_of(pieces: Iterable[Piece]) -> list[int]:
    """Numbers that follow the pages, so that what is recognised later stands in its place."""
    pages = groupby(pieces, lambda piece: piece.place.number or 0)
    return [page * A_PAGE + place for page, group in pages for place, _piece in enumerate(group)]


def languages_in(version: EvidenceVersion, pieces: Sequence[Piece], said: str = "") -> list[str]:
    """The language of each piece: as the item says, else as its words tell, else as the file says."""
    if version.item.language:
        return [version.item.language] * len(pieces)
    spoken = dict(settings.LANGUAGES)
    allowed = [version.item.plan.language, *spoken]
    if any(tag.partition("-")[0] == said.partition("-")[0].lower() for tag in allowed):
        allowed.insert(0, said)
    return languages_of([piece.text for piece in pieces], allowed)


def row(entry: SearchEntry, version: EvidenceVersion, number: int, piece: Piece, language: str) -> Passage:
    """One piece of extracted text as a row."""
    return Passage(
        entry=entry,
        version=version,
        number=number,
        place_kind=piece.place.kind,
        place_number=piece.place.number,
        place_name=piece.place.name[:255],
        place_range=piece.place.range[:60],
        heading=piece.heading[:255],
        language=language[:20],
        text=piece.text.replace("\x00", ""),
    )
