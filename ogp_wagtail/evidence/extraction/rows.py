"""Rows of a table into passages that know their cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from .cleaning import clean_name
from .outcome import Passage, Place
from .passages import PASSAGE_LENGTH, split

ROWS_A_PASSAGE = 40  # a range that a reader can look through
BETWEEN_CELLS = " | "


@dataclass
class _Block:
    """Rows that follow each other, until there are enough for a passage."""

    sheet: str
    first_column: int
    first_row: int = 0
    last_row: int = -1
    last_column: int = 0
    lines: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, row: int, last_column: int, line: str) -> None:
        if not self.lines:
            self.first_row, self.last_column = row, last_column
        self.last_row, self.last_column = row, max(self.last_column, last_column)
        self.lines.append(line)
        self.length += len(line)

    def is_full(self) -> bool:
        return len(self.lines) >= ROWS_A_PASSAGE or self.length >= PASSAGE_LENGTH // 2

    def passages(self) -> Iterator[Passage]:
        first = cell_name(self.first_row, self.first_column)
        last = cell_name(self.last_row, self.last_column)
        place = Place("sheet", name=self.sheet, range=f"{first}:{last}")
        return (Passage(place, piece) for piece in split("\n".join(self.lines)))


def row_passages(
    sheet: str, rows: Iterable[Sequence[object]], first_row: int = 0, first_column: int = 0
) -> Iterator[Passage]:
    """Passages of some rows each, with their cell range. Rows and columns count from 0.

    Empty rows are left out.
    """
    sheet = clean_name(sheet)
    block = _Block(sheet, first_column)
    for number, row in enumerate(rows, start=first_row):
        cells = [cell_text(value) for value in row]
        filled = [index for index, cell in enumerate(cells) if cell]
        if filled:
            line = BETWEEN_CELLS.join(cells[index] for index in filled)
            block.add(number, first_column + filled[-1], line)
        if block.is_full():
            yield from block.passages()
            block = _Block(sheet, first_column)
    yield from block.passages()


def cell_text(value: object) -> str:
    """A cell as a reader of the sheet would say it: 2019 not 2019.0, a day without midnight."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return clean_name(str(value)) if value is not None else ""


def cell_name(row: int, column: int) -> str:
    """The name of a cell, rows and columns counted from 0: (0, 0) is A1, (39, 27) is AB40."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
