"""A way through mixed text (HTML, EPUB, ODF): what a reader would see, under its headings."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from lxml import etree

from ..passages import Outline


@dataclass(frozen=True)
class Grammar:
    """Which elements, by their local names, begin a line, are headings, cells or blanks, or are not seen."""

    headings: AbstractSet[str]
    blocks: AbstractSet[str]
    unseen: AbstractSet[str]
    cells: AbstractSet[str] = field(default_factory=frozenset)
    blanks: AbstractSet[str] = field(default_factory=frozenset)


class Walk:
    """Goes through a document without recursion: a hostile one is nested a hundred thousand times."""

    def __init__(self, grammar: Grammar, outline: Outline) -> None:
        self.grammar, self.outline = grammar, outline
        self.pieces: list[str] = []
        self.unseen = 0

    def through(self, root: etree._Element) -> None:
        """Add everything below `root` to the outline."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = local_name(element)
            if event == "start":
                self._open(name, element.text)
            else:
                self._close(name, element.tail if element is not root else "")
        self._finish_paragraph()

    def _open(self, name: str, text: str | None) -> None:
        if name in self.grammar.unseen:
            self.unseen += 1
        if not self.unseen:
            self._begin(name)
            self._add(text)

    def _begin(self, name: str) -> None:
        if name in self.grammar.blocks or name in self.grammar.headings:
            self._finish_paragraph()
        elif name in self.grammar.blanks:
            self._add(" ")

    def _close(self, name: str, tail: str | None) -> None:
        if not self.unseen:
            self._end(name)
        elif name in self.grammar.unseen:
            self.unseen -= 1
        if not self.unseen:
            self._add(tail)

    def _end(self, name: str) -> None:
        if name in self.grammar.headings:
            self.outline.heading("".join(self.pieces))
            self.pieces = []
        elif name in self.grammar.blocks:
            self._finish_paragraph()
        elif name in self.grammar.cells:
            self._add("\t")

    def _add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)

    def _finish_paragraph(self) -> None:
        text = " ".join("".join(self.pieces).split())
        self.pieces = []
        if text:
            self.outline.paragraph(text)


def local_name(element: etree._Element | None) -> str:
    """An element's name without its namespace; "" for comments and for none."""
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def local_value(element: etree._Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace; "" where there is none."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")
