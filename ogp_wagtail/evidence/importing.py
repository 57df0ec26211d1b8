"""A tree of files becomes folders and items; taken again, only what is new or changed is added."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ogp_wagtail.evidence import actions, folders
from ogp_wagtail.evidence.files import shown
from ogp_wagtail.evidence.models import EvidenceVersion, Folder
from ogp_wagtail.evidence.work import read_now
from ogp_wagtail.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Refused:
    """A file and why it is not taken, or not searchable."""

    file: str
    reason: str

    def as_dict(self) -> dict[str, str]:
        """As commands print it."""
        return {"file": self.file, "reason": self.reason}


@dataclass(slots=True)
class Report:
    """How many files are new, changed, as before; which cannot be read, which were left out."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    unreadable: list[Refused] = field(default_factory=list)
    skipped: list[Refused] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """As commands print it."""
        return {
            "added": self.added,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "unreadable": [row.as_dict() for row in self.unreadable],
            "skipped": [row.as_dict() for row in self.skipped],
        }


def import_folder(plan: Plan, root: Path) -> Report:
    """Take every file below ``root`` into the plan's repository and read it; say what became of each."""
    folders.for_plan(plan)
    report = Report()
    importer = Importer(plan, root, report)
    for directory, names, files in os.walk(root):
        here = Path(directory)
        names[:] = importer.entered(here, names)
        for name in sorted(files):
            importer.take(here / name)
    return report


class Importer:
    """One run over a folder."""

    def __init__(self, plan: Plan, root: Path, report: Report) -> None:
        self.plan, self.root, self.report = plan, root.resolve(), report
        self.known: dict[Path, Folder] = {}

    def entered(self, here: Path, names: list[str]) -> list[str]:
        """The folders to go into: neither hidden ones nor links, which may lead anywhere or in a circle."""
        for name in sorted(names):
            if name.startswith("."):
                self.skip(here / name, _("hidden folder"))
            elif (here / name).is_symlink():
                self.skip(here / name, _("link to another folder"))
        return [name for name in sorted(names) if not name.startswith(".")]

    def take(self, path: Path) -> None:
        """Store one file and read it, or say why not."""
        reason = self.no_file(path)
        if reason:
            self.skip(path, reason)
            return
        try:
            self.store(path)
        except OSError as error:
            self.report.unreadable.append(
                Refused(self.label(path), _("cannot be opened: %s") % error.strerror)
            )

    def no_file(self, path: Path) -> str:
        """Why a name in the tree is not to be taken; empty when it is."""
        if path.name.startswith("."):
            return _("hidden file")
        if path.is_symlink() and not path.resolve().is_relative_to(self.root):
            return _("link to a file outside the folder")
        if not stat.S_ISREG(path.stat().st_mode if path.exists() else 0):
            return _("not a file")
        return ""

    def store(self, path: Path) -> None:
        """Put a file into its folder, read it at once, and count it."""
        with path.open("rb") as file:
            stored = actions.store(
                self.plan,
                self.folder(path.parent),
                file,
                shown(path.name),
                source_path=f"{self.root.name}/{self.label(path)}"[-500:],
            )
        setattr(self.report, stored.outcome, getattr(self.report, stored.outcome) + 1)
        self.report_text(path, read_now(stored.version))

    def report_text(self, path: Path, version: EvidenceVersion) -> None:
        """Say of a file whose text cannot be read why that is so."""
        if version.reason and version.text_state != EvidenceVersion.TextState.READABLE:
            self.report.unreadable.append(Refused(self.label(path), version.reason))
        elif version.text_state == EvidenceVersion.TextState.WAITING:
            self.report.unreadable.append(
                Refused(self.label(path), _("could not be read now; it waits for a worker."))
            )

    def folder(self, directory: Path) -> Folder:
        """The folder for a directory, made with all above it when first needed."""
        if directory not in self.known:
            parts = directory.resolve().relative_to(self.root).parts
            self.known[directory] = folders.inside(
                self.plan, [shown(part) for part in (self.root.name, *parts)]
            )
        return self.known[directory]

    def skip(self, path: Path, reason: str) -> None:
        """Leave something out, and say so."""
        self.report.skipped.append(Refused(self.label(path), reason))

    def label(self, path: Path) -> str:
        """How a file is called in the report: its path below the folder, in signs that can be written."""
        return shown(os.path.relpath(path, self.root))
