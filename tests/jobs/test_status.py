"""``ogp_status``: numbers for machines, and exit code 1 exactly when something needs a person."""

import json
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from ogp_wagtail.jobs import status
from ogp_wagtail.jobs.clock import EVERY_TICK
from ogp_wagtail.jobs.models import ClockEntry, Job, Worker
from ogp_wagtail.jobs.pruning import prune


@pytest.fixture
def ticking(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that ticks, and no sections of rooms."""
    monkeypatch.setattr(status, "_sections", {})
    ClockEntry.objects.create(name=EVERY_TICK, last_run_at=timezone.now())


def asked() -> tuple[dict[str, Any], int]:
    """The document and the exit code."""
    out = StringIO()
    code = 0
    try:
        call_command("ogp_status", "--json", stdout=out)
    except SystemExit as left:
        code = int(left.code or 0)
    return json.loads(out.getvalue()), code


def job(**values: Any) -> Job:
    return Job.objects.create(kind="tests.thing", **({"key": str(Job.objects.count())} | values))


def codes(found: dict[str, Any]) -> list[str]:
    return [one["code"] for one in found["problems"]]


def test_a_quiet_site_needs_nobody(ticking: None) -> None:
    job()
    found, code = asked()
    assert (code, found["problems"], found["queues"]["default"]["waiting"]) == (0, [], 1)


def test_a_job_that_was_given_up_is_named_with_its_error(ticking: None) -> None:
    job(state="failed", error="ValueError: no such folder", attempts=3, finished_at=timezone.now())
    found, code = asked()
    assert (code, codes(found)) == (1, ["failed-jobs"])
    assert found["failures"][0]["error"] == "ValueError: no such folder"


@pytest.mark.parametrize(
    ("queue", "minutes", "needs"), [("default", 16, 1), ("default", 14, 0), ("slow", 16, 0)]
)
def test_a_job_may_wait_only_so_long(ticking: None, queue: str, minutes: int, needs: int) -> None:
    job(queue=queue, run_after=timezone.now() - timedelta(minutes=minutes))
    found, code = asked()
    assert (code, codes(found)) == (needs, ["waiting-long"] * needs)
    assert found["queues"][queue]["oldest_waiting_seconds"] in range(minutes * 60, minutes * 60 + 60)


def test_a_clock_that_stands_still_needs_somebody(ticking: None) -> None:
    ClockEntry.objects.update(last_run_at=timezone.now() - timedelta(minutes=6))
    assert codes(asked()[0]) == ["no-tick"]
    ClockEntry.objects.all().delete()
    assert codes(asked()[0]) == ["no-tick"]


def test_a_site_with_workers_needs_one_that_is_alive(ticking: None, settings: Settings) -> None:
    settings.OGP_WAGTAIL = {"JOBS": "worker"}
    worker = Worker.objects.create(name="one", queues=["default"])
    assert asked()[1] == 0
    Worker.objects.filter(pk=worker.pk).update(seen_at=timezone.now() - timedelta(minutes=6))
    assert codes(asked()[0]) == ["no-worker"]


def test_lost_jobs_need_somebody_when_no_tick_takes_them_up(ticking: None) -> None:
    job(state="running", lease_until=timezone.now() - timedelta(minutes=3))
    assert codes(asked()[0]) == ["lost-jobs"]


def test_a_room_adds_a_section_with_problems_of_its_own(ticking: None) -> None:
    status.register_status("index", lambda: {"behind": 3, "problems": ["Run ogp_reindex."]})
    found, code = asked()
    assert (code, codes(found), found["sections"]["index"]["behind"]) == (1, ["index"], 3)


def test_a_section_that_breaks_is_a_problem_and_nothing_more(ticking: None) -> None:
    status.register_status("index", lambda: {"share": 1 / 0})
    found, code = asked()
    assert (code, codes(found)) == (1, ["index"])


def test_it_tells_how_long_work_took(ticking: None) -> None:
    now = timezone.now()
    job(state="done", started_at=now - timedelta(seconds=4), finished_at=now)
    job(state="done", started_at=now - timedelta(seconds=2), finished_at=now)
    ran = asked()[0]["ran"]
    assert [(one["kind"], one["done"], one["mean"], one["longest"]) for one in ran] == [
        ("tests.thing", 2, 3.0, 4.0)
    ]


def test_as_many_queries_for_many_jobs_as_for_none(
    ticking: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        job(state=("failed", "waiting", "done")[number % 3], finished_at=timezone.now())
    with django_assert_num_queries(6):
        status.status()


def test_people_read_what_needs_them_first(ticking: None) -> None:
    job(state="failed", error="ValueError: no such folder", finished_at=timezone.now())
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("ogp_status", stdout=out)
    assert out.getvalue().startswith("! 1 job was given up.\ndefault: 0 waiting")


def test_done_rows_go_after_a_week_and_failed_ones_stay(ticking: None) -> None:
    long_ago = timezone.now() - timedelta(days=8)
    for state in ("done", "failed", "aside"):
        job(state=state, finished_at=long_ago)
    job(state="done", finished_at=timezone.now())
    Worker.objects.create(name="gone", seen_at=long_ago)
    assert prune() == 1
    assert sorted(Job.objects.values_list("state", flat=True)) == ["aside", "done", "failed"]
    assert not Worker.objects.exists()
