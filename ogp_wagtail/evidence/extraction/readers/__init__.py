"""One reader for each format, found by the kind of the file.

A reader takes the path, the kind and the file's name, and gives an `Extraction` or raises a `Refusal`.
Where the library of a reader is missing, its place is taken by one that says so. Readers are imported when
the first file of their kind comes: most repositories know three of them.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath

from ..outcome import Extraction, refuse

Reader = Callable[[Path, str, str], Extraction]

READERS: dict[str, tuple[str, str]] = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "pptx": ("pptx", "read_pptx"),
    "xlsx": ("spreadsheets", "read_spreadsheet"),
    "xlsb": ("spreadsheets", "read_spreadsheet"),
    "xls": ("spreadsheets", "read_spreadsheet"),
    "ods": ("spreadsheets", "read_spreadsheet"),
    "odt": ("odf", "read_odt"),
    "odp": ("odf", "read_odp"),
    "epub": ("epub", "read_epub"),
    "html": ("html", "read_html"),
    "email": ("mail", "read_mail"),
    "image": ("images", "read_image"),
    "markdown": ("plain", "read_markdown"),
    "csv": ("plain", "read_csv"),
    "text": ("plain", "read_text"),
}
_BY_ENDING = {"md": "markdown", "htm": "html", "txt": "text", "eml": "email"}


@cache
def reader_for(kind: str) -> Reader:
    """The reader of a kind."""
    module, function = READERS[kind]
    try:
        reader: Reader = getattr(import_module(f".{module}", __name__), function)
    except ImportError as error:
        return _without(error)
    return reader


def prepare(name: str) -> None:
    """Import what a file of this name will need, so that each child has it. Opens no file."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    with suppress(KeyError):
        reader_for(_BY_ENDING.get(ending, ending))


def _without(error: ImportError) -> Reader:
    library = error.name or str(error)

    def read(path: Path, kind: str, name: str) -> Extraction:
        refuse("missing_library", library=library)

    return read
