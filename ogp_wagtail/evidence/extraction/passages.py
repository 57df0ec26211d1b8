"""Long text into passages, and text under headings into passages."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .cleaning import clean, clean_name
from .outcome import Passage, Place

PASSAGE_LENGTH = 8000  # characters: long enough for context, short enough for every engine's positions

_ENDS = ("\n\n", "\n", ". ", " ")  # the best place for a cut first


def split(text: str, length: int = PASSAGE_LENGTH) -> Iterator[str]:
    """Cut text into pieces of at most `length` characters.

    At a paragraph's end, else at a line's, a sentence's or a word's.
    """
    text = text.strip()
    while len(text) > length:
        cut = _cut(text, length)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text


def _cut(text: str, length: int) -> int:
    for end in _ENDS:
        position = text.rfind(end, length // 2, length)
        if position > 0:
            return position + len(end)
    return length


def at_place(place: Place, text: str, heading: str = "") -> Iterator[Passage]:
    """The passages of one place: one, or several of the same place where the text is long."""
    return (Passage(place, piece, heading) for piece in split(text))


@dataclass
class Outline:
    """Collects paragraphs under the heading they stand below.

    The heading is also the first line of its text, so that its words are found there. Text before the first
    heading stands at a numbered part.
    """

    _sections: list[tuple[str, list[str]]] = field(default_factory=lambda: [("", [])])

    def heading(self, name: str) -> None:
        name = clean_name(name)
        if name:
            self._sections.append((name, [name]))

    def paragraph(self, text: str) -> None:
        self._sections[-1][1].append(text)

    def passages(self) -> Iterator[Passage]:
        for name, paragraphs in self._sections:
            text = clean("\n".join(paragraphs))
            if name:
                yield from at_place(Place("heading", name=name), text, name)
            else:
                yield from parts(text)


def parts(text: str) -> Iterator[Passage]:
    """Text without headings: its pieces, numbered from one."""
    for number, piece in enumerate(split(text), start=1):
        yield Passage(Place("part", number), piece)
