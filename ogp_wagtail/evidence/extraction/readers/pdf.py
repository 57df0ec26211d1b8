"""PDF: PDFium first, pypdf where PDFium refuses the file or finds no page."""

import ctypes
import mmap
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from ..cleaning import clean
from ..outcome import Extraction, Passage, Place, refuse
from ..passages import at_place
from ..pictures import Picture, fit

_RESOLUTION = 300 / 72  # pixels a point: what recognition is trained on
_PAGES_LOOKED_AT = 20  # whether a file without text holds pictures is seen on its first pages


def read_pdf(path: Path, kind: str, name: str) -> Extraction:
    """The text of each page. Refuses what needs a password, has no page, or holds no text."""
    try:
        document = pypdfium2.PdfDocument(_mapped(path))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            refuse("encrypted")
        return _read_with_pypdf(path)
    pages = len(document)
    if pages == 0:
        return _read_with_pypdf(path)
    passages = tuple(_passages(_pdfium_pages(document)))
    if not passages:
        pictures = any(_has_picture(document, index) for index in range(min(pages, _PAGES_LOOKED_AT)))
        refuse("scan", pages=pages) if pictures else refuse("no_text")
    scanned = tuple(_scanned(document, passages))
    return Extraction(passages, "pdf", pages, "pypdfium2", _language(document), scanned)


def page_of_pdf(path: Path, number: int) -> Picture:
    """A page as it would be printed, in grey. Refuses one that is not there."""
    try:
        page = pypdfium2.PdfDocument(_mapped(path))[number - 1]
        width, height = page.get_size()
        scale = fit(width, height, _RESOLUTION)[0] / max(width, 1)
        bitmap = page.render(scale=scale, grayscale=True)
    except (pypdfium2.PdfiumError, IndexError):
        refuse("damaged")
    rows = memoryview(bitmap.buffer).cast("B")
    starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
    dots = b"".join(
        rows[start : start + bitmap.width] for start in starts
    )  # rows may be longer than they are wide
    return Picture(bitmap.width, bitmap.height, dots)


def _scanned(document: pypdfium2.PdfDocument, passages: tuple[Passage, ...]) -> Iterator[int]:
    """The pages without text that hold a picture: a letter that was scanned into a report."""
    read = {passage.place.number for passage in passages}
    for number in range(1, len(document) + 1):
        if number not in read and _has_picture(document, number - 1):
            yield number


def _mapped(path: Path) -> ctypes.Array[ctypes.c_char]:
    """The file as memory that nobody copies; PDFium itself reads a file in steps of 512 bytes."""
    with path.open("rb") as file:
        view = mmap.mmap(file.fileno(), 0, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE)
    return (ctypes.c_char * len(view)).from_buffer(view)


def _passages(pages: Iterator[str]) -> Iterator[Passage]:
    for number, text in enumerate(pages, start=1):
        yield from at_place(Place("page", number), clean(text))


def _pdfium_pages(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for index in range(len(document)):
        try:
            page = document[index]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield ""  # one damaged page does not take the others with it
            continue
        yield _page_text(textpage)
        textpage.close()
        page.close()


def _page_text(textpage: pypdfium2.PdfTextPage) -> str:
    """All characters of a page.

    The wrapper's own methods ask for the page's box or count twice, which costs a tenth.
    """
    count = textpage.count_chars()
    if count <= 0:
        return ""
    # A character beyond the basic plane takes two units, and inserted line ends are counted in.
    units = (ctypes.c_ushort * (2 * count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, units)
    return bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="ignore")


def _has_picture(document: pypdfium2.PdfDocument, index: int) -> bool:
    try:
        pictures = document[index].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        return bool(list(islice(pictures, 1)))
    except pypdfium2.PdfiumError:
        return False


def _language(document: pypdfium2.PdfDocument) -> str:
    units = (ctypes.c_ushort * 32)()
    written = pdfium.FPDFCatalog_GetLanguage(document, units, ctypes.sizeof(units))
    return bytes(units)[: max(written - 2, 0)].decode("utf-16-le", errors="ignore") if written else ""


def _read_with_pypdf(path: Path) -> Extraction:
    # Rarely needed, and it would make the helper, and with it each fork, half as heavy again.
    import pypdf

    document = pypdf.PdfReader(path)
    if document.is_encrypted and not document.decrypt(""):
        refuse("encrypted")
    pages = len(document.pages)
    if pages == 0:
        refuse("damaged")
    passages = tuple(_passages(page.extract_text() for page in document.pages))
    if not passages:
        refuse("no_text")
    return Extraction(passages, "pdf", pages, "pypdf")
