"""The point of contact files a plan at its desk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.browser.editor import Editor
from tests.browser.site import LiveSite

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOT_FILED = """
    DELETE FROM ogp_wagtail_filing;
    UPDATE ogp_wagtail_commitment SET submitted_on = NULL;
    UPDATE ogp_wagtail_plan SET submitted_on = NULL;
"""
FILE = "File the plan"


@pytest.fixture
def desk(site: LiveSite) -> str:
    """The desk of the demo's joint plan as it was before it was filed."""
    with closing(sqlite3.connect(Path(site.folder, "site.sqlite3"))) as db:
        db.executescript(NOT_FILED)
    [[key]] = site.rows("SELECT key FROM ogp_wagtail_plan WHERE code = 'costa-clara'")
    return f"/admin/ogp/desk/{UUID(key)}/"


def test_the_point_of_contact_files_a_whole_plan_and_sees_the_hash_of_its_frozen_copy(
    browser: Any, site: LiveSite, desk: str
) -> None:
    contact = Editor(browser, site, "demo-poc")
    contact.open(desk)
    contact.look("desk-before-filing")
    contact.press(contact.tab.get_by_role("button", name=FILE))
    contact.look("desk-filed")
    [[sha256]] = site.rows("SELECT sha256 FROM ogp_wagtail_filing")
    assert str(sha256) in contact.said()
    assert contact.tab.get_by_role("region", name="Filing").locator("code").inner_text() == sha256
    assert contact.tab.get_by_role("button", name=FILE).count() == 0


def test_an_editor_who_is_not_the_point_of_contact_is_told_who_files(
    browser: Any, site: LiveSite, desk: str
) -> None:
    editor = Editor(browser, site, "demo-editor")
    editor.open(desk)
    told = editor.tab.get_by_role("region", name="Filing").inner_text()
    assert "ROLE-03" in told
    assert "Lucía Herrera Paz" in told
    assert editor.tab.get_by_role("button", name=FILE).count() == 0
