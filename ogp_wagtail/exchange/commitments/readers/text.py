"""Bytes of a text file into text: by its byte order mark, as UTF-8, or as Excel writes western languages."""

from __future__ import annotations

import codecs
import re

from django.utils.translation import gettext as _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MOSTLY = 4  # of a western text, fewer than one letter in four has an accent


class UnreadableText(ValueError):
    """Bytes that are no text in an encoding we can be sure of."""


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding.

    Raises:
        UnreadableText: it is in another encoding, or no text. Guessing would put wrong letters into a plan.
    """
    for encoding in (*(name for mark, name in _MARKS if data.startswith(mark)), "utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text) or (encoding == "cp1252" and not _is_western(text)):
            break
        return text, encoding
    raise UnreadableText(_("it is not text in an encoding that can be told; save it as UTF-8"))


def _is_western(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(not letter.isascii() for letter in letters) * _MOSTLY < len(letters)
