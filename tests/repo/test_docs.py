"""What the documentation names exists, and what exists is documented."""

import re
import tomllib
from pathlib import Path

import pytest

from ogp_wagtail.conf import DEFAULTS
from tests.processes import REPOSITORY

DOCS = REPOSITORY / "docs"
PACKAGE = REPOSITORY / "ogp_wagtail"


def headings(page: str) -> set[str]:
    """The names in code letters that head a section of a reference page: ``### `NAME …` ``."""
    return set(
        re.findall(r"^#{2,3} `([\w.]+)", (DOCS / "reference" / page).read_text(encoding="utf-8"), re.M)
    )


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    assert headings("settings.md") == set(DEFAULTS)


def test_every_command_is_documented_and_every_documented_command_exists() -> None:
    commands = {path.stem for path in (PACKAGE / "management" / "commands").glob("ogp_*.py")}
    assert headings("commands.md") - {"python"} == commands


def test_every_system_check_is_documented_and_has_an_id_of_its_own() -> None:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("checks.py")]
    used = [id_ for source in sources for id_ in set(re.findall(r'id="(ogp_wagtail\.\w\d+)"', source))]
    assert sorted(used) == sorted(headings("checks.md"))


def test_the_index_lists_every_page() -> None:
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - {"index.md"}
    assert links(DOCS / "index.md") >= pages


@pytest.mark.parametrize(
    "page", [*sorted(DOCS.rglob("*.md")), *sorted(REPOSITORY.glob("*.md"))], ids=lambda path: path.name
)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


def links(page: Path) -> set[str]:
    """The files of this repository to which a page links."""
    found = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    return {link.partition("#")[0] for link in found if not re.match(r"https?:|mailto:|#", link)}


def test_the_changelog_says_what_is_unreleased() -> None:
    text = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased = re.search(r"^## \[Unreleased\]\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert unreleased
    assert re.search(r"^- \S", unreleased[1], re.M)


def test_every_extra_is_in_the_extra_called_all() -> None:
    extras = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert set(re.findall(r"\[(.*)\]", extras["all"][0])[0].split(",")) == extras.keys() - {"all"}
