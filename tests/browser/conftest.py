"""A served demo and a browser. A module has its own site: what its tests write, no other module sees."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser import chromium
from tests.browser.site import LiveSite, build, served


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of a site with the demo, made once for all processes of the test run."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    folder = shared / "built-site"
    with (shared / "built-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "passwords.json").exists():
            build(folder)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium.running() as running:
        yield running


@pytest.fixture(scope="module")
def site(browser: Any, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    with served(built, tmp_path_factory.mktemp("served") / "site") as live:
        yield live


@pytest.fixture(autouse=True)
def no_traceback(site: LiveSite) -> Iterator[None]:
    """Whatever a test does, the server never breaks."""
    before = len(site.tracebacks())
    yield
    assert site.tracebacks()[before:] == []
