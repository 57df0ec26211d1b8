"""Bytes of a text file into text."""

import codecs
from pathlib import Path

import charset_normalizer

from .outcome import refuse

MAX_TEXT = 32_000_000
_SAMPLE = 50_000
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
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"
