"""The demo as a city would serve it: a process of its own, a database and uploads of its own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.processes import REPOSITORY, run, succeed

SETTINGS = "tests.browser.settings"
PATIENCE = 90  # seconds that a server on a busy machine may take to start


@dataclass(frozen=True)
class LiveSite:
    """A served site: its address, its folder, and the passwords of the demo's people."""

    url: str
    folder: Path
    passwords: dict[str, str]

    def tracebacks(self) -> list[str]:
        """What went wrong in the server, as its log tells it."""
        log = (self.folder / "server.log").read_text(encoding="utf-8")
        return log.split("Traceback (most recent call last):")[1:]

    def rows(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """What the database holds. The browser's event loop keeps Django's own queries away."""
        with closing(sqlite3.connect(self.folder / "site.sqlite3")) as db:
            return db.execute(statement, values).fetchall()


def build(folder: Path) -> None:
    """Make a site with the demo in ``folder``: what ``make demo`` does before it serves."""
    folder.mkdir()
    succeed("-m", "django", "migrate", "--verbosity", "0", **environment(folder))
    told = run("-m", "django", "ogp_demo", "--json", **environment(folder)).stdout
    passwords = {one["user"]: one["password"] for one in json.loads(told)["users"]}
    (folder / "passwords.json").write_text(json.dumps(passwords), encoding="utf-8")


@contextmanager
def served(built: Path, folder: Path) -> Iterator[LiveSite]:
    """Serve a copy of a built site."""
    shutil.copytree(built, folder)
    port = free_port()
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "django", "runserver", "--noreload", f"127.0.0.1:{port}"],
            cwd=REPOSITORY,
            env=os.environ | {"PYTHONPATH": str(REPOSITORY)} | environment(folder),
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(server, port)
            passwords = json.loads((folder / "passwords.json").read_text(encoding="utf-8"))
            yield LiveSite(f"http://127.0.0.1:{port}", folder, passwords)
        finally:
            server.terminate()
            server.wait()


def environment(folder: Path) -> dict[str, str]:
    """What makes a process work on the site in ``folder``."""
    return {"DJANGO_SETTINGS_MODULE": SETTINGS, "OGP_BROWSER_SITE": str(folder)}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def wait_for(server: subprocess.Popen[bytes], port: int) -> None:
    """Return when the server answers; raise ``RuntimeError`` when it ended or never does."""
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            try:
                connection.request("HEAD", "/")
                connection.getresponse()
            except OSError:
                time.sleep(0.2)
            else:
                return
    raise RuntimeError("the site was not served")
