"""The demo's command, and counting what a site holds."""

from __future__ import annotations

import io
import json
import sqlite3
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from ogp_wagtail.pages.models import OpenGovernmentPage

CODE = "costa-clara"


def command(*arguments: str, exit_code: int = 0) -> dict[str, Any]:
    """What ``ogp_demo … --json`` prints."""
    out, code = io.StringIO(), 0
    try:
        call_command("ogp_demo", *arguments, "--json", stdout=out)
    except SystemExit as end:
        code = end.code
    assert code == exit_code
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def landing(language: str) -> Page:
    return OpenGovernmentPage.objects.get(locale__language_code=language)


def rows() -> dict[str, int]:
    """The number of rows of every table. A full-text table keeps its own blocks, which are no rows."""
    counts = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if not table.endswith(("_data", "_idx")):
                cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
                counts[table] = cursor.fetchone()[0]
    return counts


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def tables(database: Path) -> dict[str, int]:
    """The number of rows of every table of a SQLite file."""
    with sqlite3.connect(database) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if not name.endswith(("_data", "_idx")) and name != "sqlite_sequence"]
        counts = {name: db.execute(f'SELECT count(*) FROM "{name}"') for name in kept}  # noqa: S608
        return {name: count.fetchone()[0] for name, count in counts.items()}
