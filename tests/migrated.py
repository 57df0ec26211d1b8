"""The migrated test database is made once and copied: migrating anew takes longer than most runs.

A copy is good for one set of migrations: its name carries a hash of ours and of the versions of the packages.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from importlib.metadata import version
from pathlib import Path

from django.db import connections

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGES = ("Django", "wagtail", "wagtail-localize")


def template(folder: Path) -> Path:
    """Where the migrated database for this state of the repository lies, or would lie."""
    state = hashlib.sha256("".join(version(package) for package in PACKAGES).encode())
    for migration in sorted((REPOSITORY / "ogp_wagtail" / "migrations").glob("*.py")):
        state.update(migration.read_bytes())
    return folder / f"{state.hexdigest()[:16]}.sqlite3"


def test_database() -> Path | None:
    """The file of the test database; None on a server."""
    connection = connections["default"]
    if connection.vendor != "sqlite":
        return None
    return Path(connection.creation._get_test_db_name())


def copy_in(source: Path) -> bool:
    """Begin the test database as a copy of the template. False where there is none yet, or no file to copy to."""
    target = test_database()
    if target is None or not source.exists():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return True


def keep(target: Path) -> None:
    """Keep the migrated database as the template; a run at the same time keeps the same."""
    source = test_database()
    if source is None or target.exists():
        return
    for old in target.parent.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    half = target.with_suffix(f".{source.name}")
    with sqlite3.connect(source) as database, sqlite3.connect(half) as copy:
        database.backup(copy)
    half.replace(target)
