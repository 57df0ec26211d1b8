"""Migrations that load on the oldest and the newest Wagtail, and under a site's own models."""

import re
from pathlib import Path

import pytest

from tests.processes import REPOSITORY, succeed

MIGRATIONS = sorted((REPOSITORY / "ogp_wagtail" / "migrations").glob("0*.py"))

# What a migration may not say -> why.
FORBIDDEN = {
    r"WAGTAIL_PAGE_MODEL": "does not load on Wagtail 7.4: make the migration there",
    r"['\"]0098": "wagtailcore.0098 does not exist on Wagtail 7.4: make the migration there",
    r"to=['\"]wagtaildocs\.document['\"]": "write to=get_document_model_string()",
    r"to=['\"]wagtailimages\.image['\"]": "write to=get_image_model_string()",
    r"to=['\"]auth\.user['\"]": "write to=settings.AUTH_USER_MODEL",
    r"['\"]wagtail(docs|images)['\"],": "write swappable_dependency(get_document_model_string())",
}
SWAPPABLE = {
    "get_document_model_string()": "swappable_dependency(get_document_model_string())",
    "get_image_model_string()": "swappable_dependency(get_image_model_string())",
    "settings.AUTH_USER_MODEL": "swappable_dependency(settings.AUTH_USER_MODEL)",
}


def faults(text: str) -> list[str]:
    """What is wrong with the text of one migration."""
    said = [why for pattern, why in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)]
    return said + [
        f"add {need}" for target, need in SWAPPABLE.items() if f"to={target}" in text and need not in text
    ]


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.name)
def test_a_migration_loads_on_every_version_and_under_any_document_model(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL)",
        "('wagtailcore', '0098_something')",
        "models.ForeignKey(to='wagtaildocs.document')",
        'models.ForeignKey(to="wagtaildocs.Document")',
        "models.ForeignKey(to='auth.user')",
        "('wagtaildocs', '0012_uploadeddocument')",
        "models.ForeignKey(to=get_document_model_string())",
    ],
)
def test_a_faulty_migration_is_noticed(text: str) -> None:
    assert faults(text)


def test_there_are_migrations() -> None:
    assert MIGRATIONS


def test_no_migration_is_missing() -> None:
    succeed("sandbox/manage.py", "makemigrations", "--check", "--dry-run", "ogp_wagtail")
