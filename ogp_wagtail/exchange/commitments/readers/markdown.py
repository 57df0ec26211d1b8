"""Markdown files with front matter: one file, or all of a folder and its folders. No file is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments.columns import column_of
from ogp_wagtail.exchange.commitments.readers.front_matter import FrontMatter, read_front_matter
from ogp_wagtail.exchange.commitments.readers.text import UnreadableText, decode
from ogp_wagtail.exchange.commitments.rows import Place, Source, SourceRow
from ogp_wagtail.exchange.errors import WrongInput

SUFFIXES = (".md", ".markdown")
BODY = "the text below the front matter"
MAX_BYTES = 2_000_000  # of one file; the text of a commitment has some thousand


def read_markdown(path: Path) -> Source:
    """A row for each Markdown file. Raises ``WrongInput`` where a folder holds none."""
    files = [path] if path.is_file() else sorted(_files(path), key=_in_natural_order)
    if not files:
        raise WrongInput("FILE", _("the folder %s holds no Markdown file") % path.name)
    root = path.parent if path.is_file() else path
    read = [(Place(file=file.relative_to(root).as_posix()), _front_matter(file)) for file in files]
    rows = tuple(_row(place, matter) for place, matter in read)
    taken = (matter for (_place, matter), row in zip(read, rows, strict=True) if not row.fault)
    return Source(rows, tuple(dict.fromkeys(name for matter in taken for name in _ignored(matter))))


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())


def _in_natural_order(file: Path) -> list[tuple[int, str]]:
    """Numbers by their value: us0113-2 before us0113-10."""
    return [(int(part or 0), text) for text, part in re.findall(r"(\D*)(\d*)", file.as_posix().casefold())]


def _front_matter(file: Path) -> FrontMatter:
    """What a file says; what keeps it from being read is its ``fault``."""
    try:
        if file.stat().st_size > MAX_BYTES:
            return FrontMatter(fault=_("it is larger than any commitment; is it the right file?"))
        return read_front_matter(decode(file.read_bytes())[0])
    except (UnreadableText, OSError) as error:
        return FrontMatter(fault=str(error))


def _row(place: Place, matter: FrontMatter) -> SourceRow:
    cells = _cells(matter)
    if not matter.fault and not cells.keys() - {"title", "action"}:
        fault = _("its front matter says nothing of a commitment but a title")
        return SourceRow(place, cells, fault=fault)
    return SourceRow(place, cells, note=matter.note, fault=matter.fault)


def _cells(matter: FrontMatter) -> dict[str, str]:
    cells: dict[str, str] = {}
    for key, value in matter.values.items():
        if (name := column_of(key)) and value.strip():
            cells.setdefault(name, value)
    if BODY not in _ignored(matter) and matter.body:
        cells.setdefault("action", matter.body)
    return cells


def _ignored(matter: FrontMatter) -> list[str]:
    """What a file says that no column takes: unknown keys, and a body that has no place.

    The body is the action of a commitment whose front matter gives none; a milestone has no text but its name.
    """
    known = {column_of(key): value for key, value in matter.values.items()}
    unknown = [key for key in matter.values if column_of(key) is None]
    has_no_place = bool(known.get("action") or known.get("milestone_code") or known.get("parent"))
    return [*unknown, BODY] if matter.body and has_no_place else unknown
