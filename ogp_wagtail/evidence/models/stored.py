"""The bytes of files, each kept once, whatever number of versions and items they stand for."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Final

from django.core.files import File
from django.core.files.storage import Storage
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model

# Below the folder that Wagtail tells sites to close against direct access, with names that neither tell what is
# inside nor can be guessed from a hash, and without an ending by which a web server would let a file run.
FOLDER: Final = "documents/ogp-evidence"


def storage() -> Storage:
    """Where the site keeps its documents."""
    of_documents: Storage = get_document_model()._meta.get_field("file").storage
    return of_documents


def new_name() -> str:
    """A name for one file more."""
    key = uuid.uuid4().hex
    return f"{FOLDER}/{key[:2]}/{key}"


class StoredFile(models.Model):
    """A file's bytes: written once, never changed, found again by their SHA-256.

    ``verdict`` is what the last look at the storage gave, ``seen`` what the storage said then of size and time:
    while it says the same, the verdict holds.
    """

    class Verdict(models.TextChoices):
        SOUND = "sound", _("as it was stored")
        MISSING = "missing", _("missing in the storage")
        CHANGED = "changed", _("other bytes than were stored")

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    name = models.CharField(_("name in the storage"), max_length=255, unique=True)
    verdict = models.CharField(_("state"), max_length=10, choices=Verdict.choices, default=Verdict.SOUND)
    seen = models.CharField(max_length=80, blank=True, editable=False)
    verified_at = models.DateTimeField(_("verified on"), default=timezone.now)

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")
        ordering = ["pk"]
        indexes = [models.Index(fields=["verified_at"], name="ogp_stored_verified")]

    def __str__(self) -> str:
        return self.name

    def open(self) -> File[bytes]:
        """The file, to be read. Raises ``OSError`` when the storage has lost it."""
        return storage().open(self.name, "rb")

    @property
    def path(self) -> Path | None:
        """Where the file is on this machine; none when it is kept elsewhere."""
        try:
            return Path(storage().path(self.name))
        except NotImplementedError:
            return None
