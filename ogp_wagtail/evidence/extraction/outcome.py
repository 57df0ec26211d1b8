"""What comes out of a file: passages with their place, or a reason that a clerk understands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from .reasons import REASONS

__all__ = ["REASONS", "Extraction", "Passage", "Place", "Refusal", "Unreadable", "refuse"]

PlaceValue = str | int


@dataclass(frozen=True)
class Place:
    """Where in its file a passage stands.

    `kind` is "page", "slide" or "message" (number), "sheet" (name and cell range), "heading" (name) or "part"
    (number; text without headings).
    """

    kind: str
    number: int | None = None
    name: str = ""
    range: str = ""

    def as_dict(self) -> dict[str, PlaceValue]:
        """The place without its empty parts, as commands and the API print it."""
        parts = {"kind": self.kind, "number": self.number, "name": self.name, "range": self.range}
        return {key: value for key, value in parts.items() if value not in (None, "")}


@dataclass(frozen=True)
class Passage:
    """A piece of a file's text, of at most about 8 kB, with its place and the heading it stands under."""

    place: Place
    text: str
    heading: str = ""


@dataclass(frozen=True)
class Extraction:
    """The text of a file. `pages` is None where the kind has none.

    `language` is what the file says of itself. `scanned` are the numbers of pages that hold pictures and no text.
    """

    passages: tuple[Passage, ...]
    kind: str
    pages: int | None = None
    reader: str = ""
    language: str = ""
    scanned: tuple[int, ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """Why a file gave no text.

    `reason_code` is stable (a key of `REASONS`); translate with `gettext(outcome.template) % outcome.params`.
    """

    reason_code: str
    params: Mapping[str, PlaceValue] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return REASONS[self.reason_code]

    @property
    def message(self) -> str:
        """The reason in English, to be read after the file's name."""
        return self.template % self.params


class Refusal(Exception):
    """Raised by a reader that cannot go on; carries the reason and stays inside the child process."""

    def __init__(self, unreadable: Unreadable) -> None:
        super().__init__(unreadable.message)
        self.unreadable = unreadable


def refuse(reason_code: str, **params: PlaceValue) -> NoReturn:
    """Stop reading for a reason of `REASONS`."""
    raise Refusal(Unreadable(reason_code, params))
