"""Pages that are pictures of text, recognised some at a time by workers that have nothing more urgent to do.

What is done is stored after every few pages: a worker that is killed loses no more than these, and no page is
read twice.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence import index
from ogp_wagtail.evidence.extraction import Extraction, can_recognise, recognise
from ogp_wagtail.evidence.extraction import Passage as Piece
from ogp_wagtail.evidence.keeping import is_sound, local_path
from ogp_wagtail.evidence.models import EvidenceVersion, Passage, SearchEntry
from ogp_wagtail.evidence.outcomes import State, rows, save, say_what_is_left
from ogp_wagtail.evidence.work import RECOGNISE, recognise_later
from ogp_wagtail.jobs.clock import register_tick
from ogp_wagtail.jobs.kinds import register_kind

AGAIN: Final = "evidence.scans"
AT_ONCE: Final = 8  # pages a job, some seconds each
NEVER: Final = ("reader_failed", "missing_file", "scan")  # not the page's fault: the job is tried again


class NotNow(Exception):
    """The pages could not be read for a reason that is not theirs."""


def recognise_pages(version: int, sha256: str) -> None:
    """Recognise the next pages of a version, store what they say, and queue the rest."""
    waiting = EvidenceVersion.objects.filter(pk=version, sha256=sha256).exclude(scanned_pages=[])
    found = waiting.select_related("item__plan", "stored").first()
    if found is None:
        return
    pages = found.scanned_pages[:AT_ONCE]
    pieces = said_on(found, pages)
    with transaction.atomic():
        locked = waiting.select_for_update().first()
        if locked and locked.scanned_pages[: len(pages)] == pages:
            add(locked, pages, pieces)
            recognise_later(locked)


def said_on(version: EvidenceVersion, pages: list[int]) -> list[Piece]:
    """What these pages say; one that cannot be read says nothing. Raises :class:`NotNow` where none could be."""
    if not is_sound(version.stored):
        raise NotNow("The file is missing in the storage.")
    languages = languages_for(version)
    alone = version.item.privacy != "public"
    pieces: list[Piece] = []
    with local_path(version.stored) as path:
        for page in pages:
            outcome = recognise(path, page, languages, version.file_name, alone=alone)
            if isinstance(outcome, Extraction):
                pieces += outcome.passages
            elif outcome.reason_code in NEVER:
                raise NotNow(outcome.message)
    return pieces


def languages_for(version: EvidenceVersion) -> list[str]:
    """What the pages are probably written in, the likeliest first."""
    likely = [version.item.language, version.item.plan.language, settings.LANGUAGE_CODE]
    return [tag for tag in dict.fromkeys([*likely, *dict(settings.LANGUAGES)]) if tag]


def add(version: EvidenceVersion, pages: list[int], pieces: list[Piece]) -> None:
    """Store what pages say; say what is left, or that nothing could be recognised at all."""
    entry = SearchEntry.objects.get(item=version.item_id)
    Passage.objects.bulk_create(rows(entry, version, pieces), batch_size=100)
    if version.item.current_id == version.pk:
        index.put(entry)
    before, version.scanned_pages = len(version.scanned_pages), version.scanned_pages[len(pages) :]
    if version.passages.exists():
        version.text_state = State.READABLE
    if version.text_state == State.SCAN and not version.scanned_pages:
        refuse_for_good(version, before)
    else:
        say_what_is_left(version)


def refuse_for_good(version: EvidenceVersion, pages: int) -> None:
    """Say that recognition made nothing of a file."""
    version.reason_code, version.reason_params = "not_recognised", {"pages": pages}
    save(version)


def give_up(version: int, sha256: str) -> None:
    """Recognition failed each time: say so instead of "being recognised"."""
    found = EvidenceVersion.objects.filter(pk=version, sha256=sha256).exclude(scanned_pages=[]).first()
    if found:
        left, found.scanned_pages = len(found.scanned_pages), []
        refuse_for_good(found, left)


def recognise_all() -> int:
    """Queue every file that has such pages, as after recognition was installed; returns how many."""
    waiting = EvidenceVersion.objects.exclude(scanned_pages=[]) if can_recognise() else []
    return len([version for version in waiting if recognise_later(version)])


def register() -> None:
    """Tell the queue what recognition is; once a day look for files that wait for it."""
    label = _("recognise text in pictures")
    register_kind(RECOGNISE, recognise_pages, give_up=give_up, queue="slow", label=label)
    register_tick(AGAIN, recognise_all, every=timedelta(days=1), queue="slow", label=label)
