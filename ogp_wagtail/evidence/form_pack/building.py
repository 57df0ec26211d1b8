"""From the evidence of a plan to a pack for OGP's form: what is in it, in which order, and what did not fit.

OGP's end-of-commitment form takes at most three files of 10 MB. What is not in them has its public link and hash in the
index, which is all that the form needs to be checked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext

from ogp_wagtail.evidence.exporting import Entry, entries
from ogp_wagtail.evidence.form_pack.merging import SECONDS
from ogp_wagtail.evidence.keeping import local_path
from ogp_wagtail.fields import label
from ogp_wagtail.handbook.vocabularies import EVIDENCE_TYPES
from ogp_wagtail.plans.models import Plan

FILES: Final = 3
MOST: Final = 10_000_000
LARGEST: Final = 200_000_000  # bytes of originals that one pack looks at


class CannotPack(Exception):
    """The files could not be merged; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Packed:
    """An item of a pack: in which file and on which pages, or why it is not in one."""

    number: int
    title: str
    kind: str
    link: str
    sha256: str
    file: int
    first: int
    last: int
    why: str


@dataclass(slots=True)
class FormPack:
    """A pack: its files by name, and what became of each item."""

    files: dict[str, bytes] = field(default_factory=dict)
    items: list[Packed] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """As commands print it."""
        rows = [{name: getattr(one, name) for name in one.__slots__} for one in self.items]
        return {"files": {name: len(data) for name, data in self.files.items()}, "items": rows}


def candidates(plan: Plan, commitment: str = "") -> list[Entry]:
    """What is public of a plan, or of one of its commitments by code, in the order of the form.

    The process comes first, then the commitments by code; within each by the types of Annex 5, and by date.
    """
    found = entries(plan, everything=False)
    if commitment:
        found = [one for one in found if commitment in codes(one)]
    return sorted(found, key=form_order)


def codes(entry: Entry) -> list[str]:
    """The commitments that an item is about."""
    owner = entry.item.folder.commitment
    proved = [one.commitment for one in entry.proves if one.commitment]
    return proved or ([owner.code] if owner else [])


def form_order(entry: Entry) -> tuple[Any, ...]:
    """The key by which the form goes through the evidence."""
    about = min(codes(entry), default="")
    kind = entry.item.kind
    place = EVIDENCE_TYPES.slugs.index(kind) if kind in EVIDENCE_TYPES.slugs else len(EVIDENCE_TYPES.slugs)
    return about, place, str(entry.item.dated_on or "9999"), entry.item.pk


def build(plan: Plan, chosen: Sequence[Entry]) -> FormPack:
    """Make the pack of these entries, in this order. Raises :class:`CannotPack`."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        task = task_of(plan, chosen, Path(folder), held)
        told = run(task)
        pack = FormPack({one["name"]: (Path(folder) / one["name"]).read_bytes() for one in told["files"]})
    where = {one["number"]: one for one in told["items"]}
    pack.items = [packed(item, entry, where) for item, entry in zip(task["items"], chosen, strict=True)]
    return pack


def task_of(plan: Plan, chosen: Sequence[Entry], folder: Path, held: ExitStack) -> dict[str, Any]:
    """What the merging process is told."""
    return {
        "title": gettext("Evidence: %(plan)s") % {"plan": plan.title},
        "about": gettext(
            "%(count)s items. Each stands in full at its link; its SHA-256 proves which file was meant."
        )
        % {"count": len(chosen)},
        "words": {
            "in": gettext("In file {file}, pages {first} to {last}."),
            "link": gettext("Not in these files: see the link."),
        },
        "items": list(told_of(chosen, held)),
        "files": FILES,
        "most": MOST,
        "folder": str(folder),
    }


def told_of(chosen: Iterable[Entry], held: ExitStack) -> Iterable[dict[str, Any]]:
    """Each item with what the index says of it, and the path of its PDF where it has one that is not too large."""
    looked_at = 0
    for number, entry in enumerate(chosen, start=1):
        version = entry.version
        path = ""
        if version and version.file_type == "pdf" and looked_at + version.size <= LARGEST:
            looked_at += version.size
            path = str(held.enter_context(local_path(version.stored)))
        yield {
            "number": number,
            "title": entry.item.title,
            "what": what(entry),
            "link": entry.link if version else entry.item.address or entry.link,
            "sha256": version.sha256 if version else "",
            "path": path,
        }


def what(entry: Entry) -> str:
    """Type, date, commitments, and the name of the file."""
    item = entry.item
    parts = [
        f"{item.kind} {label(EVIDENCE_TYPES, item.kind)}" if item.kind else "",
        item.dated_on.isoformat() if item.dated_on else "",
        ", ".join(dict.fromkeys(codes(entry))),
        entry.version.file_name if entry.version else "",
    ]
    return " · ".join(part for part in parts if part)


def run(task: dict[str, Any]) -> dict[str, Any]:
    """Have it done by a process with limits."""
    command = [sys.executable, "-m", "ogp_wagtail.evidence.form_pack.merging"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, by our own interpreter
            command,
            input=json.dumps(task),
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise CannotPack(
            gettext("The files are too large or too many to be merged. Choose fewer.")
        ) from error
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def packed(item: dict[str, Any], entry: Entry, where: dict[int, dict[str, Any]]) -> Packed:
    """What became of an item."""
    said = where.get(item["number"], {"file": 0, "first": 0, "last": 0, "why": ""})
    return Packed(
        number=item["number"],
        title=item["title"],
        kind=entry.item.kind,
        link=item["link"],
        sha256=item["sha256"],
        file=said["file"],
        first=said["first"] if said["file"] else 0,
        last=said["last"] if said["file"] else 0,
        why="" if said["file"] else in_words(said["why"], entry),
    )


def in_words(why: str, entry: Entry) -> str:
    """Why an item is in none of the files."""
    said = {
        "encrypted": gettext("The PDF is locked by a password."),
        "unreadable": gettext("The PDF is damaged and could not be merged."),
        "too-large": gettext("Even made smaller it is larger than a file of the form may be (10 MB)."),
        "full": gettext("The three files of the form are full."),
    }
    if why:
        return said[why]
    if entry.version is None:
        return entry.note
    if entry.version.file_type != "pdf":
        return gettext("Only PDF files can be merged; this one has its link in the index.")
    return gettext("There are too many large files; it has its link in the index.")
