"""The clock's tick: each thing once when its time has come, however many make it tick."""

import json
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from threading import Barrier, Thread

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from ogp_wagtail.jobs import clock, kinds
from ogp_wagtail.jobs.models import ClockEntry, Job

NAME = "tests.hourly"


@pytest.fixture
def calls() -> Iterator[list[int]]:
    """One entry for each time that the tests' hourly work was done. Nothing else is registered meanwhile."""
    called: list[int] = []
    others = dict(clock._registered)
    clock._registered.clear()
    clock.register_tick(NAME, lambda: called.append(1), every=timedelta(hours=1))
    yield called
    clock._registered.clear()
    clock._registered.update(others)
    kinds._kinds.pop(NAME)


def test_what_is_due_is_done_and_not_again_before_its_time(db: None, calls: list[int]) -> None:
    assert clock.tick().due == [NAME]
    assert clock.tick().due == []
    assert len(calls) == 1
    ClockEntry.objects.filter(name=NAME).update(due_at=timezone.now() - timedelta(seconds=1))
    assert clock.tick().due == [NAME]
    assert len(calls) == 2


def test_the_tick_takes_up_what_a_dead_worker_had(db: None, calls: list[int]) -> None:
    clock.tick()
    Job.objects.update(state=Job.State.RUNNING, attempts=1, lease_until=timezone.now() - timedelta(seconds=1))
    assert clock.tick().ran == {"done": 1}
    assert len(calls) == 2


def test_with_workers_the_tick_leaves_the_work_to_them(
    db: None, calls: list[int], settings: Settings
) -> None:
    settings.OGP_WAGTAIL = {"JOBS": "worker"}
    ticked = clock.tick()
    assert (ticked.due, ticked.woken, ticked.ran.total(), calls) == ([NAME], ["default"], 0, [])


def test_the_command_says_what_was_due(
    db: None, calls: list[int], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    out = StringIO()
    call_command("ogp_tick", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {
        "due": [NAME],
        "woken": ["default"],
        "done": 1,
        "again": 0,
        "failed": 0,
    }


@pytest.mark.django_db(transaction=True)
def test_of_four_ticks_at_once_one_hands_it_out(calls: list[int]) -> None:
    start = Barrier(4)

    def ticking() -> None:
        start.wait()
        clock.tick()
        connection.close()

    threads = [Thread(target=ticking) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == 1
