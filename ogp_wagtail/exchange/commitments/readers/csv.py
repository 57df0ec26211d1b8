"""CSV, separated by commas, semicolons or tabs."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments.columns import column_of
from ogp_wagtail.exchange.commitments.readers.table import LOOKED_AT, source_of
from ogp_wagtail.exchange.commitments.readers.text import UnreadableText, decode
from ogp_wagtail.exchange.commitments.rows import Source
from ogp_wagtail.exchange.errors import WrongInput

SEPARATORS = ",;\t"


def read_csv(path: Path) -> Source:
    """The rows of a CSV file. Raises ``WrongInput``."""
    try:
        text, encoding = decode(path.read_bytes())
    except UnreadableText as error:
        raise WrongInput("FILE", f"{path.name}: {error}") from None
    if not text.strip():
        raise WrongInput("FILE", _("%s is empty") % path.name)
    return source_of(_table(text, _separator(text)), encoding)


def _table(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        return list(reader)
    except csv.Error as error:
        message = _("line %(line)s cannot be read: %(error)s")
        raise WrongInput("FILE", message % {"line": reader.line_num, "error": error}) from None


def _separator(text: str) -> str:
    """The separator with which the first lines name most columns."""
    lines = text.splitlines()[:LOOKED_AT]

    def known(separator: str) -> int:
        return max(
            sum(column_of(cell.strip('" ')) is not None for cell in line.split(separator)) for line in lines
        )

    return max(SEPARATORS, key=known)
