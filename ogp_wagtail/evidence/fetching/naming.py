"""A file name for what was found at a link."""

import mimetypes
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

# What `mimetypes` calls otherwise than people do, or differently from system to system.
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "image/jpeg": ".jpg",
}
_MOST = 200


def media_type(header: str) -> str:
    """The type that a header names, without its parameters, in small letters."""
    return header.partition(";")[0].strip().lower()


def file_name(url: str, disposition: str, kind: str) -> str:
    """The name that the site gives, else the last part of the address, with an ending that fits the type.

    What it holds is whatever the site wrote: whoever stores a file under it cleans it first.
    """
    parts = urlsplit(url)
    name = _said(disposition) or unquote(PurePosixPath(parts.path).name) or parts.hostname or "page"
    ending = _ENDINGS.get(kind) or mimetypes.guess_extension(kind) or ""
    has_one = bool(PurePosixPath(name).suffix) and name != parts.hostname
    return name[:_MOST] if has_one or not ending else f"{name[:_MOST]}{ending}"


def _said(disposition: str) -> str:
    header = Message()
    header["Content-Disposition"] = disposition.replace("\r", " ").replace("\n", " ")
    return header.get_filename("") if disposition else ""
