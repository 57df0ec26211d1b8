"""One reader for each format, found by the kind of the file.

A reader takes the path, the kind and the file's name, and gives an `Extraction` or raises a `Refusal`.
Where the library of a reader is missing, its place is taken by one that says so.
"""

from collections.abc import Callable
from pathlib import Path

from ..outcome import Extraction, refuse

Reader = Callable[[Path, str, str], Extraction]


def _without(error: ImportError) -> Reader:
    library = error.name or str(error)

    def read(path: Path, kind: str, name: str) -> Extraction:
        refuse("missing_library", library=library)

    return read


read_pdf: Reader
read_docx: Reader
read_spreadsheet: Reader
read_html: Reader
read_text: Reader
read_markdown: Reader
read_csv: Reader

try:
    from .pdf import read_pdf
except ImportError as error:
    read_pdf = _without(error)
try:
    from .docx import read_docx
except ImportError as error:
    read_docx = _without(error)
try:
    from .spreadsheets import read_spreadsheet
except ImportError as error:
    read_spreadsheet = _without(error)
try:
    from .html import read_html
except ImportError as error:
    read_html = _without(error)
try:
    from .plain import read_csv, read_markdown, read_text
except ImportError as error:
    read_text = read_markdown = read_csv = _without(error)

READERS: dict[str, Reader] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "xlsx": read_spreadsheet,
    "xls": read_spreadsheet,
    "ods": read_spreadsheet,
    "html": read_html,
    "markdown": read_markdown,
    "csv": read_csv,
    "text": read_text,
}
