"""Reading what a site sends, no more of it than was allowed."""

import hashlib
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from urllib3 import BaseHTTPResponse

from .outcome import Refusal

_CHUNK = 1 << 16
_GZIP = {"gzip", "x-gzip"}


@dataclass(frozen=True)
class Body:
    """What was written: how many bytes, and their SHA-256."""

    size: int
    sha256: str


def save(response: BaseHTTPResponse, into: IO[bytes], most: int, deadline: float) -> Body:
    """Write an answer's body into a file; raises `Refusal` when it is too large or takes too long."""
    size, digest = 0, hashlib.sha256()
    for piece in _unpacked(response, most):
        size += len(piece)
        if size > most:
            raise Refusal("too_large", most=most // (1024 * 1024))
        digest.update(piece)
        into.write(piece)
    if time.monotonic() >= deadline:  # cut off by our own clock, which looks like an end
        raise Refusal("too_slow")
    into.seek(0)
    return Body(size, digest.hexdigest())


def _unpacked(response: BaseHTTPResponse, most: int) -> Iterator[bytes]:
    """The body as it was before it was packed for the way; never more at a time than would be too much."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding in ("", "identity"):
        yield from _raw(response)
    elif encoding in _GZIP:
        yield from _gunzipped(response, most)
    else:
        raise Refusal("bad_answer")


def _gunzipped(response: BaseHTTPResponse, most: int) -> Iterator[bytes]:
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        for packed in _raw(response):
            yield unpack.decompress(packed, most + 1)
            if unpack.unconsumed_tail:  # a bomb: there is more in these bytes than is allowed in all
                raise Refusal("too_large", most=most // (1024 * 1024))
    except zlib.error:
        raise Refusal("bad_answer") from None


def _raw(response: BaseHTTPResponse) -> Iterator[bytes]:
    while piece := response.read1(_CHUNK, decode_content=False):  # what has arrived, without waiting for more
        yield piece
