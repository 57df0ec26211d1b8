"""Debian's Chromium, and what it can say of a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
REFLOWS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@contextmanager
def running() -> Iterator[Any]:
    """A running browser; skips where there is none. Its event loop keeps Django from the database meanwhile."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright: make test installs it")
    if not CHROMIUM.exists():
        pytest.skip(f"no {CHROMIUM}: apt install chromium")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--headless"])
        yield chromium
        chromium.close()


def violations(page: Any) -> list[str]:
    """What axe finds against WCAG 2.2 AA, one line for each place."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-playwright-python")
    found = axe.Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    return [f"{one['id']} at {node['target']}" for one in found for node in one["nodes"]]
