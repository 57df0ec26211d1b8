"""Merges PDF files into a few that are small enough. A process of its own, with limits: the files are anybody's.

Reads what to do as JSON from its input and says as JSON what became of each file. Needs pypdf, and nothing of Django.
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from ogp_wagtail.evidence.form_pack.index_pdf import Line, index_pdf, page_count, paragraph

MEMORY: Final = 1024 * 1024 * 1024
SECONDS: Final = 240
QUALITY: Final = 50  # of pictures, in a file that is too large otherwise
SPARE: Final = 20_000  # bytes for the outline and the tables of a merged file
FAULTS: Final = (
    PyPdfError,
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
)


@dataclass(slots=True)
class Piece:
    """One shrunk file: its number in the index, its bytes, its pages; where it went, or why it did not."""

    number: int
    title: str
    data: bytes = b""
    pages: int = 0
    file: int = 0
    first: int = 0
    why: str = ""

    def said(self) -> dict[str, Any]:
        """What became of it."""
        last = self.first + self.pages - 1
        return {"number": self.number, "file": self.file, "first": self.first, "last": last, "why": self.why}


@dataclass(slots=True)
class Bin:
    """One of the files: how much of it is filled, and with what."""

    filled: int = SPARE
    pieces: list[Piece] = field(default_factory=list)


def pack(task: dict[str, Any]) -> dict[str, Any]:
    """Do the task: shrink, distribute in order, write. Says of each file where it is, or why it is not."""
    draft = index_lines(task, {})
    bins = [Bin() for _file in range(task["files"])]
    bins[0].filled += len(index_pdf(draft)) + SPARE
    pieces = [shrunk(one, task["most"]) for one in task["items"] if one["path"]]
    distribute(pieces, bins, task["most"])
    written = write(task, [one for one in bins if one.pieces] or bins[:1], page_count(draft))
    return {"items": [one.said() for one in pieces], "files": written}


def shrunk(item: dict[str, Any], most: int) -> Piece:
    """A file, made smaller without loss; with loss in its pictures only where it would not fit at all."""
    piece = Piece(item["number"], item["title"])
    try:
        reader = PdfReader(item["path"])
        if reader.is_encrypted and not reader.decrypt(""):
            piece.why = "encrypted"
            return piece
        writer = PdfWriter()
        writer.append(reader, import_outline=False)
        piece.data, piece.pages = compressed(writer), len(writer.pages)
        if len(piece.data) + 3 * SPARE > most:
            piece.data = with_coarse_pictures(writer)
    except FAULTS:
        piece.why = "unreadable"
    return piece


def compressed(writer: PdfWriter) -> bytes:
    """The pages with their streams packed and what is there twice kept once."""
    for page in writer.pages:
        page.compress_content_streams()
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    return written_out(writer)


def with_coarse_pictures(writer: PdfWriter) -> bytes:
    """The pages with their pictures as coarse JPEG: the original stands at its link."""
    for page in writer.pages:
        for picture in page.images:
            if picture.image is not None:
                picture.replace(picture.image.convert("RGB"), quality=QUALITY)
    return written_out(writer)


def written_out(writer: PdfWriter) -> bytes:
    """The bytes of what a writer holds."""
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def distribute(pieces: list[Piece], bins: list[Bin], most: int) -> None:
    """Fill the files in order: a file that was left is not gone back to, so the order of the form stays."""
    current = 0
    for piece in pieces:
        if piece.why:
            continue
        if len(piece.data) + 3 * SPARE > most:
            piece.why = "too-large"
            continue
        fitting = next(
            (n for n in range(current, len(bins)) if bins[n].filled + len(piece.data) <= most), None
        )
        if fitting is None:
            piece.why = "full"
            continue
        current = fitting
        bins[current].filled += len(piece.data)
        bins[current].pieces.append(piece)


def write(task: dict[str, Any], bins: list[Bin], index_pages: int) -> list[dict[str, Any]]:
    """Write the files, and the index at the beginning of the first, once it is known where all is."""
    for number, one in enumerate(bins, start=1):
        page = index_pages if number == 1 else 0
        for piece in one.pieces:
            piece.file, piece.first = number, page + 1
            page += piece.pages
    where = {piece.number: piece.said() for one in bins for piece in one.pieces}
    lines = index_lines(task, where)
    made = []
    for number, one in enumerate(bins, start=1):
        target = Path(task["folder"]) / f"evidence-{number}.pdf"
        target.write_bytes(merged(one, lines if number == 1 else []))
        made.append({"name": target.name, "size": target.stat().st_size})
    return made


def merged(one: Bin, lines: list[Line]) -> bytes:
    """A file: the index if it has one, then the pieces, each with its title in the outline."""
    writer = PdfWriter()
    if lines:
        writer.append(BytesIO(index_pdf(lines)))
    for piece in one.pieces:
        writer.append(BytesIO(piece.data), outline_item=piece.title, import_outline=False)
    writer.compress_identical_objects(remove_duplicates=True, remove_unreferenced=True)
    return written_out(writer)


def index_lines(task: dict[str, Any], where: dict[int, dict[str, Any]]) -> list[Line]:
    """The index. It has as many lines before it is known where everything is as afterwards."""
    lines = [*paragraph(task["title"], bold=True), *paragraph(task["about"]), Line()]
    for item in task["items"]:
        lines += paragraph(f"{item['number']}. {item['title']}", bold=True)
        lines += paragraph(item["what"])
        lines.append(Line(placed(task, where.get(item["number"]))))
        lines += paragraph(item["link"], address=item["link"]) if item["link"] else []
        lines += paragraph(f"SHA-256 {item['sha256']}") if item["sha256"] else []
        lines.append(Line())
    return lines


def placed(task: dict[str, Any], said: dict[str, Any] | None) -> str:
    """Where an item is, in words; of one that is in none of the files that it is at its link."""
    words: str = task["words"]["in"].format(**said) if said else task["words"]["link"]
    return words


def main() -> None:
    """Limit this process, do the task, say what came of it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(pack(json.load(sys.stdin)), sys.stdout)


if __name__ == "__main__":
    main()
