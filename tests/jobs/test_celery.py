"""Jobs by a real Celery worker over a real Redis; the rows decide, the broker only wakes."""

import json
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.jobs.background import Background, end, postgresql_site, running, sqlite_site, until

pytest.importorskip("celery", reason="no Celery: pip install 'ogp-wagtail[celery]'")

REDIS = os.environ.get("OGP_TEST_REDIS_URL", "")
SERVER = os.environ.get("OGP_TEST_DATABASE_URL", "")
needs_redis = pytest.mark.skipif(not REDIS, reason="no Redis: set OGP_TEST_REDIS_URL")

QUEUE = """
from ogp_wagtail.jobs.queue import enqueue
for number in range({count}):
    enqueue("background.effect", key=str(number), name=str(number))
"""
TELL = """
import json
from ogp_wagtail.jobs.models import Job, Worker
from tests.jobs.site.work import effects
states = list(Job.objects.order_by().values_list("state", flat=True))
print(json.dumps({"states": states, "effects": effects(), "workers": Worker.objects.count()}))
"""
LIKE_BEAT = """
from tests.jobs.site import celery_app as app
app.loader.init_worker()
app.finalize()
entry = app.conf.beat_schedule["ogp_wagtail.tick"]
print(entry["task"], "every", entry["schedule"])
"""


def state(site: Background) -> dict[str, object]:
    """The states of all jobs, what they left, how many workers are known."""
    found: dict[str, object] = json.loads(site.shell(TELL))
    return found


def all_done(site: Background, count: int) -> bool:
    return state(site)["states"] == ["done"] * count


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Background]:
    """A site with Celery: on PostgreSQL where there is one, with a Redis database of this process's own."""
    broker = f"{REDIS.rpartition('/')[0]}/{1 + os.getpid() % 12}"
    redis = __import__("redis").Redis.from_url(broker)
    redis.flushdb()
    made = postgresql_site(SERVER, tmp_path, jobs="celery", broker=broker) if SERVER else None
    with made or sqlite_site(tmp_path, jobs="celery", broker=broker) as site:
        yield site
    redis.flushdb()
    redis.close()


@needs_redis
@pytest.mark.slow
def test_a_worker_does_each_job_once_and_is_seen(site: Background) -> None:
    with running(site.worker()):
        site.shell(QUEUE.format(count=20))
        assert until(lambda: all_done(site, 20)), site.log.read_text()
    assert state(site)["effects"] == {str(number): 1 for number in range(20)}
    assert state(site)["workers"] == 1


@needs_redis
@pytest.mark.slow
def test_a_flushed_broker_loses_nothing_once_the_clock_has_ticked(site: Background) -> None:
    site.shell(QUEUE.format(count=5))
    __import__("redis").Redis.from_url(site.broker).flushdb()
    with running(site.worker()):
        site.manage("ogp_tick")
        assert until(lambda: all_done(site, 5)), site.log.read_text()


@needs_redis
@pytest.mark.slow
def test_a_killed_workers_job_is_done_by_the_next(site: Background) -> None:
    with running(first := site.worker()):
        site.shell(QUEUE.format(count=1).replace("name=str(number)", "name='slow', seconds=30"))
        assert until(lambda: state(site)["states"] == ["running"]), site.log.read_text()
        end(first, signal.SIGKILL)
    site.shell(
        "from ogp_wagtail.jobs.models import Job\n"
        "from django.utils.timezone import now\n"
        "Job.objects.update(lease_until=now(), payload={'name': 'slow'})"
    )
    with running(site.worker()):
        site.manage("ogp_tick")
        assert until(lambda: all_done(site, 1)), site.log.read_text()
    assert state(site)["effects"] == {"slow": 1}


def test_beat_knows_the_tick_without_any_setting(tmp_path: Path) -> None:
    site = Background(f"sqlite:///{tmp_path / 'none'}", jobs="celery", broker="redis://127.0.0.1:1/0")
    assert site.shell(LIKE_BEAT) == "ogp_wagtail.tick every 60.0\n"


def test_a_broker_that_is_away_costs_a_publication_a_second_at_most(tmp_path: Path) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(1)
        broker = f"redis://127.0.0.1:{deaf.getsockname()[1]}/0"
        with sqlite_site(tmp_path, jobs="celery", broker=broker) as site:
            took = site.shell(
                "import time; from ogp_wagtail.jobs import celery; began = time.monotonic()\n"
                + QUEUE.format(count=50)
                + "print(time.monotonic() - began)"
            )
            assert float(took) < 3  # of which 50 writes and the import take a part
            assert state(site)["states"] == ["waiting"] * 50
            assert site.manage("ogp_work", "--once").startswith("50 done")
