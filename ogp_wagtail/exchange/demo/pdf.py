"""A PDF of plain text, one section a page: small enough to need no library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Final

WIDTH: Final = 88  # characters a line
LEADING: Final = 15
FONTS: Final = (
    "/Font<</R<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    "/B<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>>>"
)


def pdf(title: str, pages: Sequence[tuple[str, str]], language: str) -> bytes:
    """A document with a page for each heading and text; signs beyond western Europe become question marks."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/Lang({language})>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        f"<</Title({escaped(title)})>>",
    ]
    for number, (heading, text) in enumerate(pages, start=1):
        content = drawn(title, heading, text, f"{number} / {len(pages)}")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<{FONTS}>>"
            f"/Contents {len(objects) + 2} 0 R>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    return assembled(objects)


def drawn(title: str, heading: str, text: str, footer: str) -> str:
    """The operators that draw a page: title, heading, paragraphs, number of the page."""
    lines = [line for paragraph in text.strip().split("\n") for line in wrap(paragraph, WIDTH) or [""]]
    body = "".join(f"({escaped(line)}) Tj T* " for line in lines)
    return (
        f"BT /R 9 Tf 60 790 Td ({escaped(title)}) Tj ET "
        f"BT /B 15 Tf 60 750 Td ({escaped(heading)}) Tj ET "
        f"BT /R 11 Tf {LEADING} TL 60 720 Td {body}ET "
        f"BT /R 9 Tf 280 40 Td ({escaped(footer)}) Tj ET"
    )


def escaped(text: str) -> str:
    """Text as it may stand between the brackets of a PDF string, in letters that its fonts have."""
    known = text.encode("cp1252", "replace").decode("cp1252")
    return known.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def assembled(objects: Iterable[str]) -> bytes:
    """The file: objects numbered from one, then the table of where each begins."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(places) + 1}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
