"""Parts of a file, for a reader that opens page 400 of a large PDF without the pages before (RFC 9110, section 14)."""

from __future__ import annotations

import re
from typing import Any, Final

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

from ogp_wagtail.evidence.models import EvidenceVersion

ONE_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Piece:
    """The bytes of an open file from ``first`` to ``last``, to be read like a file."""

    def __init__(self, file: Any, first: int, last: int) -> None:
        self.file, self.left = file, last - first + 1
        file.seek(first)

    def read(self, size: int) -> bytes:
        """At most so many bytes of what is left."""
        data: bytes = self.file.read(min(size, self.left))
        self.left -= len(data)
        return data

    def close(self) -> None:
        """Close the file."""
        self.file.close()


def answer(request: HttpRequest, version: EvidenceVersion, kind: str) -> HttpResponseBase:
    """A version's bytes, or the one part of them that was asked for. Its tag is its hash: it never changes."""
    tag = f'"{version.sha256}"'
    response = chosen(request, version, kind, tag)
    response.headers["ETag"] = tag
    response.headers["Accept-Ranges"] = "bytes"
    return response


def chosen(request: HttpRequest, version: EvidenceVersion, kind: str, tag: str) -> HttpResponseBase:
    """Nothing for who has it already (304), a part (206), a refusal (416), or the whole file."""
    if tag in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304)
    wanted = ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    fresh = request.headers.get("If-Range", tag) == tag
    if not (fresh and wanted and any(wanted.groups())):  # of several ranges, too, the whole file may be given
        return FileResponse(version.stored.open(), content_type=kind)
    first, last = ends(wanted[1], wanted[2], version.size)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{version.size}"})
    response = FileResponse(Piece(version.stored.open(), first, last), status=206, content_type=kind)
    response.headers["Content-Length"] = str(last - first + 1)
    response.headers["Content-Range"] = f"bytes {first}-{last}/{version.size}"
    return response


def ends(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and last byte of a range as it was asked for: ``0-99``, ``500-``, or ``-100`` for the end."""
    if not first:
        return max(size - int(last), 0), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1
