"""The room's later work: reading the text out of a version's file, and keeping what can be found in step."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ogp_wagtail import findable
from ogp_wagtail.evidence import entries, index
from ogp_wagtail.evidence.drift import repair
from ogp_wagtail.evidence.extraction import Extraction, Unreadable, can_recognise, extract
from ogp_wagtail.evidence.keeping import is_sound, local_path
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, SearchEntry
from ogp_wagtail.evidence.outcomes import keep, refuse
from ogp_wagtail.jobs.clock import register_tick
from ogp_wagtail.jobs.kinds import register_kind
from ogp_wagtail.jobs.models import Job, queue_name
from ogp_wagtail.jobs.queue import enqueue
from ogp_wagtail.jobs.runner import run_one
from ogp_wagtail.plans.models import Plan

EXTRACT: Final = "evidence.extract"
RECOGNISE: Final = "evidence.recognise"
INDEX: Final = "evidence.index"
FOLLOW: Final = "evidence.follow"
TRAITS: Final = "evidence.traits"
REPAIR: Final = "evidence.repair"
State = EvidenceVersion.TextState


def read_later(version: EvidenceVersion) -> Job:
    """Queue the reading of a version's file."""
    return enqueue(EXTRACT, key=str(version.pk), version=version.pk, sha256=version.sha256)


def read_now(version: EvidenceVersion) -> EvidenceVersion:
    """Read a version's file at once if its job still waits; the version as it is then."""
    job = Job.objects.filter(waiting_key=queue_name(EXTRACT, str(version.pk))).first()
    if job:
        run_one(job.pk)
    version.refresh_from_db()
    return version


def recognise_later(version: EvidenceVersion) -> Job | None:
    """Queue the recognition of the pages that are pictures, where that is installed and there are such."""
    if not version.scanned_pages or not can_recognise():
        return None
    return enqueue(RECOGNISE, key=str(version.pk), version=version.pk, sha256=version.sha256)


def index_later(item: EvidenceItem) -> Job:
    """Queue the indexing of an item's text anew, for instance because its title has changed."""
    return enqueue(INDEX, key=str(item.pk), item=item.pk)


def follow_later(kind: str, key: UUID) -> Job:
    """Queue the reading of what a row of another room says, by the name of its kind and its key."""
    return enqueue(FOLLOW, key=f"{kind or 'plan'} {key}", thing=kind, row=str(key))


def count_later(plan: int) -> Job:
    """Queue the sorting of a plan's evidence into what facets count."""
    return enqueue(TRAITS, key=str(plan), plan=plan)


def read(version: int, sha256: str) -> None:
    """Read a version's file in the sandbox and store what came of it; done again, it changes nothing."""
    waiting = EvidenceVersion.objects.filter(pk=version, sha256=sha256, text_state=State.WAITING)
    found = waiting.select_related("item__plan", "stored").first()
    if found is None:
        return
    outcome = text_of(found)
    with transaction.atomic():
        if waiting.select_for_update().exists():
            keep(found, outcome)
            recognise_later(found)


def text_of(version: EvidenceVersion) -> Extraction | Unreadable:
    """What the readers make of a version's file."""
    if not is_sound(version.stored):
        return Unreadable("missing_file")
    with local_path(version.stored) as path:
        return extract(path, version.file_name, alone=version.item.privacy != "public")


def give_up(version: int, sha256: str) -> None:
    """The reading failed each time: say so at the version instead of "still being read"."""
    found = (
        EvidenceVersion.objects.select_related("item").filter(pk=version, text_state=State.WAITING).first()
    )
    if found:
        refuse(found, Unreadable("reader_failed"))


def index_anew(item: int) -> None:
    """Index an item's text anew, if there still is such an item."""
    found = SearchEntry.objects.filter(item=item).first()
    if found:
        with transaction.atomic():
            index.put(found)


def follow(thing: str, row: str) -> None:
    """Bring what can be found of a row into step with what it says now."""
    with transaction.atomic():
        entries.follow(findable.kind_named(thing), row)


def count_anew(plan: int) -> None:
    """Sort a plan's evidence anew into what facets count, if there still is such a plan."""
    found = Plan.objects.filter(pk=plan).first()
    if found:
        entries.renew_traits(found)


def register() -> None:
    """Tell the queue what this room's jobs are."""
    register_kind(EXTRACT, read, give_up=give_up, label=_("read the text of a file"))
    register_tick(
        REPAIR, repair, every=timedelta(hours=1), queue="slow", label=_("bring the search up to date")
    )
    register_kind(INDEX, index_anew, label=_("index the text of evidence"))
    register_kind(FOLLOW, follow, label=_("index the text of a page or a report"))
    register_kind(TRAITS, count_anew, label=_("sort evidence by what it is about"))
