"""An item among the documents of the site: one document, in a collection of evidence, with the current file.

Its file is a second name of the bytes that we keep (a hard link where the storage is a disk, else a copy): editors
may replace or delete a document in Wagtail, and the bytes of a version stay.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.models import Collection

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence.files import Fingerprint, storage_name
from ogp_wagtail.evidence.models import EvidenceItem, StoredFile
from ogp_wagtail.evidence.models.stored import storage


def stands_for(item: EvidenceItem, stored: StoredFile, name: str, found: Fingerprint, user: Any) -> Any:
    """The item's document with the file of these bytes; made where there is none."""
    document: Any = let_go(item) or get_document_model()(
        title=item.title[:255], collection=collection(), uploaded_by_user=user
    )
    old = document.file.name
    document.file = second_name(stored, document, storage_name(name))
    document.file_size, document.file_hash = found.size, found.sha1
    document.save()
    if old:
        transaction.on_commit(lambda: storage().delete(old))
    return document


def let_go(item: EvidenceItem) -> Any:
    """The item's document, free to go on to its next version; none where it has none."""
    version = item.current
    document = version.document if version else None
    item.versions.exclude(document=None).update(document=None)
    return document


def collection() -> Collection:
    """The collection in which evidence is kept, made where missing."""
    name = ogp_settings.EVIDENCE_COLLECTION
    found = Collection.objects.filter(name=name).first()
    return found or Collection.get_first_root_node().add_child(name=name)


def second_name(stored: StoredFile, document: Any, name: str) -> str:
    """A name in the storage for a document's file with these bytes."""
    field = document._meta.get_field("file")
    wanted = storage().get_available_name(field.generate_filename(document, name), field.max_length)
    return wanted if linked(stored, wanted) else copied(stored, wanted)


def linked(stored: StoredFile, wanted: str) -> bool:
    """Whether the bytes could be given a second name on disk, which costs no space.

    Not on a storage that writes over files: there the new bytes would go into ours.
    """
    where = storage()
    if not isinstance(where, FileSystemStorage) or getattr(where, "_allow_overwrite", False):
        return False
    target = Path(where.path(wanted))
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(where.path(stored.name), target)
        return True
    return False


def copied(stored: StoredFile, wanted: str) -> str:
    """The bytes once more, where they cannot have two names."""
    with stored.open() as file:
        return storage().save(wanted, File(file))
