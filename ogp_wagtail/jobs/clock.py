"""The clock's tick: what has to happen from time to time, whoever makes the clock tick.

``manage.py ogp_tick`` under cron, ``ogp_work``, and Celery's beat all call :func:`tick`. Several at once do
each thing once: a row a thing says when it is due, and one of them moves it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.jobs import runner
from ogp_wagtail.jobs.claiming import due
from ogp_wagtail.jobs.dispatch import dispatcher
from ogp_wagtail.jobs.kinds import register_kind
from ogp_wagtail.jobs.models import ClockEntry, Job
from ogp_wagtail.jobs.queue import enqueue

EVERY_TICK: Final = "tick"  # the entry that tells when the clock ticked last
AT_MOST: Final = timedelta(minutes=10)  # how long one tick works by itself on a site without workers

_registered: dict[str, timedelta] = {}


def register_tick(
    name: str,
    work: Callable[[], Any],
    *,
    every: timedelta,
    queue: str = "default",
    label: str | Promise = "",
) -> None:
    """Have ``work`` done about every so often, as a job of the kind ``name``.

    It is called without arguments, by one worker at a time unless it takes longer than ``every``; it may run
    more than once and has to leave the same result. A failure is tried again like that of any job.
    """
    register_kind(name, work, queue=queue, label=label)
    _registered[name] = every


@dataclass
class Ticked:
    """What one tick did: names that were due, jobs taken from dead workers, queues woken, jobs run by itself."""

    due: list[str] = field(default_factory=list)
    given_up: int = 0
    woken: list[str] = field(default_factory=list)
    ran: Counter[str] = field(default_factory=Counter)


def tick(by_worker: bool = False) -> Ticked:
    """Take up lost jobs, hand out what is due, wake the workers.

    On a site without workers it does the waiting jobs here, unless a worker calls it that does them anyway.
    """
    now = timezone.now()
    done = Ticked(given_up=runner.free_lost())
    done.due = [name for name, every in _registered.items() if hand_out(name, every, now)]
    done.woken = wake_up()
    if ogp_settings.JOBS == "inline" and not by_worker:
        done.ran = runner.run_waiting(until=now + AT_MOST)
    ClockEntry.objects.update_or_create(name=EVERY_TICK, defaults={"last_run_at": now, "due_at": now})
    return done


def hand_out(name: str, every: timedelta, now: datetime) -> bool:
    """Queue the work of an entry if its time has come. Of two ticks at once, one moves the row."""
    ClockEntry.objects.get_or_create(name=name, defaults={"due_at": now})
    with transaction.atomic():
        moved = ClockEntry.objects.filter(name=name, due_at__lte=now).update(
            last_run_at=now, due_at=now + every
        )
        if moved:
            enqueue(name, key=EVERY_TICK)
    return bool(moved)


def wake_up() -> list[str]:
    """Wake somebody for each queue in which a job is due: the message of before may be lost."""
    queues = sorted(set(Job.objects.filter(due()).order_by().values_list("queue", flat=True).distinct()))
    if ogp_settings.JOBS != "inline":
        for queue in queues:
            dispatcher()(queue, 1)
    return queues
