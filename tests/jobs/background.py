"""Runs the background site: its database, its workers, and commands in its own processes."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.processes import REPOSITORY, run

PREPARE = "from tests.jobs.site.work import make_tables; make_tables()"
CELERY = ("-m", "celery", "--app", "tests.jobs.site")


@dataclass
class Background:
    """One running site. ``jobs`` is its way to run them, ``broker`` the address of its broker, if any."""

    database: str
    jobs: str = "worker"
    broker: str = ""
    log: Path = field(default_factory=lambda: Path(tempfile.mkstemp(suffix=".log")[1]))

    @property
    def environment(self) -> dict[str, str]:
        """What makes a process one of this site's."""
        return {
            "DJANGO_SETTINGS_MODULE": "tests.jobs.site.settings",
            "OGP_BACKGROUND_DATABASE_URL": self.database,
            "OGP_BACKGROUND_JOBS": self.jobs,
            "OGP_BACKGROUND_FILE": str(self.log.with_suffix(".marks")),
            **({"OGP_BACKGROUND_BROKER_URL": self.broker} if self.broker else {}),
        }

    def shell(self, source: str) -> str:
        """Run Python in a process of the site; what it prints."""
        return self.told("-c", f"import django; django.setup()\n{source}")

    def manage(self, *arguments: str) -> str:
        """Run a management command; what it prints."""
        return self.told("-m", "django", *arguments)

    def told(self, *arguments: str) -> str:
        """The standard output of a process that must succeed."""
        done = run("-W", "ignore", *arguments, **self.environment)
        assert done.returncode == 0, f"{arguments} ended with {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """What the database answers, without starting a process of the site."""
        if self.database.startswith("sqlite"):
            file = self.database.removeprefix("sqlite:///")
            with closing(sqlite3.connect(file, timeout=20, isolation_level=None)) as db:
                return db.execute(statement).fetchall()
        psycopg = pytest.importorskip("psycopg")
        with psycopg.connect(self.database.replace("postgres://", "postgresql://"), autocommit=True) as db:
            done = db.execute(statement)
            return list(done.fetchall()) if done.description else []

    def start(self, *arguments: str, talks: bool = False) -> subprocess.Popen[bytes]:
        """Start ``python ARGUMENTS``, for instance a worker, in a group of its own.

        One that ``talks`` takes and gives lines; the output of any other is in the log.
        """
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *arguments],
                cwd=REPOSITORY,
                env=os.environ | {"PYTHONPATH": str(REPOSITORY)} | self.environment,
                stdin=subprocess.PIPE if talks else None,
                stdout=subprocess.PIPE if talks else log,
                stderr=log,
                start_new_session=True,
            )

    def worker(self) -> subprocess.Popen[bytes]:
        """Start a worker of the site's way."""
        if self.jobs == "celery":
            return self.start(*CELERY, "worker", "--pool=solo", "--loglevel=INFO", "--without-gossip")
        return self.start("-m", "django", "ogp_work")

    def beat(self, schedule: Path) -> subprocess.Popen[bytes]:
        """Start Celery's clock."""
        return self.start(*CELERY, "beat", "--loglevel=INFO", "--schedule", str(schedule))


@contextmanager
def sqlite_site(folder: Path, **options: str) -> Iterator[Background]:
    """A site on a SQLite file."""
    site = Background(f"sqlite:///{folder / 'background.sqlite3'}", log=folder / "workers.log", **options)
    site.shell(PREPARE)
    yield site


@contextmanager
def postgresql_site(server: str, folder: Path, **options: str) -> Iterator[Background]:
    """A site on a PostgreSQL database of its own, thrown away afterwards."""
    psycopg = pytest.importorskip("psycopg")
    name = f"ogp_background_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server.replace("postgres://", "postgresql://"), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            url = urlsplit(server)._replace(path=f"/{name}").geturl()
            site = Background(url, log=folder / "workers.log", **options)
            site.shell(PREPARE)
            yield site
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running(*processes: subprocess.Popen[bytes]) -> Iterator[None]:
    """Stop these processes in the end."""
    try:
        yield
    finally:
        for process in processes:
            end(process, signal.SIGTERM)


def end(process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGKILL) -> None:
    """End a process, and its children when it is killed."""
    if process.poll() is None:
        (os.killpg if how == signal.SIGKILL else os.kill)(process.pid, how)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until(condition: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Wait for a condition; whether it came true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False
