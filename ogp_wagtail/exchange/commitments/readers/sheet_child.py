"""The child process that opens a spreadsheet: limits first, then the file, then its cells as JSON."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path

import python_calamine as calamine

from ogp_wagtail.evidence.extraction.kinds import kind_of
from ogp_wagtail.evidence.extraction.limits import Limits
from ogp_wagtail.evidence.extraction.outcome import Refusal, refuse

MAX_CELLS = 4_000_000


def main(path: Path) -> None:
    """Print ``{"rows": [[text]]}``, or ``{"reason": code}`` with a key of ``REASONS``."""
    Limits().apply()
    try:
        answer: dict[str, object] = {"rows": _rows(path)}
    except Refusal as refusal:
        answer = {"reason": refusal.unreadable.reason_code}
    except MemoryError:
        answer = {"reason": "too_much_memory"}
    except BaseException:  # a panic of the native reader is no Exception
        answer = {"reason": "damaged"}
    sys.stdout.write(json.dumps(answer))


def _rows(path: Path) -> list[list[str]]:
    if kind_of(path, path.name) not in ("xlsx", "xls", "ods"):
        refuse("unknown_type")
    try:
        with calamine.CalamineWorkbook.from_path(path) as workbook:
            sheet = _first_sheet(workbook)
            if sheet.height * sheet.width > MAX_CELLS:
                refuse("too_large")
            return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except calamine.PasswordError:
        refuse("encrypted")
    except calamine.CalamineError:
        refuse("damaged")


def _first_sheet(workbook: calamine.CalamineWorkbook) -> calamine.CalamineSheet:
    sheets = [one for one in workbook.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
    visible = [one for one in sheets if one.visible == calamine.SheetVisibleEnum.Visible]
    return workbook.get_sheet_by_name((visible or sheets)[0].name)


def _text(cell: object) -> str:
    """A cell as somebody would type it: 12 not 12.0, a day as YYYY-MM-DD, the result of a formula."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return str(cell)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
