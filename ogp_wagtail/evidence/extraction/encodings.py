"""Bytes of a text file into text."""

import codecs
from pathlib import Path

import charset_normalizer

from .outcome import refuse

MAX_TEXT = 32_000_000
_SAMPLE = 50_000
_WESTERN = "cp1252"
_AS_WELL = 0.02  # difference in disorder that says nothing: "espańola" is as orderly as "española"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(path: Path) -> str:
    """The text of a file, whatever its encoding; refuses a file too large to be anybody's prose."""
    if path.stat().st_size > MAX_TEXT:
        refuse("too_large")
    return decode(path.read_bytes())


def decode(data: bytes) -> str:
    """Text from bytes: by the byte order mark, else UTF-8, else the encoding that fits best."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_guess(data), errors="replace")


def _guess(data: bytes) -> str:
    """The encoding that fits best; the western one where it fits as well, for cities use it most."""
    matches = charset_normalizer.from_bytes(data[:_SAMPLE])
    best = matches.best()
    if best is None:
        return _WESTERN
    western = [match.chaos for match in matches if match.encoding == _WESTERN]
    return _WESTERN if western and western[0] <= best.chaos + _AS_WELL else best.encoding
