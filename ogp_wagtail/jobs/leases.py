"""Keeping a job while its work goes on, and taking it from a worker that gave no sign of life."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

from django.db import DatabaseError, IntegrityError, connections, transaction
from django.db.models import QuerySet
from django.utils import timezone

from ogp_wagtail.jobs.claiming import LEASE
from ogp_wagtail.jobs.models import Job

logger = logging.getLogger(__name__)

BEAT: Final = LEASE.total_seconds() / 4


def mine(job: Job) -> QuerySet[Job]:
    """The job's row as long as this attempt is the latest: whoever lost the lease finds nothing to write to."""
    return Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempts=job.attempts)


@contextmanager
def kept(job: Job, every: float = BEAT) -> Iterator[None]:
    """Renew the lease every so many seconds until left. A killed process renews nothing."""
    over = Event()
    Thread(target=keep, args=(job, over, every), name=f"lease of job {job.pk}", daemon=True).start()
    try:
        yield
    finally:
        over.set()


def keep(job: Job, over: Event, every: float) -> None:
    """The heartbeat: its own thread, and its own connection once the first beat needs one."""
    try:
        while not over.wait(every):
            renew(job)
    finally:
        connections.close_all()


def renew(job: Job) -> None:
    """One beat. A database that is busy or away costs this beat, not the job."""
    try:
        mine(job).update(lease_until=timezone.now() + LEASE)
    except DatabaseError:
        logger.warning("The lease of job %s could not be renewed", job.pk, exc_info=True)


def lost() -> QuerySet[Job]:
    """Jobs whose worker let its lease run out."""
    return Job.objects.filter(state=Job.State.RUNNING, lease_until__lt=timezone.now())


def put_back(job: Job, **values: object) -> bool:
    """Let a job wait again. False if the same work was queued meanwhile, and will be done under that row."""
    try:
        with transaction.atomic():
            mine(job).update(
                state=Job.State.WAITING, waiting_key=job.name_in_queue, lease_until=None, worker="", **values
            )
    except IntegrityError:
        return False
    return True
