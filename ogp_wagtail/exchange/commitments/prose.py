"""Text of any origin into the rich text of a page, and into one line."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

_TAG = re.compile(r"</?(?:a|b|br|div|em|h[1-6]|i|li|ol|p|span|strong|sub|sup|u|ul)\b[^<>]*>", re.I)
_LINE_ENDS = {"br", "div", "li", "ol", "p", "ul", "h1", "h2", "h3", "h4", "h5", "h6"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class _Words(HTMLParser):
    """Collects words; ends a line where a block ends, and keeps the address of a link that does not show it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._silent = False
        self._address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in ("script", "style")
        self.text += "\n" if tag in _LINE_ENDS else ""
        if tag == "a":
            self._address = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        self._silent = False
        self.text += "\n" if tag in _LINE_ENDS else ""
        if tag == "a" and self._address:
            self.text += "" if self.text.rstrip().endswith(self._address) else f" ({self._address})"
            self._address = ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self._silent else data


def paragraphs(text: str) -> list[str]:
    """The text's lines without markup, without control characters and without empty ones."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _TAG.search(text):
        words = _Words()
        words.feed(text)
        words.close()
        text = words.text
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]


def rich(text: str) -> str:
    """The text as rich text, a paragraph a line; whatever looks like markup is shown as it was typed."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in paragraphs(text))


def one_line(text: str) -> str:
    """The text in one line."""
    return " ".join(paragraphs(text))


def shortened(text: str, length: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than ``length``."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
