"""The kind of a file: by its content first, then by its name, so that a wrong extension does no harm."""

import re
from pathlib import Path, PurePath

from . import archive, signatures
from .outcome import refuse

MAX_SIZE = 256 * 1024 * 1024
_HEAD = 4096

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(rb"<(?:html|head|body|div|p|h[1-6]|table|meta)\b", re.I)
_SVG_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!(?:--.*?--|[^>]*)>\s*)*<(?:\w+:)?svg\b", re.I | re.S)
_PDF_OBJECT = re.compile(rb"\d+ \d+ obj\b")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
# At least two headers that each mail program writes, before the first empty line.
_MAIL = rb"(?:from|to|date|subject|message-id|received|mime-version|return-path|delivered-to)"
_MAIL_START = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.I)
_MAIL_HEADER = re.compile(rb"^" + _MAIL + rb":", re.I | re.M)
_SURELY_MAIL = re.compile(rb"^(?:message-id|received|mime-version|return-path|delivered-to):", re.I | re.M)

_TEXT_NAMES = {
    ".md": "markdown", ".markdown": "markdown",
    ".csv": "csv", ".tsv": "csv", ".tab": "csv",
}  # fmt: skip


def kind_of(path: Path, name: str) -> str:
    """One of the keys of `readers.READERS`, for instance "pdf", "docx", "email" or "text".

    Refuses what is empty, too large, protected, in an old format or of a type that has no text; says what the
    file really is where its name says something else.
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
            return signatures.zip_kind(members)
    if head.startswith(signatures.OLE):
        return signatures.ole_kind(path.read_bytes())
    if head.startswith(b"{\\rtf"):
        refuse("old_format")
    return signatures.plain_kind(head)


def _text_kind(head: bytes, suffix: str) -> str:
    if suffix == ".pdf" and (_PDF_OBJECT.search(head) or not _is_text(head)):
        return "pdf"  # its first line is lost; a reader may still find its way
    if not _is_text(head):
        refuse("unknown_type")
    if _SVG_START.match(head):
        refuse("other_type", type="SVG")
    if _HTML_START.match(head) or (suffix in (".html", ".htm", ".xhtml") and _HTML_TAG.search(head)):
        return "html"
    if _is_mail(head, suffix):
        return "email"
    return _TEXT_NAMES.get(suffix, "text")


def _is_text(head: bytes) -> bool:
    return head.startswith(_WIDE_BOMS) or not _CONTROL.search(head)


def _is_mail(head: bytes, suffix: str) -> bool:
    """Minutes too begin with "Date:" and "Subject:"; only mail programs write Received or Message-ID."""
    start = _MAIL_START.match(head.replace(b"\r\n", b"\n"))
    if start is None:
        return False
    headers = len(_MAIL_HEADER.findall(start[0]))
    return headers >= 2 and (suffix == ".eml" or bool(_SURELY_MAIL.search(start[0])))
