"""Small files made when a test needs them, good ones and hostile ones."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pypdf


def pdf(pages: Sequence[str], extra: str = "") -> bytes:
    """A PDF with a line of text on each page; `extra` goes into every page's resources."""
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R/Lang(es-CO)>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
    ]
    for index, text in enumerate(pages):
        font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {4 + 2 * index} 0 R"
            f"/Resources<<{font}{extra}>>>>"
        )
        lines = "".join(f"({line}) ' " for line in text.split("\n"))
        content = f"BT /F 12 Tf 14 TL 50 750 Td {lines}ET" if text else ""
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    return pdf_of(objects)


def pdf_of(objects: Sequence[str]) -> bytes:
    """A PDF of these objects, numbered from one; the first is the catalogue."""
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode()


def pdf_of_a_picture() -> bytes:
    """A scan: its page shows a picture and has no text."""
    picture = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    )
    content = "q 500 0 0 500 0 0 cm /I Do Q"
    return pdf_of(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
            "/Resources<</XObject<</I 5 0 R>>>>>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
            f"{picture}stream\nX\nendstream",
        ]
    )


def pdf_that_never_ends() -> bytes:
    """2 kB in which each form draws the next one ten times, so that the last is drawn 10^8 times."""
    depth, first = 9, 5
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        f"/Resources<</XObject<</X {first} 0 R>>>>>>",
        "<</Length 5>>stream\n/X Do\nendstream",
    ]
    for level in range(depth):
        content = "/X Do " * 10 if level < depth - 1 else "BT ET"
        objects.append(
            f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {first + level + 1} 0 R>>>>"
            f"/Length {len(content)}>>stream\n{content}\nendstream"
        )
    return pdf_of(objects)


def with_password(data: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, algorithm="RC4-128")
    return _saved(writer.write)


def word_document() -> bytes:
    document = docx.Document()
    document.add_paragraph("Acta de la mesa")
    document.add_heading("Decisiones", 1)
    document.add_paragraph("Se aprueba el compromiso 3.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ciudad", "Montería"
    document.add_heading("Próxima reunión", 2)
    document.add_paragraph("El 5 de mayo.")
    return _saved(document.save)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Budget"
    sheet["B2"], sheet["C2"], sheet["B3"], sheet["C3"] = "Year", "Sum", 2019, 1200.5
    for row in range(60):
        sheet.cell(10 + row, 2, f"line {row}")
    hidden = book.create_sheet("Notes")
    hidden["A1"], hidden.sheet_state = "secret", "hidden"
    return _saved(book.save)


def workbook_that_asks_for_all_memory() -> bytes:
    """Two cells in the furthest corners: a dense table between them has 17 thousand million cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["XFD1048576"] = 1, 2
    return _saved(book.save)


def zip_bomb() -> bytes:
    """100 kB that unpack to 100 MB, dressed as a Word document."""
    return _zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * 100_000_000})


def word_document_of(document_xml: str) -> bytes:
    return _zipped({"word/document.xml": document_xml.encode()})


def zip_of_many(count: int) -> bytes:
    return _zipped({f"word/{number}.xml": b"" for number in range(count)})


def old_office(stream: str) -> bytes:
    """The first bytes of an OLE file with the name of a stream in its directory."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + f"{stream}\0".encode("utf-16-le") + bytes(100)


def _zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _saved(save: object) -> bytes:
    buffer = io.BytesIO()
    assert callable(save)
    save(buffer)
    return buffer.getvalue()


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
