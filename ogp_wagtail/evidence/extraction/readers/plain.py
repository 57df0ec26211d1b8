"""Plain text, Markdown and CSV."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePath

from ..cleaning import clean
from ..encodings import read_text as text_of
from ..outcome import Extraction, Passage
from ..passages import Outline, parts
from ..rows import row_passages

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 20


def read_text(path: Path, kind: str, name: str) -> Extraction:
    """Text in numbered parts."""
    return Extraction(tuple(parts(clean(text_of(path)))), "text", reader="text")


def read_markdown(path: Path, kind: str, name: str) -> Extraction:
    """Text under its headings; front matter is kept as text, for its words are the clerk's too."""
    outline = Outline()
    for heading, text in _markdown_lines(clean(text_of(path))):
        if heading:
            outline.heading(heading)
        else:
            outline.paragraph(text)
    return Extraction(tuple(outline.passages()), "markdown", reader="text")


def _markdown_lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line as (heading, line); in front matter and fenced code a # is no heading."""
    lines = text.split("\n")
    closes = "---" if lines[0].rstrip() == "---" and "---" in map(str.rstrip, lines[1:]) else ""
    for number, line in enumerate(lines):
        heading = None if closes else _HEADING.match(line)
        yield (heading[1] if heading else "", line)
        if number > 0 or not closes:
            closes = _still_closes(closes, line)


def _still_closes(closes: str, line: str) -> str:
    """What the line must begin with that ends front matter or code, "" outside of them."""
    if closes:
        return "" if line.strip().startswith(closes) else closes
    fence = _FENCE.match(line)
    return fence[1] if fence else ""


def read_csv(path: Path, kind: str, name: str) -> Extraction:
    """Rows with their cell range; the sheet is called as a spreadsheet calls it: after the file."""
    text = text_of(path)
    try:
        passages = tuple(_csv_passages(text, PurePath(name).stem))
    except csv.Error:
        passages = tuple(parts(clean(text)))
    return Extraction(passages, "csv", reader="csv")


def _csv_passages(text: str, sheet: str) -> Iterator[Passage]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    return row_passages(sheet, rows)


def _delimiter(text: str) -> str:
    """The sign that stands in most of the first lines, and most often."""
    lines = list(islice(io.StringIO(text), _SAMPLE_LINES))

    def use(sign: str) -> tuple[int, int]:
        return sum(sign in line for line in lines), sum(line.count(sign) for line in lines)

    return max(_DELIMITERS, key=use)
