"""A city with its own user, document and image model adds one line, and nothing of its own changes."""

import sqlite3
from pathlib import Path

import pytest

from tests.processes import succeed

pytestmark = pytest.mark.slow


def manage(tmp_path: Path, *arguments: str) -> str:
    """Run a management command of the client site on its own database."""
    return succeed(
        "-m",
        "django",
        *arguments,
        DJANGO_SETTINGS_MODULE="tests.site.settings",
        SITE_DATABASE=str(tmp_path / "city.sqlite3"),
    )


def test_checks_have_nothing_to_say_to_a_well_kept_site(tmp_path: Path) -> None:
    assert "no issues (0 silenced)" in manage(tmp_path, "check", "--fail-level", "WARNING")


def test_our_migrations_are_complete_under_replaced_models(tmp_path: Path) -> None:
    manage(tmp_path, "makemigrations", "--check", "--dry-run", "ogp_wagtail")


def test_our_tables_point_at_the_replaced_document_and_user_models(tmp_path: Path) -> None:
    manage(tmp_path, "migrate", "--verbosity", "0")
    targets = foreign_keys(tmp_path / "city.sqlite3")
    assert "city_citydocument" in targets
    assert not targets & {"wagtaildocs_document", "wagtailimages_image", "auth_user"}


def foreign_keys(database: Path) -> set[str]:
    """The tables at which ours point."""
    with sqlite3.connect(database) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'ogp_wagtail_%'"
        ).fetchall()
        return {
            row[2]
            for (table,) in tables
            for row in connection.execute(f"PRAGMA foreign_key_list('{table}')").fetchall()
        }
