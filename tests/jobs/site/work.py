"""What a job of this site does: it leaves one row, and counts how often it did so."""

from __future__ import annotations

import os
import time
from pathlib import Path

from django.db import connection

from ogp_wagtail.jobs import clock
from ogp_wagtail.jobs.kinds import register_kind
from ogp_wagtail.jobs.models import ClockEntry, Job, Worker

KIND = "background.effect"
MARK = "background.mark"
TABLE = "CREATE TABLE effects (name varchar(50) PRIMARY KEY, times integer NOT NULL)"
LEAVE = "INSERT INTO effects VALUES (%s, 1) ON CONFLICT (name) DO UPDATE SET times = effects.times + 1"


def effect(name: str, seconds: float = 0.0) -> None:
    """Work for so long, then leave the row."""
    if seconds:
        time.sleep(seconds)
    with connection.cursor() as cursor:
        cursor.execute(LEAVE, [name])


def mark(name: str) -> None:
    """The smallest work there is, which needs no database: one more byte in a file."""
    with Path(os.environ["OGP_BACKGROUND_FILE"]).open("ab") as file:
        file.write(b".")


def effects() -> dict[str, int]:
    """How often each name was worked on to the end."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, times FROM effects")
        return dict(cursor.fetchall())


def forget() -> None:
    """Begin anew."""
    Path(os.environ["OGP_BACKGROUND_FILE"]).write_bytes(b"")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM effects")


def make_tables() -> None:
    """The tables of this site in an empty database: a minute of migrations would make nothing else."""
    with connection.schema_editor() as editor:
        for model in (Job, ClockEntry, Worker):
            editor.create_model(model)
        editor.execute(TABLE)


def register() -> None:
    """These kinds alone: the rooms' own work needs the rooms' own tables, which this site lacks."""
    register_kind(KIND, effect)
    register_kind(MARK, mark)
    clock._registered.clear()
