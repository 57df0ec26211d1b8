"""Plain values: how a text, a number, a date or a word of a list is read from JSON, written and described."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from ..calendar import Month, parse_day
from .problems import Problems, shown

Json = Any  # what the standard library's ``json`` reads and writes
Schema = dict[str, Json]

LARGEST = 2**53 - 1  # the largest whole number that every reader of JSON keeps exactly


class Form(Protocol):
    """How values of one type look in JSON."""

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        """Return the value that ``value`` stands for; what is no such thing is added to the problems."""

    def write(self, value: Any) -> Json:
        """Return the value as JSON holds it."""

    def schema(self, definitions: Schema) -> Schema:
        """Return the JSON Schema of the value, and add to ``definitions`` what it refers to."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that JSON holds as one string, number or flag.

    ``parse`` returns the value, or raises ValueError or TypeError; ``allowed`` says what would do.
    """

    allowed: str
    parse: Callable[[Json], Any]
    keywords: tuple[tuple[str, Json], ...]
    write: Callable[[Any], Json] = lambda value: value

    def read(self, value: Json, path: str, problems: Problems) -> Any:
        try:
            return self.parse(value)
        except (ValueError, TypeError, OverflowError):
            return problems.add(path, f"{shown(value)} is not {self.allowed}.")

    def schema(self, definitions: Schema) -> Schema:
        return dict(self.keywords)


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # half a character, as "\ud800" alone is, raises ValueError
    return value


def _flag(value: Json) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    if not math.isfinite(number := float(value)):  # as 1e999 is
        raise ValueError
    return number


def _count(value: Json) -> int:
    if not 0 <= _number(value) <= LARGEST or value != int(value):
        raise ValueError
    return int(value)


def _month(value: Json) -> Month:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}", _text(value)):
        raise ValueError
    return Month.parse(value)


def _written_month(month: Month) -> str:
    return f"{month.year:04d}-{month.month:02d}"


_YEAR = "(?!0000)[0-9]{4}"
_DAY = f"^{_YEAR}-[0-9]{{2}}-[0-9]{{2}}$"
_MONTH = f"^{_YEAR}-(0[1-9]|1[0-2])$"

TEXT = Plain("a text", _text, (("type", "string"),))
FLAG = Plain("true or false", _flag, (("type", "boolean"),))
COUNT = Plain("a whole number from 0 up", _count, (("type", "integer"), ("minimum", 0), ("maximum", LARGEST)))
NUMBER = Plain("a number", _number, (("type", "number"),))
DAY = Plain(
    "a date: write YYYY-MM-DD, such as 2027-12-31",
    lambda value: parse_day(_text(value)),
    (("type", "string"), ("format", "date"), ("pattern", _DAY)),
    date.isoformat,
)
MONTH = Plain(
    "a month: write YYYY-MM, such as 2025-09",
    _month,
    (("type", "string"), ("pattern", _MONTH)),
    _written_month,
)


def one_of(words: tuple[str, ...]) -> Plain:
    """Return the form of a text that is one of these words; an empty one means "not stated"."""

    def chosen(value: Json) -> str:
        return words[words.index(value)]

    names = ", ".join(word for word in words if word)
    allowed = f"one of: {names}" + ('; or "" if not stated' if "" in words else "")
    return Plain(allowed, chosen, (("enum", list(words)),))


def digits(least: int) -> Plain:
    """Return the form of a whole number that is written as a text of at most three digits."""

    def counted(value: Json) -> str:
        if not re.fullmatch(r"[0-9]{1,3}", _text(value)) or int(value) < least:
            raise ValueError
        return str(value)

    pattern = "^[0-9]{1,3}$" if least == 0 else "^(?!0+$)[0-9]{1,3}$"
    allowed = f'a whole number of at most three digits from {least} up, as text: "{max(least, 1)}"'
    return Plain(allowed, counted, (("type", "string"), ("pattern", pattern)))
