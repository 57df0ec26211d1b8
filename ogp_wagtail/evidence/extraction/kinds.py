"""The kind of a file: by its content first, then by its name, so that a wrong extension does no harm."""

import re
import zipfile
from pathlib import Path, PurePath

from . import archive
from .outcome import refuse

MAX_SIZE = 256 * 1024 * 1024
_HEAD = 4096

_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(rb"<(?:html|head|body|div|p|h[1-6]|table|meta)\b", re.I)
_PDF_OBJECT = re.compile(rb"\d+ \d+ obj\b")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")

_TEXT_NAMES = {
    ".md": "markdown", ".markdown": "markdown",
    ".csv": "csv", ".tsv": "csv", ".tab": "csv",
}  # fmt: skip


def kind_of(path: Path, name: str) -> str:
    """One of "pdf", "docx", "xlsx", "xls", "ods", "html", "markdown", "csv" and "text".

    Refuses what is empty, too large, protected, in an old format or of an unknown type.
    """
    size = path.stat().st_size
    if size == 0:
        refuse("empty")
    if size > MAX_SIZE:
        refuse("too_large")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return _binary_kind(path, head) or _text_kind(head, PurePath(name).suffix.lower())


def _binary_kind(path: Path, head: bytes) -> str:
    """The kind that magic bytes tell, "" where there are none."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        with archive.opened(path) as members:
            return _zip_kind(members)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_kind(path.read_bytes())
    if head.startswith(b"{\\rtf"):
        refuse("old_format")
    return ""


def _zip_kind(members: zipfile.ZipFile) -> str:
    names = members.namelist()
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "mimetype" in names and members.read("mimetype").startswith(_SPREADSHEET.encode()):
        return "ods"
    return refuse("unknown_type")


def _ole_kind(data: bytes) -> str:
    """Old office files: only .xls can be read. Their streams' names are written in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        refuse("encrypted")
    if any(stream.encode("utf-16-le") in data for stream in ("WordDocument", "PowerPoint Document")):
        refuse("old_format")
    if any(f"{stream}\0".encode("utf-16-le") in data for stream in ("Workbook", "Book")):
        return "xls"
    return refuse("unknown_type")


def _text_kind(head: bytes, suffix: str) -> str:
    if suffix == ".pdf" and (_PDF_OBJECT.search(head) or not _is_text(head)):
        return "pdf"  # its first line is lost; a reader may still find its way
    if not _is_text(head):
        refuse("unknown_type")
    if _HTML_START.match(head) or (suffix in (".html", ".htm", ".xhtml") and _HTML_TAG.search(head)):
        return "html"
    return _TEXT_NAMES.get(suffix, "text")


def _is_text(head: bytes) -> bool:
    return head.startswith(_WIDE_BOMS) or not _CONTROL.search(head)
