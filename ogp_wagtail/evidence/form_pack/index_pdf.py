"""The first pages of a pack: lines of text, some of which are links. Standard library only.

The letters are those of western Europe, which every reader has; what they lack becomes a question mark here, and stands
in full in the outline of the file and in the index beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

A_PAGE: Final = 50  # lines
LEFT, TOP, LEADING = 50, 790, 15
SIGNS: Final = 92  # of a line of text of that size
FONTS: Final = (
    "/Font<</R<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    "/B<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>>>"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line, bold or not, perhaps a link to an address."""

    text: str = ""
    bold: bool = False
    address: str = ""


def paragraph(text: str, *, bold: bool = False, address: str = "") -> list[Line]:
    """A text as lines that fit the page; an address breaks where it has to."""
    parts = wrap(" ".join(text.split()), SIGNS, break_long_words=True) or [""]
    return [Line(part, bold, address) for part in parts]


def index_pdf(lines: Sequence[Line]) -> bytes:
    """A PDF of these lines."""
    pages = [lines[start : start + A_PAGE] for start in range(0, len(lines), A_PAGE)] or [[]]
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    for page in pages:
        content = drawn(page)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<{FONTS}>>"
            f"/Contents {len(objects) + 2} 0 R/Annots[{links(page)}]>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    return assembled(objects)


def page_count(lines: Sequence[Line]) -> int:
    """How many pages these lines take."""
    return max(1, -(-len(lines) // A_PAGE))


def drawn(lines: Sequence[Line]) -> str:
    """The operators that draw a page."""
    body = "".join(f"/{'B' if line.bold else 'R'} 10 Tf ({escaped(line.text)}) Tj T* " for line in lines)
    return f"BT {LEADING} TL {LEFT} {TOP} Td {body}ET"


def links(lines: Sequence[Line]) -> str:
    """The places of a page that can be clicked."""
    places = []
    for number, line in enumerate(lines):
        if line.address:
            top = TOP - number * LEADING
            box = f"{LEFT} {top - 4} 545 {top + 11}"
            to = escaped(line.address)
            places.append(f"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{box}]/A<</S/URI/URI({to})>>>>")
    return "".join(places)


def escaped(text: str) -> str:
    """Text as it may stand between the brackets of a PDF string."""
    known = text.encode("cp1252", "replace").decode("cp1252")
    return known.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def assembled(objects: Sequence[str]) -> bytes:
    """The file: objects numbered from one, then the table of where each begins."""
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + (head + tail).encode("cp1252")
