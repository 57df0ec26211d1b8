"""HTML by lxml: what a browser would show, under its headings."""

import re
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from ..encodings import MAX_TEXT, decode
from ..outcome import Extraction, refuse
from ..passages import Outline
from .walk import Grammar, Walk

_HTML = Grammar(
    headings=frozenset({"h1", "h2", "h3", "h4", "h5", "h6"}),
    blocks=frozenset({
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "summary", "table", "tr", "ul",
    }),
    unseen=frozenset({
        "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select",
    }),
    cells=frozenset({"td", "th"}),
)  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]+)", re.I)


def read_html(path: Path, kind: str, name: str) -> Extraction:
    """The text of a page. Refuses a page too large to be prose."""
    if path.stat().st_size > MAX_TEXT:
        refuse("too_large")
    outline = Outline()
    root = add_page(outline, path.read_bytes())
    return Extraction(tuple(outline.passages()), "html", reader="lxml", language=str(root.get("lang", "")))


def add_page(outline: Outline, data: bytes) -> etree._Element:
    """Put what a page shows into an outline; the page's root element."""
    return add_markup(outline, _text(data))


def add_markup(outline: Outline, markup: str) -> etree._Element:
    """The same for a page that is text already."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    data = markup.encode("utf-8", "replace")
    root: etree._Element = lxml_html.document_fromstring(data, parser=parser, ensure_head_body=True)
    Walk(_HTML, outline).through(root)
    return root


def _text(data: bytes) -> str:
    """The page's text in the encoding it names, where that is right."""
    named = _CHARSET.search(data[:4096])
    if named:
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # the page is mistaken about itself
    return decode(data)
