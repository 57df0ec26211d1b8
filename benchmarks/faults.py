"""Work in the background under faults: whatever breaks, each job ends, and ends once.

    python -m benchmarks.faults [SCENARIO …] [--kills N] [--json]

Scenarios: ``workers`` (a worker killed at random moments), ``celery`` (the same with Celery's workers),
``broker`` (Redis emptied, killed and started again) and ``disk`` (no room to write). On a database of its own
at ``OGP_TEST_DATABASE_URL``, or in a SQLite file. Ends with 1 when a job was lost or ended twice.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.jobs.background import Background, end, postgresql_site, running, sqlite_site, until

Told = dict[str, Any]
SERVER = os.environ.get("OGP_TEST_DATABASE_URL", "")

# The database itself writes down each end of a job: no code of ours can end one twice unnoticed.
WATCH = """
from django.db import connection
ENDED = "NEW.state IN ('done', 'failed')"
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE endings (job bigint NOT NULL)")
    if connection.vendor == "postgresql":
        cursor.execute("CREATE FUNCTION ended() RETURNS trigger LANGUAGE plpgsql AS "
                       "$$ BEGIN INSERT INTO endings VALUES (NEW.id); RETURN NEW; END $$")
        cursor.execute("CREATE TRIGGER ended AFTER UPDATE OF state ON ogp_wagtail_job FOR EACH ROW "
                       f"WHEN ({ENDED}) EXECUTE FUNCTION ended()")
    else:
        cursor.execute(f"CREATE TRIGGER ended AFTER UPDATE OF state ON ogp_wagtail_job WHEN {ENDED} "
                       "BEGIN INSERT INTO endings VALUES (NEW.id); END")
"""
QUEUE = """
from ogp_wagtail.jobs.queue import enqueue
for number in range({first}, {first} + {count}):
    enqueue("background.effect", key=str(number), name=str(number), seconds={seconds})
"""
# What two minutes of silence and all pauses bring about, at once.
TIME_PASSES = (
    "UPDATE ogp_wagtail_job SET lease_until = CURRENT_TIMESTAMP WHERE state = 'running'",
    "UPDATE ogp_wagtail_job SET run_after = CURRENT_TIMESTAMP WHERE state = 'waiting'",
)
# Starts workers as fast as they are killed: each is a process of its own, forked from one that has the site loaded.
NURSERY = """
import os, signal, sys
from django.core.management import call_command
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        call_command("ogp_work", stdout=open(os.devnull, "w"))
        os._exit(0)
    print(pid, flush=True)
"""
TELL = """
import json
from collections import Counter
from django.db import connection
from ogp_wagtail.jobs.models import Job
from tests.jobs.site.work import effects
with connection.cursor() as cursor:
    cursor.execute("SELECT job FROM endings")
    endings = Counter(row[0] for row in cursor.fetchall())
states = Counter(Job.objects.order_by().values_list("state", flat=True))
done = set(Job.objects.filter(state="done").values_list("key", flat=True))
print(json.dumps({
    "jobs": states.total(), "states": states, "ended": len(endings), "not_ended": states.total() - len(endings),
    "ended_twice": sum(times > 1 for times in endings.values()),
    "done_without_effect": len(done - effects().keys()),
    "done_again_after_a_kill": sum(times > 1 for times in effects().values()),
}))
"""


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.faults", description="Break things, and look what is lost."
    )
    parser.add_argument(
        "scenarios", nargs="*", metavar="SCENARIO", help=f"of {', '.join(SCENARIOS)}; all unless named"
    )
    parser.add_argument("--kills", type=int, default=5, metavar="N", help="how many workers are killed (5)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.scenarios) - set(SCENARIOS):
        parser.error(f"no scenario {sorted(unknown)[0]}; there are {', '.join(SCENARIOS)}")
    told = {name: SCENARIOS[name](chosen.kills) for name in chosen.scenarios or SCENARIOS}
    held = all(holds(one) for one in told.values())
    print(
        json.dumps(told, indent=2)
        if chosen.json
        else "\n".join(f"{name}: {one}" for name, one in told.items())
    )
    return 0 if held else 1


def holds(told: Told) -> bool:
    """Whether nothing was lost and nothing ended twice. What could not be tried here says so."""
    return "skipped" in told or not (told["not_ended"] or told["ended_twice"] or told["done_without_effect"])


@contextmanager
def site(**options: str) -> Iterator[Background]:
    """A site whose database writes down the ends of jobs."""
    with site_on(**options) as background:
        background.shell(WATCH)
        yield background


@contextmanager
def site_on(**options: str) -> Iterator[Background]:
    """A site on a database of its own: on the server that is named, or in a SQLite file."""
    with tempfile.TemporaryDirectory(prefix="ogp-background-") as folder:
        made = (
            postgresql_site(SERVER, Path(folder), **options)
            if SERVER
            else sqlite_site(Path(folder), **options)
        )
        with made as background:
            yield background


def told(background: Background) -> Told:
    """How the jobs stand."""
    found: Told = json.loads(background.shell(TELL))
    return found


def settled(background: Background) -> bool:
    """Whether every job has ended; lets time pass, so that what was lost or waits is taken up."""
    time_passes(background)
    if background.jobs == "celery":
        background.manage("ogp_tick", "--json")
    return not left(background)


def time_passes(background: Background) -> None:
    """Let the leases of the dead and all pauses run out."""
    for statement in TIME_PASSES:
        background.sql(statement)


def left(background: Background) -> int:
    """How many jobs have not ended."""
    rows = background.sql("SELECT count(*) FROM ogp_wagtail_job WHERE state IN ('waiting', 'running')")
    return int(rows[0][0])


def workers(kills: int) -> Told:
    """``ogp_work`` killed so many times, at random moments of its work."""
    with site() as background:
        background.shell(QUEUE.format(first=0, count=max(40, kills * 8), seconds=0.02))
        with nursery(background) as start:
            for _kill in range(kills):
                pid = start()
                time.sleep(random.uniform(0, 0.6))
                os.kill(pid, signal.SIGKILL)
                time_passes(background)
        ended_before = told(background)["ended"]
        with running(background.worker()):
            until(lambda: settled(background), 300)
        return told(background) | {"kills": kills, "ended_by_the_killed": ended_before}


@contextmanager
def nursery(background: Background) -> Iterator[Callable[[], int]]:
    """A function that starts a worker and returns its number."""
    source = f"import django; django.setup()\n{NURSERY}"
    process = background.start("-W", "ignore", "-c", source, talks=True)
    assert process.stdin
    assert process.stdout
    pipe, answers = process.stdin, process.stdout

    def start() -> int:
        pipe.write(b"\n")
        pipe.flush()
        return int(answers.readline())

    try:
        yield start
    finally:
        end(process)
        pipe.close()
        answers.close()


def celery(kills: int) -> Told:
    """A Celery worker killed, at random moments, a tenth as often: each of them starts anew."""
    kills = max(2, kills // 10)
    with private_redis() as redis, site(jobs="celery", broker=redis.url) as background:
        background.shell(QUEUE.format(first=0, count=kills * 60, seconds=0.02))
        for _kill in range(kills):
            before, worker = left(background), background.worker()
            until(lambda before=before: left(background) < before, 60)
            time.sleep(random.uniform(0, 0.8))
            end(worker, signal.SIGKILL)
            time_passes(background)
        ended_before = told(background)["ended"]
        with running(background.worker()):
            until(lambda: settled(background), 300)
        return told(background) | {"kills": kills, "ended_by_the_killed": ended_before}


def broker(_kills: int) -> Told:
    """Redis emptied, killed and started again while jobs are queued and done."""
    with private_redis() as redis, site(jobs="celery", broker=redis.url) as background:
        with running(background.worker()):
            background.shell(QUEUE.format(first=0, count=20, seconds=0.02))
            redis.flush()
            redis.kill()
            began = time.monotonic()
            background.shell(QUEUE.format(first=20, count=20, seconds=0.02))
            away = time.monotonic() - began
            redis.start()
            background.shell(QUEUE.format(first=40, count=20, seconds=0.02))
            until(lambda: settled(background), 300)
        return told(background) | {"seconds_to_start_and_queue_20_without_broker": round(away, 2)}


def disk(_kills: int) -> Told:
    """A worker that may not make any file longer, as when the disk is full; then one that may."""
    with tempfile.TemporaryDirectory(prefix="ogp-faults-") as folder, sqlite_site(Path(folder)) as background:
        background.shell(WATCH)
        background.shell(QUEUE.format(first=0, count=20, seconds=0))
        no_room = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        command = "import django; django.setup()\nfrom django.core.management import call_command\n"
        full = background.start(
            "-c", f"{no_room}{command}call_command('ogp_work', stdout=open('/dev/null', 'w'))"
        )
        time.sleep(5)
        alive = full.poll() is None
        during = 20 - left(background)
        end(full, signal.SIGKILL)
        with running(background.worker()):
            until(lambda: settled(background), 120)
        return told(background) | {"ended_while_full": during, "worker_outlived_it": alive}


class Redis:
    """A Redis of our own, which may be killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it empty, and wait until it answers."""
        command = [
            "redis-server",
            "--port",
            str(self.port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            self.folder,
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        until(self.answers, 10)

    def answers(self) -> bool:
        """Whether it takes connections."""
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self.port)) == 0

    def flush(self) -> None:
        """Forget everything."""
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.sendall(b"FLUSHALL\r\n")
            connection.recv(64)

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()
        self.process.wait()


@contextmanager
def private_redis() -> Iterator[Redis]:
    """A Redis on a free port."""
    with tempfile.TemporaryDirectory(prefix="ogp-redis-") as folder:
        redis = Redis(Path(folder))
        redis.start()
        try:
            yield redis
        finally:
            redis.kill()


def with_redis(scenario: Callable[[int], Told]) -> Callable[[int], Told]:
    """The scenario, or why it cannot be played here."""
    lacks = {"skipped": "no redis-server: apt install redis-server"}
    return scenario if shutil.which("redis-server") else lambda _kills: lacks


SCENARIOS = {"workers": workers, "celery": with_redis(celery), "broker": with_redis(broker), "disk": disk}


if __name__ == "__main__":
    sys.exit(main())
