"""How the work in the background stands, for ``ogp_status`` and the admin. Rooms add sections of their own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.jobs import counts
from ogp_wagtail.jobs.clock import EVERY_TICK
from ogp_wagtail.jobs.models import ClockEntry, Job, Worker

logger = logging.getLogger(__name__)

Section = Mapping[str, Any]
TOO_LONG: Final = {"default": 15 * 60, "slow": 24 * 60 * 60}  # seconds that a job may wait
SILENCE: Final = timedelta(minutes=5)  # without a sign of life from any worker, or a tick
LISTED: Final = 50

_sections: dict[str, Callable[[], Section]] = {}


def register_status(name: str, section: Callable[[], Section]) -> None:
    """Have ``ogp_status`` show a section under ``name``.

    ``section`` returns plain values for JSON. Under its key ``"problems"`` it may list sentences, each of which
    says what a person has to do; then ``ogp_status`` ends with exit code 1.
    """
    _sections[name] = section


def status() -> dict[str, Any]:
    """Everything as plain values; ``problems`` is empty when nothing needs a person."""
    now = timezone.now()
    entries = {entry.name: entry for entry in ClockEntry.objects.all()}
    ticked = entries.pop(EVERY_TICK, None)
    found: dict[str, Any] = {
        "jobs": ogp_settings.JOBS,
        "queues": counts.by_queue(now),
        "ran": counts.by_kind(now),
        "lost": counts.lost_count(now),
        "failures": [failure(job) for job in failures()],
        "workers": [worker(one, now) for one in Worker.objects.all()],
        "tick": {
            "last": ticked and ticked.last_run_at,
            "seconds_ago": ticked and ago(ticked.last_run_at, now),
        },
        "clock": [clock_entry(entry) for entry in entries.values()],
        "sections": {name: told(name, section) for name, section in _sections.items()},
    }
    found["problems"] = [{"code": code, "message": message} for code, message in problems(found)]
    return found


def failures() -> list[Job]:
    """The latest jobs that were given up and that nobody has put aside."""
    return list(Job.objects.filter(state=Job.State.FAILED).order_by("-finished_at", "-pk")[:LISTED])


def failure(job: Job) -> dict[str, Any]:
    """One job that was given up."""
    names = ("pk", "queue", "kind", "key", "attempts", "error", "finished_at")
    return {name: getattr(job, name) for name in names}


def worker(one: Worker, now: datetime) -> dict[str, Any]:
    """One worker, and how many seconds ago it was seen."""
    return {
        "name": one.name,
        "queues": one.queues,
        "seen_at": one.seen_at,
        "seconds_ago": ago(one.seen_at, now),
    }


def clock_entry(entry: ClockEntry) -> dict[str, Any]:
    """When one of the clock's works was handed out last, and when it will be next."""
    return {"name": entry.name, "last_run_at": entry.last_run_at, "due_at": entry.due_at}


def ago(moment: datetime | None, now: datetime) -> int | None:
    """Seconds since a moment."""
    return None if moment is None else counts.seconds(now - moment)


def told(name: str, section: Callable[[], Section]) -> dict[str, Any]:
    """What a room tells; a section that breaks is a problem of its own."""
    try:
        return dict(section())
    except Exception as error:
        logger.exception("The section %s of the status broke", name)
        return {"problems": [f"{type(error).__name__}: {error}"]}


def problems(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What needs a person, each with a code for machines and a sentence for people."""
    yield from of_queues(found["queues"])
    if found["lost"]:
        yield "lost-jobs", _("Workers were lost, and no tick of the clock has taken up their jobs.")
    yield from of_clock(found["tick"]["seconds_ago"])
    yield from of_workers(found)
    for name, section in found["sections"].items():
        for sentence in section.get("problems", ()):
            yield name, str(sentence)


def of_queues(queues: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Jobs that were given up, and those that wait for too long."""
    failed = sum(row["failed"] for row in queues.values())
    if failed:
        sentence = ngettext("%d job was given up.", "%d jobs were given up.", failed)
        yield "failed-jobs", sentence % failed
    for queue, row in queues.items():
        waited = row["oldest_waiting_seconds"] or 0
        if waited > TOO_LONG.get(queue, TOO_LONG["default"]):
            values = {"queue": queue, "minutes": waited // 60}
            yield (
                "waiting-long",
                _("A job in the queue “%(queue)s” waits since %(minutes)d minutes.") % values,
            )


def of_clock(seconds_ago: int | None) -> Iterator[tuple[str, str]]:
    """A clock that stands still: nothing is tried again, and no regular check takes place."""
    if seconds_ago is None:
        yield "no-tick", _("The clock has never ticked: run ogp_tick by cron, ogp_work, or Celery's beat.")
    elif seconds_ago > SILENCE.total_seconds():
        minutes = {"minutes": seconds_ago // 60}
        yield "no-tick", _("The clock has not ticked for %(minutes)d minutes.") % minutes


def of_workers(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A site that leaves its jobs to workers, and has none."""
    alive = [one for one in found["workers"] if one["seconds_ago"] <= SILENCE.total_seconds()]
    if found["jobs"] != "inline" and not alive:
        minutes = {"minutes": SILENCE.total_seconds() // 60}
        yield "no-worker", _("No worker has been seen for %(minutes)d minutes.") % minutes
