"""What is done with evidence: store, replace, withdraw, link. Nothing is ever lost by any of them (D8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import IO, Any, Literal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from ogp_wagtail.evidence import documents, files, index, keeping
from ogp_wagtail.evidence.entries import of_item as entry_of
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceLink, EvidenceVersion, Folder, StoredFile
from ogp_wagtail.evidence.models.link import KINDS
from ogp_wagtail.evidence.work import index_later, read_later
from ogp_wagtail.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a file: the item, the version that holds it, and whether that is new."""

    item: EvidenceItem
    version: EvidenceVersion
    outcome: Literal["added", "changed", "unchanged"]


def store(
    plan: Plan,
    folder: Folder,
    file: IO[bytes],
    name: str,
    *,
    title: str = "",
    user: Any = None,
    source_path: str = "",
    **facts: Any,
) -> Stored:
    """Make an item of a file, with its first version and the job that reads it, in one transaction.

    ``source_path`` says where an import found the file. One that was imported from there before is compared
    by its hash: the same is left alone, another becomes a new version. ``facts`` are further fields of the
    item.
    """
    found = files.fingerprint(file)
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        before = EvidenceItem.objects.filter(plan=plan, source_path=source_path).select_related("current")
        known = before.first() if source_path else None
        if known:
            return renewed(known, file, name, found, user)
        item = EvidenceItem.objects.create(
            plan=plan,
            folder=folder,
            title=(title or files.display_name(name))[:255],
            added_by=user,
            source_path=source_path,
            **facts,
        )
        return Stored(item, add_version(item, file, name, found, user), "added")


def renewed(item: EvidenceItem, file: IO[bytes], name: str, found: files.Fingerprint, user: Any) -> Stored:
    """The item with the file as its latest version, whether it is that already or not."""
    if item.current and item.current.sha256 == found.sha256:
        return Stored(item, item.current, "unchanged")
    return Stored(item, add_version(item, file, name, found, user), "changed")


def replace(
    item: EvidenceItem,
    file: IO[bytes],
    name: str,
    *,
    user: Any = None,
    note: str = "",
    close_earlier: bool = False,
) -> Stored:
    """Put another file in the place of the item's present one, which is kept as an earlier version.

    ``note`` says what is different. ``close_earlier`` keeps the earlier versions from the public when this one may
    be seen: the original of a copy without the names. Those of an item that was not public are closed in any case.
    """
    found = files.fingerprint(file)
    with transaction.atomic():
        locked = EvidenceItem.objects.select_for_update().get(pk=item.pk)
        stored = renewed(locked, file, name, found, user)
        if stored.outcome == "changed":
            earlier = locked.versions.exclude(pk=stored.version.pk)
            if close_earlier or locked.privacy != EvidenceItem.Privacy.PUBLIC:
                earlier.update(is_closed=True)
            stored.version.note = note
            stored.version.save(update_fields=["note"])
        return stored


def add_version(
    item: EvidenceItem, file: IO[bytes], name: str, found: files.Fingerprint, user: Any
) -> EvidenceVersion:
    """Store a file as the item's next version and have it read."""
    stored = keeping.keep_bytes(file, found)
    document = documents.stands_for(item, stored, name, found, user)
    return next_version(item, stored, document, name)


def next_version(item: EvidenceItem, stored: StoredFile, document: Any, name: str) -> EvidenceVersion:
    """Make bytes that are kept the item's current version."""
    last = item.versions.aggregate(last=Max("number"))["last"] or 0
    version: EvidenceVersion = item.versions.create(
        number=last + 1,
        stored=stored,
        document=document,
        sha256=stored.sha256,
        size=stored.size,
        file_name=files.display_name(name),
        file_type=files.file_type(name),
    )
    item.current = version
    item.save(update_fields=["current"])
    index.take_out(entry_of(item))
    read_later(version)
    index_later(item)
    return version


def adopt(document: Any) -> EvidenceVersion | None:
    """Somebody changed a document of evidence in Wagtail: its new file is the next version, ours keeps the old.

    Returns the version; none when the document has the file of its version, or is no evidence.
    """
    before = EvidenceVersion.objects.select_related("item").filter(document=document).first()
    if before is None:
        return None
    with document.file.storage.open(document.file.name, "rb") as file:
        found = files.fingerprint(file)
        if found.sha256 == before.sha256:
            return None
        with transaction.atomic():
            item = EvidenceItem.objects.select_for_update().get(pk=before.item_id)
            documents.let_go(item)
            return next_version(item, keeping.keep_bytes(file, found), document, document.filename)


def put_back(item: EvidenceItem, user: Any = None) -> None:
    """Make a document for an item whose document somebody deleted in Wagtail; nothing else is lost by that."""
    version = item.current
    if version is None or version.document_id:
        return
    with transaction.atomic(), version.stored.open() as file:
        found = files.fingerprint(file)
        version.document = documents.stands_for(item, version.stored, version.file_name, found, user)
        version.save(update_fields=["document"])


def withdraw(item: EvidenceItem, reason: str) -> None:
    """Take an item out of public view and search. It stays, with its versions, the day and the reason."""
    item.withdrawn_on, item.withdrawn_reason = timezone.localdate(), reason
    item.save(update_fields=["withdrawn_on", "withdrawn_reason"])


def link(item: EvidenceItem, target: Any) -> EvidenceLink:
    """Say that the item proves something about a target within its own plan (EV-03).

    Raises ``ValueError`` for a target of another plan.
    """
    if plan_of(target) != item.plan_id:
        kind = target._meta.verbose_name
        raise ValueError(f"The {kind} {target} belongs to another plan than the evidence {item}.")
    return EvidenceLink.objects.get_or_create(item=item, **{KINDS[target._meta.model_name]: target})[0]


def set_links(item: EvidenceItem, targets: Mapping[str, Iterable[Any]]) -> None:
    """Make the item prove exactly these targets, given by kind; kinds that are not given stay as they are."""
    for kind, rows in targets.items():
        wanted = list(rows)
        item.links.exclude(**{kind: None}).exclude(**{f"{kind}__in": wanted}).delete()
        for target in wanted:
            link(item, target)


def checked(item: EvidenceItem, opened: bool, day: date) -> None:
    """Note whether the item's address opened on a day; a broken link proves nothing until it is mended (EV-07)."""
    item.checked_on, item.is_broken = day, not opened
    item.save(update_fields=["checked_on", "is_broken"])


def plan_of(target: Any) -> int:
    """The key of the plan to which a target belongs."""
    if isinstance(target, Plan):
        return target.pk
    return int(target.plan_id if hasattr(target, "plan_id") else target.commitment.plan_id)
