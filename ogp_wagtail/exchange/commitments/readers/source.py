"""A file or folder by its kind into rows."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext as _

from ogp_wagtail.exchange.commitments.readers.csv import read_csv
from ogp_wagtail.exchange.commitments.readers.markdown import SUFFIXES, read_markdown
from ogp_wagtail.exchange.commitments.readers.xlsx import read_xlsx
from ogp_wagtail.exchange.commitments.rows import Source
from ogp_wagtail.exchange.errors import WrongInput

READERS = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".txt": read_csv,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
    ".xls": read_xlsx,
    ".ods": read_xlsx,
    **dict.fromkeys(SUFFIXES, read_markdown),
}


def read_source(path: Path) -> Source:
    """The rows of a file or folder. Raises ``WrongInput`` when it is missing, of another kind or unreadable."""
    if path.is_dir():
        return read_markdown(path)
    if not path.is_file():
        raise WrongInput("FILE", _("there is no file or folder %s") % path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        message = _(
            "%(name)s is of no kind that can be imported; these can: %(kinds)s, or a folder of Markdown"
        )
        raise WrongInput("FILE", message % {"name": path.name, "kinds": ", ".join(READERS)})
    try:
        return reader(path)
    except OSError as error:
        raise WrongInput("FILE", f"{path.name}: {error.strerror}") from None
