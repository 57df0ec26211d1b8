"""HTML by lxml: what a browser would show, under its headings."""

import re
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from ..encodings import MAX_TEXT, decode
from ..outcome import Extraction, refuse
from ..passages import Outline

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_UNSEEN = {"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select"}
_BLOCKS = _HEADINGS | {
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tr", "ul",
}  # fmt: skip
_CELLS = {"td", "th"}
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]+)", re.I)


def read_html(path: Path, kind: str, name: str) -> Extraction:
    """The text of a page. Refuses a page too large to be prose."""
    if path.stat().st_size > MAX_TEXT:
        refuse("too_large")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    text = _text(path.read_bytes())
    root = lxml_html.document_fromstring(
        text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True
    )
    outline = Outline()
    _Walk(outline).through(root)
    return Extraction(tuple(outline.passages()), "html", reader="lxml", language=str(root.get("lang", "")))


def _text(data: bytes) -> str:
    """The page's text in the encoding it names, where that is right."""
    named = _CHARSET.search(data[:4096])
    if named:
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the page is mistaken about itself
    return decode(data)


class _Walk:
    """Goes through a page without recursion: a hostile one is nested a hundred thousand times."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.pieces: list[str] = []
        self.unseen = 0

    def through(self, root: etree._Element) -> None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self._open(element)
            else:
                self._close(element)
        self._finish_paragraph()

    def _open(self, element: etree._Element) -> None:
        if element.tag in _UNSEEN:
            self.unseen += 1
        if element.tag in _BLOCKS:
            self._finish_paragraph()
        self._add(element.text)

    def _close(self, element: etree._Element) -> None:
        if element.tag in _HEADINGS:
            self.outline.heading("".join(self.pieces))
            self.pieces = []
        elif element.tag in _BLOCKS:
            self._finish_paragraph()
        elif element.tag in _CELLS:
            self._add("\t")
        if element.tag in _UNSEEN:
            self.unseen -= 1
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text and not self.unseen:
            self.pieces.append(text)

    def _finish_paragraph(self) -> None:
        text = " ".join("".join(self.pieces).split())
        self.pieces = []
        if text:
            self.outline.paragraph(text)
