"""An export as a ZIP that is sent while it is made, or as a folder on this machine."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from ogp_wagtail.evidence.exporting import COLUMNS, Entry, index_document, index_rows
from ogp_wagtail.evidence.files import CHUNK
from ogp_wagtail.evidence.tables import as_csv
from ogp_wagtail.plans.models import Plan

PACKED_ALREADY: Final = {
    "pdf",
    "docx",
    "xlsx",
    "pptx",
    "odt",
    "ods",
    "odp",
    "jpg",
    "jpeg",
    "png",
    "zip",
    "mp4",
}


class Outlet:
    """What a ZIP is written into, and read out of piece by piece."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, data: Any) -> int:
        """Take a piece."""
        self.pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        """What was written since it was last asked."""
        data = b"".join(self.pieces)
        self.pieces.clear()
        return data


def indexes(plan: Plan, found: list[Entry]) -> dict[str, bytes]:
    """The index as files: a table and JSON."""
    table = [COLUMNS, *(tuple(row.values()) for row in index_rows(found))]
    document = json.dumps(index_document(plan, found), cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
    return {"index.csv": as_csv(table).encode(), "index.json": document.encode()}


def as_zip(plan: Plan, found: list[Entry]) -> Iterator[bytes]:
    """The ZIP, piece by piece: never more than a megabyte of it in memory."""
    outlet = Outlet()
    with zipfile.ZipFile(outlet, "w") as archive:  # type: ignore[call-overload]
        for name, data in indexes(plan, found).items():
            archive.writestr(info(name), data, zipfile.ZIP_DEFLATED)
        for entry in found:
            if entry.version:
                yield from one_file(archive, outlet, entry)
    yield outlet.taken()


def one_file(archive: zipfile.ZipFile, outlet: Outlet, entry: Entry) -> Iterator[bytes]:
    """One file of the archive."""
    assert entry.version  # noqa: S101 - only entries with a file come here
    about = info(entry.path)
    if entry.version.file_type not in PACKED_ALREADY:
        about.compress_type = zipfile.ZIP_DEFLATED
    large = entry.version.size > zipfile.ZIP64_LIMIT // 2
    with entry.version.stored.open() as file, archive.open(about, "w", force_zip64=large) as into:
        while chunk := file.read(CHUNK):
            into.write(chunk)
            yield outlet.taken()


def info(name: str) -> zipfile.ZipInfo:
    """A file's place in the archive, of now."""
    return zipfile.ZipInfo(name, timezone.localtime().timetuple()[:6])


def as_folder(plan: Plan, found: list[Entry], root: Path) -> int:
    """Write the export below a folder. Returns how many bytes of evidence."""
    root.mkdir(parents=True, exist_ok=True)
    for name, data in indexes(plan, found).items():
        (root / name).write_bytes(data)
    total = 0
    for entry in found:
        if entry.version:
            target = root / entry.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with entry.version.stored.open() as file, target.open("wb") as into:
                shutil.copyfileobj(file, into, CHUNK)
            total += entry.version.size
    return total
