"""Keeping bytes: each file once, whoever stores it, in a place that nobody else writes to or deletes from (D8)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from ogp_wagtail.evidence.files import CHUNK, Fingerprint, fingerprint
from ogp_wagtail.evidence.models import EvidenceVersion, StoredFile
from ogp_wagtail.evidence.models.stored import new_name, storage

Verdict = StoredFile.Verdict


def keep_bytes(file: IO[bytes], found: Fingerprint) -> StoredFile:
    """The row that holds these bytes: the one there is, or a new one.

    They are written in any case, and thrown away where they are there already: so that nobody can tell by the
    time an upload takes whether another city keeps the same file. What was lost or changed is mended by it.
    """
    file.seek(0)
    name = storage().save(new_name(), File(file))
    stored, is_new = StoredFile.objects.get_or_create(
        sha256=found.sha256, defaults={"size": found.size, "name": name}
    )
    if is_new:
        note(stored, Verdict.SOUND)
    elif is_sound(stored):
        storage().delete(name)
    else:
        mend(stored, name)
    return stored


def mend(stored: StoredFile, name: str) -> None:
    """Put sound bytes in the place of lost or changed ones; these are deleted."""
    spoiled, stored.name = stored.name, name
    stored.save(update_fields=["name"])
    note(stored, Verdict.SOUND)
    transaction.on_commit(lambda: storage().delete(spoiled))


def is_sound(stored: StoredFile) -> bool:
    """Whether the storage gives what was stored. Read anew only when its size or its time has changed."""
    seen = look(stored)
    if seen == stored.seen and (seen or stored.verdict == Verdict.MISSING):
        return stored.verdict == Verdict.SOUND
    return verify(stored) == Verdict.SOUND


def verify(stored: StoredFile) -> str:
    """Read the file and compare its hash with what was stored; writes the verdict down and returns it."""
    found = hash_now(stored)
    if found is None:
        return note(stored, Verdict.MISSING)
    return note(stored, Verdict.SOUND if found == stored.sha256 else Verdict.CHANGED)


def hash_now(stored: StoredFile) -> str | None:
    """The SHA-256 of what the storage gives; none when it gives nothing."""
    try:
        with stored.open() as file:
            return fingerprint(file).sha256
    except OSError:
        return None


def whose(stored: StoredFile) -> StoredFile | None:
    """Whose bytes are in the place of changed ones; none where nobody's."""
    if stored.verdict != Verdict.CHANGED:
        return None
    return StoredFile.objects.exclude(pk=stored.pk).filter(sha256=hash_now(stored)).first()


def note(stored: StoredFile, verdict: Verdict) -> str:
    """Write down how a file was found, and what the storage says of it now."""
    stored.verdict, stored.seen, stored.verified_at = verdict, look(stored), timezone.now()
    stored.save(update_fields=["verdict", "seen", "verified_at"])
    return verdict


def look(stored: StoredFile) -> str:
    """Size and time of a file by the storage, without reading it; empty when it is not there."""
    try:
        return f"{storage().size(stored.name)} {modified(stored)}"
    except OSError:
        return ""


def modified(stored: StoredFile) -> str:
    """When a file was last written; empty on a storage that does not say."""
    try:
        return storage().get_modified_time(stored.name).isoformat()
    except NotImplementedError:
        return ""


def drop_unused() -> int:
    """Forget the bytes of which no version is left, as when a demo is taken away. Returns how many files."""
    unused = list(StoredFile.objects.filter(versions=None))
    for stored in unused:
        stored.delete()
        transaction.on_commit(partial(storage().delete, stored.name))
    return len(unused)


@contextmanager
def local_path(stored: StoredFile) -> Iterator[Path]:
    """The bytes as a file on this machine; one from elsewhere is fetched and thrown away afterwards.

    Raises ``OSError`` when the storage has lost it.
    """
    if stored.path:
        yield stored.path
        return
    with tempfile.NamedTemporaryFile() as copy, stored.open() as original:
        shutil.copyfileobj(original, copy, CHUNK)
        copy.flush()
        yield Path(copy.name)


def unkeep(version: EvidenceVersion) -> None:
    """Delete the files of a version that a roll-back takes back: the database takes back rows alone."""
    if not version.stored.versions.exclude(item=version.item_id).exists():
        storage().delete(version.stored.name)
    if version.document:
        storage().delete(version.document.file.name)
