"""A table with a row of headers into source rows; the same for CSV and spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments.columns import columns_of, meant_twice
from ogp_wagtail.exchange.commitments.rows import Place, Source, SourceRow
from ogp_wagtail.exchange.errors import WrongInput

LOOKED_AT = 10  # rows among which the headers are: many sheets begin with a title or with groups of columns

Row = Sequence[str]


def source_of(table: Sequence[Row], encoding: str = "") -> Source:
    """The rows below the headers. Raises ``WrongInput`` where no row names a title, or two columns mean the same."""
    number = _header_row(table)
    headers = [header.strip() for header in table[number]]
    _refuse_same_meaning(headers)
    columns = columns_of(headers)
    ignored = [header for header, name in zip(headers, columns, strict=True) if header and not name]
    rows = [
        SourceRow(Place(row=position), _cells(columns, row))
        for position, row in enumerate(table[number + 1 :], start=number + 2)
        if any(cell.strip() for cell in row)
    ]
    return Source(tuple(rows), tuple(dict.fromkeys(ignored)), encoding)


def _header_row(table: Sequence[Row]) -> int:
    """The first row that names a title; the row with most known headers when a data row says "title" too."""
    known = [len(_known(row)) if "title" in _known(row) else 0 for row in table[:LOOKED_AT]]
    if not any(known):
        first = next((row for row in table if any(cell.strip() for cell in row)), ())
        message = _("no column is called “title”; the columns are: %s")
        raise WrongInput("FILE", message % ", ".join(cell.strip() for cell in first[:20] if cell.strip()))
    return known.index(max(known))


def _known(row: Row) -> set[str]:
    return {name for name in columns_of(row) if name}


def _refuse_same_meaning(headers: list[str]) -> None:
    same = meant_twice(headers)
    if same:
        message = _(
            "the columns “%(first)s” and “%(second)s” both mean “%(name)s”; keep one, or rename the other"
        )
        raise WrongInput("FILE", message % {"first": same[0], "second": same[1], "name": same[2]})


def _cells(columns: Sequence[str | None], row: Row) -> dict[str, str]:
    return {name: cell for name, cell in zip(columns, row, strict=False) if name and cell.strip()}
