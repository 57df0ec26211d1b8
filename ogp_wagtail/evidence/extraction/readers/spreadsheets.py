"""XLSX, XLS, XLSB and ODS by calamine: each passage knows its sheet and its cells."""

from pathlib import Path

import python_calamine as calamine

from ..outcome import Extraction, Passage, refuse
from ..rows import row_passages


def read_spreadsheet(path: Path, kind: str, name: str) -> Extraction:
    """The visible sheets (all, where none is), some rows a passage.

    Refuses what needs a password or is damaged.
    """
    try:
        with calamine.CalamineWorkbook.from_path(path) as workbook:
            passages = [
                passage for sheet in _sheets(workbook) for passage in _sheet_passages(workbook, sheet)
            ]
    except calamine.PasswordError:
        refuse("encrypted")
    except calamine.CalamineError:
        refuse("damaged")
    return Extraction(tuple(passages), kind, reader="python-calamine")


def _sheets(workbook: calamine.CalamineWorkbook) -> list[str]:
    """A reader led to a hidden sheet would not find it."""
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in sheets if sheet.visible == calamine.SheetVisibleEnum.Visible]
    return visible or [sheet.name for sheet in sheets]


def _sheet_passages(workbook: calamine.CalamineWorkbook, name: str) -> list[Passage]:
    sheet = workbook.get_sheet_by_name(name)
    first_row, first_column = sheet.start or (0, 0)
    rows = sheet.to_python(skip_empty_area=True)
    return list(row_passages(name, rows, first_row, first_column))
