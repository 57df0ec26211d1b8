"""Somebody who looks after the site sees what failed in the background, and has it tried again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from tests.browser import chromium
from tests.browser.editor import Editor
from tests.browser.site import LiveSite

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCREEN = "/admin/ogp/background/"
FAILED = """
INSERT INTO ogp_wagtail_job (kind, key, payload, queue, state, priority, attempts, worker, error,
                             run_after, created_at, finished_at)
VALUES ('evidence.extract', ?, '{"version": 0, "sha256": ""}', 'default', 'failed', 0, 3, '', ?,
        datetime('now'), datetime('now'), datetime('now'))
"""


@pytest.fixture
def admin(browser: Any, site: LiveSite) -> Editor:
    """Whoever looks after the demo's site, in English; two jobs failed there."""
    with closing(sqlite3.connect(site.folder / "site.sqlite3", timeout=20)) as db, db:
        db.execute("DELETE FROM ogp_wagtail_job WHERE state = 'failed'")
        db.execute(FAILED, ["7", "OSError: [Errno 28] No space left on device: " + "/media/documents" * 12])
        db.execute(FAILED, ["8", "ValueError: no such folder"])
    return Editor(browser, site, "demo-admin")


def test_a_failed_job_is_tried_again(admin: Editor, site: LiveSite) -> None:
    admin.open(SCREEN)
    admin.look("background")
    assert admin.tab.get_by_text("The disk is full.").count() == 1
    admin.tab.get_by_role("button", name="Try again").first.click()
    admin.tab.get_by_text("1 job will be tried again.").wait_for()
    assert site.rows("SELECT count(*) FROM ogp_wagtail_job WHERE state = 'failed'") == [(1,)]


def test_the_screen_can_be_read_by_everybody_at_any_width(admin: Editor) -> None:
    admin.open(SCREEN)
    assert chromium.violations(admin.tab) == []
    assert admin.outside() == []


def test_it_works_without_script(browser: Any, site: LiveSite, admin: Editor) -> None:
    cookies = admin.tab.context.cookies()
    context = browser.new_context(java_script_enabled=False, locale="en-US")
    context.add_cookies(cookies)
    tab = context.new_page()
    tab.goto(site.url + SCREEN)
    tab.get_by_role("button", name="Put all of these aside").click()
    assert tab.get_by_text("2 jobs were put aside.").count() == 1
