"""One reader for each format, found by the kind of the file.

A reader takes the path, the kind and the file's name, and gives an `Extraction` or raises a `Refusal`.
Where the library of a reader is missing, its place is taken by one that says so.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ..outcome import Extraction, refuse

Reader = Callable[[Path, str, str], Extraction]


def _without(error: ImportError) -> Reader:
    library = error.name or str(error)

    def read(path: Path, kind: str, name: str) -> Extraction:
        refuse("missing_library", library=library)

    return read


def _reader(module: str, function: str) -> Reader:
    try:
        reader: Reader = getattr(import_module(f".{module}", __name__), function)
    except ImportError as error:
        return _without(error)
    return reader


_SPREADSHEET = _reader("spreadsheets", "read_spreadsheet")

READERS: dict[str, Reader] = {
    "pdf": _reader("pdf", "read_pdf"),
    "docx": _reader("docx", "read_docx"),
    "pptx": _reader("pptx", "read_pptx"),
    "xlsx": _SPREADSHEET,
    "xlsb": _SPREADSHEET,
    "xls": _SPREADSHEET,
    "ods": _SPREADSHEET,
    "odt": _reader("odf", "read_odt"),
    "odp": _reader("odf", "read_odp"),
    "epub": _reader("epub", "read_epub"),
    "html": _reader("html", "read_html"),
    "email": _reader("mail", "read_mail"),
    "image": _reader("images", "read_image"),
    "markdown": _reader("plain", "read_markdown"),
    "csv": _reader("plain", "read_csv"),
    "text": _reader("plain", "read_text"),
}
