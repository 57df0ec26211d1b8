"""What a file that is not text really is: by magic bytes, by the parts of an archive, by the streams of OLE."""

import zipfile

from . import archive
from .outcome import refuse

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_MIMETYPES = {
    _OPEN_DOCUMENT + b"text": "odt",
    _OPEN_DOCUMENT + b"spreadsheet": "ods",
    _OPEN_DOCUMENT + b"presentation": "odp",
    b"application/epub+zip": "epub",
}
_OFFICE_PARTS = (("xl/workbook.bin", "xlsb"), ("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF87a", b"GIF89a")
# Files that people do upload, with the name by which they know them.
_OTHERS = (
    (0, b"Rar!\x1a\x07", "RAR"), (0, b"7z\xbc\xaf\x27\x1c", "7z"), (0, b"\x1f\x8b\x08", "GZIP"),
    (0, b"BZh", "BZIP2"), (0, b"\xfd7zXZ\0", "XZ"), (257, b"ustar", "TAR"), (4, b"ftypheic", "HEIC"),
    (4, b"ftypmif1", "HEIC"), (4, b"ftypavif", "AVIF"), (4, b"ftyp", "MP4"), (0, b"\x1aE\xdf\xa3", "MKV"),
    (0, b"ID3", "MP3"), (0, b"OggS", "OGG"), (8, b"WAVE", "WAV"), (8, b"AVI ", "AVI"), (8, b"WEBP", "WEBP"),
    (0, b"MZ", "EXE"), (0, b"\x7fELF", "ELF"), (0, b"%!PS", "PostScript"), (0, b"SQLite format 3\0", "SQLite"),
    (0, b"\0\x01\0\0Standard Jet DB", "Access"),
)  # fmt: skip


def plain_kind(head: bytes) -> str:
    """ "image" for a picture whose text can be recognised, "" where no magic bytes are known.

    Refuses films, archives, programs and others, by name.
    """
    if head.startswith(_IMAGES):
        return "image"
    for offset, magic, name in _OTHERS:
        if head.startswith(magic, offset):
            refuse("other_type", type=name)
    return ""


def zip_kind(members: zipfile.ZipFile) -> str:
    """The kind of a zipped document. Refuses an archive of anything else."""
    names = members.namelist()
    if "mimetype" in names:
        mimetype = archive.part(members, "mimetype")[:100].strip().removesuffix(b"-template")
        if mimetype in _MIMETYPES:
            return _MIMETYPES[mimetype]
    for start, kind in _OFFICE_PARTS:
        if any(name.startswith(start) for name in names):
            return kind
    return refuse("other_type", type="ZIP")


def ole_kind(data: bytes) -> str:
    """Old office files: only .xls can be read. Their streams' names are written in UTF-16."""
    if _has_stream(data, "EncryptedPackage"):
        refuse("encrypted")
    if _has_stream(data, "WordDocument") or _has_stream(data, "PowerPoint Document"):
        refuse("old_format")
    if _has_stream(data, "Workbook\0") or _has_stream(data, "Book\0"):
        return "xls"
    if _has_stream(data, "__properties_version1.0"):
        refuse("other_type", type="Outlook MSG")
    return refuse("unknown_type")


def _has_stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data
