"""Tables as CSV that a spreadsheet opens rightly and in which no text becomes a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """The rows as text, with the mark by which spreadsheets know UTF-8."""
    out = StringIO()
    csv.writer(out).writerows([cell(value) for value in row] for row in rows)
    return f"\ufeff{out.getvalue()}"


def cell(value: object) -> str:
    """A value as text; what a spreadsheet would reckon with gets an apostrophe before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
