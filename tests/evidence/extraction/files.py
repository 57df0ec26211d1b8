"""Small files made when a test needs them, good ones and hostile ones."""

import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx
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
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * 100_000_000})


def word_document_of(document_xml: str) -> bytes:
    return zipped({"word/document.xml": document_xml.encode()})


def zip_of_many(count: int) -> bytes:
    return zipped({f"word/{number}.xml": b"" for number in range(count)})


def presentation() -> bytes:
    """Two slides in an order that is not that of their parts, a table, speaker's notes, a slide number."""
    show = pptx.Presentation()
    second = show.slides.add_slide(show.slide_layouts[1])
    second.shapes.title.text, second.placeholders[1].text = "Presupuesto", "Doce millones"
    table = second.shapes.add_table(1, 2, 0, 0, 100, 100).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Ciudad", "Montería"
    second.notes_slide.notes_text_frame.text = "Decir quién paga"
    first = show.slides.add_slide(show.slide_layouts[5])
    first.shapes.title.text = "Mesa técnica"
    order = show.slides._sldIdLst
    order.insert(0, order[1])
    return _saved(show.save)


ODF = b"application/vnd.oasis.opendocument."
_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_STYLES = (
    f"<office:document-styles {_NAMESPACES}><office:styles><style:default-style>"
    '<style:text-properties fo:language="es"/></style:default-style></office:styles></office:document-styles>'
)
ENCRYPTED = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
)
_TEXT = (
    "<office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
    "<text:p>Acta<text:s/>de la <text:span>mesa</text:span></text:p><text:h>Decisiones</text:h>"
    "<text:p>Se aprueba<text:line-break/>el compromiso<office:annotation><text:p>a remark</text:p>"
    "</office:annotation> 3.</text:p></office:text>"
)
_SLIDES = (
    '<office:presentation><draw:page><draw:frame presentation:class="title"><draw:text-box>'
    "<text:p>Mesa técnica</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame>"
    "<draw:text-box><text:p>Decir quién paga</text:p></draw:text-box></draw:frame></presentation:notes>"
    "</draw:page><draw:page/></office:presentation>"
)


def text_of_opendocument(content: str = "", manifest: str = "<manifest/>") -> bytes:
    return _opendocument(b"text", content or _odf_content(_TEXT), manifest)


def sheets_of_opendocument() -> bytes:
    """A sheet "Plan" with two rows of cells, from B2 on."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    empty = "<table:table-cell/>"
    rows = f"<table:table-row>{empty}</table:table-row>" + "".join(
        f"<table:table-row>{empty}{cell.format(a)}{cell.format(b)}</table:table-row>"
        for a, b in (("Ciudad", "Suma"), ("Montería", "12"))
    )
    table = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    sheet = f'<office:spreadsheet><table:table {table} table:name="Plan">{rows}</table:table></office:spreadsheet>'
    return _opendocument(b"spreadsheet", _odf_content(sheet), "<manifest/>")


def slides_of_opendocument() -> bytes:
    return _opendocument(b"presentation", _odf_content(_SLIDES), "<manifest/>")


def _odf_content(body: str) -> str:
    return (
        f"<office:document-content {_NAMESPACES}><office:body>{body}</office:body></office:document-content>"
    )


def _opendocument(kind: bytes, content: str, manifest: str) -> bytes:
    return zipped(
        {
            "mimetype": ODF + kind,
            "content.xml": content.encode(),
            "styles.xml": _STYLES.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def book(locked: str = "") -> bytes:
    """Two chapters whose order the spine turns round, and a page of navigation that is not in it."""
    chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>{}</h1><p>{}</p></body></html>"
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        '<dc:language>es</dc:language></metadata><manifest><item id="b" href="two%20b.xhtml" '
        'media-type="application/xhtml+xml"/><item id="a" href="one.xhtml" '
        'media-type="application/xhtml+xml"/><item id="c" href="c.css" media-type="text/css"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    members = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container.encode(),
        "OEBPS/content.opf": package.encode(),
        "OEBPS/one.xhtml": chapter.format("Primero", "La mesa se reúne.").encode(),
        "OEBPS/two b.xhtml": chapter.format("Segundo", "La mesa decide.").encode(),
    }
    if locked:
        said = f'<encryption><CipherReference URI="{locked}"/></encryption>'
        members["META-INF/encryption.xml"] = said.encode()
    return zipped(members)


def message(body: str, html: str = "", attached: Sequence[str] = (), **headers: str) -> EmailMessage:
    """A message with the headers that each mail program writes."""
    mail = EmailMessage()
    given = {"From": "Ana <ana@example.org>", "To": "mesa@example.org", "Message-ID": "<1@example.org>"}
    for name, value in {**given, **headers}.items():
        mail[name] = value
    mail.set_content(body)
    if html:
        mail.add_alternative(html, subtype="html")
    for name in attached:
        mail.add_attachment(b"secret data", maintype="application", subtype="pdf", filename=name)
    return mail


def word_of(write: Any) -> bytes:
    """A Word document by its real writer; `write` puts text into it."""
    document = docx.Document()
    write(document)
    return _saved(document.save)


def old_office(stream: str) -> bytes:
    """The first bytes of an OLE file with the name of a stream in its directory."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + f"{stream}\0".encode("utf-16-le") + bytes(100)


def zipped(members: dict[str, bytes]) -> bytes:
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
