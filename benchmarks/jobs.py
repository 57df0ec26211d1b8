"""Small jobs by a Celery worker over Redis, beside the same work as bare Celery tasks.

Both are queued one by one, each in a transaction of its own, by a process with the site's code, and done by
one worker. Measured is the time from the first that is queued to the last that has left its row.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
from typing import Any, Final

from benchmarks.faults import private_redis, site_on
from benchmarks.measured import skipped, tell
from tests.jobs.background import Background, running, until

JOBS: Final = int(os.environ.get("OGP_BENCHMARK_JOBS", "1000"))
ROUNDS: Final = 3

BEGIN: Final = """
import json, os, time
from django.db import connection, transaction
from ogp_wagtail.jobs import celery as warm
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.jobs.queue import enqueue, enqueue_many
from tests.jobs.site.tasks import bare, bare_mark
from tests.jobs.site.work import KIND, MARK, effects, forget

def lasted(queue, names):
    bare.apply_async(("warm",)); warm.wake("default", 1)
    while "warm" not in effects():
        time.sleep(0.02)
    forget()
    began, cpu = time.monotonic(), time.process_time()
    queue(names)
    queued = time.monotonic() - began
    used = time.process_time() - cpu
    while count() < len(names):
        time.sleep(0.02)
    return {"all": time.monotonic() - began, "queued": queued, "cpu": used}

def count():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM effects")
        return cursor.fetchone()[0] + os.path.getsize(os.environ["OGP_BACKGROUND_FILE"])

def one_by_one(names):
    for name in names:
        with transaction.atomic():
            enqueue(KIND, key=name, name=name)

def bare_one_by_one(names):
    for name in names:
        with transaction.atomic():
            transaction.on_commit(lambda name=name: bare.delay(name))

def marks(names):
    for name in names:
        with transaction.atomic():
            enqueue(MARK, key=name, name=name)

def bare_marks(names):
    for name in names:
        with transaction.atomic():
            transaction.on_commit(lambda name=name: bare_mark.delay(name))

def at_once(names):
    enqueue_many(KIND, {name: {"name": name} for name in names})

def bare_at_once(names):
    with transaction.atomic():
        for name in names:
            transaction.on_commit(lambda name=name: bare.delay(name))
"""
ASK: Final = "\nprint(json.dumps(lasted({how}, [str(number) for number in range({count})])))"
DONE: Final = "\nprint(Job.objects.filter(state='done').count())"
PAIRS: Final = {
    "one by one": ("one_by_one", "bare_one_by_one"),
    "one by one, work without database": ("marks", "bare_marks"),
    "many at once": ("at_once", "bare_at_once"),
}


def main() -> None:
    """Measure and tell."""
    if shutil.which("redis-server") is None:
        tell(celery_jobs=skipped("no redis-server: apt install redis-server"))
        return
    with private_redis() as redis, site_on(jobs="celery", broker=redis.url) as site, running(site.worker()):
        until(lambda: "ready." in site.log.read_text(), 60)
        runs = {
            name: [(once(site, ours), once(site, theirs)) for _ in range(ROUNDS)]
            for name, (ours, theirs) in PAIRS.items()
        }
        done = int(site.shell(BEGIN + DONE))
    figures = {name: beside(pairs) for name, pairs in runs.items()}
    tell(
        celery_jobs={
            "workload": {"jobs": JOBS, "done by rows": done // (ROUNDS * len(PAIRS))},
            "figures": figures,
        }
    )


def rounds(site: Background, ours: str, theirs: str) -> list[tuple[dict[str, float], dict[str, float]]]:
    """Ours and theirs in turns."""
    return [(once(site, ours), once(site, theirs)) for _round in range(ROUNDS)]


def once(site: Background, how: str) -> dict[str, float]:
    """One run, in a process of its own."""
    found: dict[str, float] = json.loads(site.shell(BEGIN + ASK.format(how=how, count=JOBS)))
    return found


def beside(pairs: list[tuple[dict[str, float], dict[str, float]]]) -> dict[str, Any]:
    """The medians in milliseconds."""
    ours, theirs = (statistics.median(pair[side]["all"] for pair in pairs) * 1000 for side in (0, 1))
    return {"ours": ours, "theirs": theirs}


if __name__ == "__main__":
    main()
