"""Files that a clerk drops on a plan: each is taken by itself, and it is said at once what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext

from ogp_wagtail.evidence import actions, files, folders
from ogp_wagtail.evidence.models import EvidenceItem, EvidenceVersion, Folder
from ogp_wagtail.evidence.quota import most_bytes, too_large
from ogp_wagtail.evidence.suggestions import folder_of
from ogp_wagtail.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of a file: added, known (the plan has it already), or refused with the reason."""

    name: str
    outcome: Literal["added", "known", "refused"]
    message: str
    size: int = 0
    sha256: str = ""
    item: int | None = None
    folder: str = ""

    def as_dict(self) -> dict[str, Any]:
        """As the page's script reads it."""
        return {name: getattr(self, name) for name in self.__slots__}


def take(plan: Plan, file: UploadedFile[Any], path: str, into: Folder | None, user: Any) -> Arrived:
    """Store one file, in ``into`` or else the folder that its path names. Never raises: the others are to arrive."""
    path = path or file.name or ""
    name = files.display_name(path)
    if (file.size or 0) > most_bytes():
        return Arrived(name, "refused", too_large())
    if not file.size:
        return Arrived(name, "refused", gettext("The file is empty. Save it again, and upload it then."))
    try:
        return stored(plan, file, name, into or sorted_by(plan, path), user)
    except OSError as error:
        words = gettext("The file could not be stored (%(why)s). The others are not touched; try it again.")
        return Arrived(name, "refused", words % {"why": error.strerror or error})


def stored(plan: Plan, file: UploadedFile[Any], name: str, folder: Folder, user: Any) -> Arrived:
    """The file as a new item, unless the plan has its bytes already; two clerks at once get one item."""
    found = files.fingerprint(file)
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        twin = twin_of(plan, found.sha256)
        if twin:
            return Arrived(name, "known", known(twin), found.size, found.sha256, twin.pk, twin.folder.name)
        item = actions.store(plan, folder, file, name, user=user).item
    return Arrived(name, "added", gettext("arrived"), found.size, found.sha256, item.pk, folder.name)


def twin_of(plan: Plan, sha256: str) -> EvidenceItem | None:
    """The item of the same plan that has, or had, these bytes."""
    version = EvidenceVersion.objects.select_related("item__folder").filter(item__plan=plan, sha256=sha256)
    first = version.order_by("item__withdrawn_on", "pk").first()
    return first.item if first else None


def known(twin: EvidenceItem) -> str:
    """Where the same file is already."""
    words = gettext("is there already: “%(title)s” in %(folder)s; not stored twice")
    if twin.withdrawn_on:
        words = gettext("was withdrawn as “%(title)s” in %(folder)s; not stored again")
    return words % {"title": twin.title, "folder": twin.folder.name}


def sorted_by(plan: Plan, path: str) -> Folder:
    """The folder of the commitment whose code the path names, else that of the development process (REPO-02)."""
    return folder_of(path, folders_of(plan)) or folders.process(plan)


def folders_of(plan: Plan) -> Sequence[Folder]:
    """The plan's folders, each with its commitment."""
    return list(plan.folders.select_related("commitment").order_by("path"))
