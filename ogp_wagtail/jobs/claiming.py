"""Taking a job: one statement, of which the database lets a single worker through.

PostgreSQL and SQLite change the row and hand it over in the same statement; PostgreSQL passes over rows that
another worker is just taking. Elsewhere a row is looked up and then taken by compare-and-swap.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, Final

from django.db import connection
from django.db.models import F, Q
from django.utils import timezone

from ogp_wagtail.jobs.kinds import QUEUES
from ogp_wagtail.jobs.models import Job

LEASE: Final = timedelta(minutes=2)  # renewed by the worker's heartbeat

TAKE: Final = """
UPDATE ogp_wagtail_job
SET state = 'running', waiting_key = NULL, attempts = attempts + 1,
    worker = %s, started_at = %s, lease_until = %s
WHERE {which} AND state = 'waiting'
RETURNING *
"""
THIS_ONE: Final = "id = %s AND run_after <= %s"
MOST_URGENT: Final = """id = (
    SELECT id FROM ogp_wagtail_job
    WHERE state = 'waiting' AND run_after <= %s AND queue IN ({queues})
    ORDER BY priority DESC, run_after, id LIMIT 1 {skip_locked})"""


def claim(pk: int) -> Job | None:
    """Take this job if it waits and its time has come."""
    if returns_rows():
        return take(THIS_ONE, [pk, timezone.now()])
    return swap(pk)


def next_due(queues: Iterable[str] | None = None) -> Job | None:
    """Take the most urgent job that is due, of these queues or of all; None when there is none."""
    names = list(queues or QUEUES)
    if returns_rows():
        skip_locked = (
            "FOR UPDATE SKIP LOCKED" if connection.features.has_select_for_update_skip_locked else ""
        )
        marks = ", ".join(["%s"] * len(names))
        return take(MOST_URGENT.format(queues=marks, skip_locked=skip_locked), [timezone.now(), *names])
    while True:
        pk = Job.objects.filter(due(), queue__in=names).values_list("pk", flat=True).first()
        if pk is None:
            return None
        if job := swap(pk):
            return job


def due() -> Q:
    """Jobs that wait and may run now."""
    return Q(state=Job.State.WAITING, run_after__lte=timezone.now())


def take(which: str, values: Sequence[Any]) -> Job | None:
    """Change the row and read it in one statement."""
    now = timezone.now()
    statement = TAKE.format(which=which)
    return next(iter(list(Job.objects.raw(statement, [worker_name(), now, now + LEASE, *values]))), None)


def swap(pk: int) -> Job | None:
    """Take a job by compare-and-swap, where a changed row cannot be read in the same statement."""
    now = timezone.now()
    taken = Job.objects.filter(due(), pk=pk).update(
        state=Job.State.RUNNING,
        waiting_key=None,
        attempts=F("attempts") + 1,
        worker=worker_name(),
        started_at=now,
        lease_until=now + LEASE,
    )
    return Job.objects.get(pk=pk) if taken else None


def returns_rows() -> bool:
    """Whether this database has ``UPDATE … RETURNING``. MariaDB has it for INSERT alone."""
    return (
        connection.vendor in {"postgresql", "sqlite"} and connection.features.can_return_rows_from_bulk_insert
    )


def worker_name() -> str:
    """The name under which this process takes jobs: host and process."""
    return f"{socket.gethostname()}:{os.getpid()}"[:120]
