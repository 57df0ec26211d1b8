"""Looking after what is kept: is each file there, with the bytes that were stored, and nothing beside them?

Files are verified in the order in which they were last looked at, so that a limited run goes on where the one before
ended, whoever started it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from django.db.models import F, Sum
from django.utils import timezone
from django.utils.translation import gettext

from ogp_wagtail.evidence import keeping
from ogp_wagtail.evidence.files import fingerprint
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, StoredFile
from ogp_wagtail.evidence.models.stored import FOLDER, storage

BATCH: Final = 100
ROUND: Final = 30  # days in which a daily slice comes round
SLICE: Final = 200  # files that a slice has at least
Verdict = StoredFile.Verdict


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong with a file: what (missing, changed, swapped, stray, document), where, and in words."""

    what: str
    file: str
    message: str
    item: str = ""
    version: int | None = None


@dataclass(slots=True)
class Verified:
    """What a run found: how many files it read, and what is wrong."""

    checked: int = 0
    findings: list[Trouble] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """As commands print it."""
        return {"checked": self.checked, "findings": [asdict(one) for one in self.findings]}


def verify_all(limit: int | None = None) -> Verified:
    """Verify all files, or those that were verified longest ago. Names strays only when all are verified."""
    report, started = Verified(), timezone.now()
    while batch := longest_ago(started, report.checked, limit):
        for stored in batch:
            report.findings += troubles_of(stored)
        report.checked += len(batch)
    report.findings += rows_that_do_not_fit()
    if limit is None:
        report.findings += strays()
    return report


def verify_slice() -> Verified:
    """The share of a day: everything comes round in about a month."""
    return verify_all(max(SLICE, -(-StoredFile.objects.count() // ROUND)))


def longest_ago(started: Any, done: int, limit: int | None) -> list[StoredFile]:
    """The next files to verify."""
    most = BATCH if limit is None else min(BATCH, limit - done)
    waiting = StoredFile.objects.filter(verified_at__lt=started).order_by("verified_at", "pk")
    return list(waiting[: max(most, 0)])


def troubles_of(stored: StoredFile) -> Iterator[Trouble]:
    """What is wrong with one file and with the documents that show it, said at each version that has it."""
    verdict = keeping.verify(stored)
    versions = list(stored.versions.select_related("item", "document"))
    if verdict != Verdict.SOUND:
        message = in_words(stored, verdict)
        what = "swapped" if keeping.whose(stored) else str(verdict)
        yield from (at(version, what, stored.name, message) for version in versions)
        if not versions:
            yield Trouble(what, stored.name, message)
    for version in versions:
        if version.document and (wrong := wrong_document(version, version.document.file.name)):
            yield at(version, "document", version.document.file.name, wrong)


def in_words(stored: StoredFile, verdict: str) -> str:
    """What happened to the bytes."""
    if verdict == Verdict.MISSING:
        return gettext("The file is missing in the storage.")
    if other := keeping.whose(stored):
        return gettext("The file holds the bytes of another: %(other)s.") % {"other": other.name}
    return gettext("The file holds other bytes than were stored.")


def wrong_document(version: EvidenceVersion, name: str) -> str:
    """Why the file of a version's document does not hold its bytes; empty when it does."""
    try:
        if same_file(version.stored.name, name):
            return ""
        with storage().open(name, "rb") as file:
            same = fingerprint(file).sha256 == version.sha256
    except OSError:
        return gettext("The document in the site's list has lost its file. The version itself is kept.")
    return "" if same else gettext("The document in the site's list has another file than its version.")


def same_file(one: str, other: str) -> bool:
    """Whether both names are of one file on disk, so that reading it once is enough."""
    try:
        return Path(storage().path(one)).samefile(storage().path(other))
    except (NotImplementedError, OSError):
        return False


def rows_that_do_not_fit() -> Iterator[Trouble]:
    """Versions whose bytes are not those of their day, and items that show another item's version."""
    versions = EvidenceVersion.objects.select_related("item", "stored")
    for version in versions.exclude(sha256=F("stored__sha256")):
        yield at(
            version, "swapped", version.stored.name, gettext("The version points to another file's bytes.")
        )
    for item in EvidenceItem.objects.exclude(current=None).exclude(current__item=F("pk")):
        message = gettext("The item shows a version of another item.")
        yield Trouble("swapped", "", message, str(item.public_id))


def strays() -> Iterator[Trouble]:
    """Files in our folder that no row knows: left by a roll-back, or put there by somebody."""
    known = set(StoredFile.objects.values_list("name", flat=True))
    for name in names_below(FOLDER):
        if name not in known:
            yield Trouble("stray", name, gettext("No evidence has this file. It may be deleted."))


def names_below(folder: str) -> Iterator[str]:
    """The files in a folder of the storage and in all folders below it; none where it cannot list them."""
    try:
        folders, files = storage().listdir(folder)
    except (NotImplementedError, OSError):
        return
    yield from (f"{folder}/{name}" for name in sorted(files))
    for name in sorted(folders):
        yield from names_below(f"{folder}/{name}")


def at(version: EvidenceVersion, what: str, file: str, message: str) -> Trouble:
    """A trouble, at the version that has it."""
    return Trouble(what, file, message, str(version.item.public_id), version.number)


def status() -> dict[str, Any]:
    """How the files stand by the last look at each, for ``ogp_status``; ``problems`` asks somebody to act."""
    files = StoredFile.objects
    spoiled = files.exclude(verdict=Verdict.SOUND).count()
    oldest = files.order_by("verified_at").values_list("verified_at", flat=True).first()
    words = gettext("%(count)s files of evidence are missing or changed; ogp_verify names them.")
    return {
        "files": files.count(),
        "bytes": files.aggregate(total=Sum("size"))["total"] or 0,
        "spoiled": spoiled,
        "verified_since": oldest,
        "problems": [words % {"count": spoiled}] if spoiled else [],
    }
