"""Running jobs: taken by compare-and-swap with a lease, tried again with growing pauses, given up in the end.

A worker that is killed keeps nothing from being done: its lease runs out and the next one takes the job up.
"""

from __future__ import annotations

import logging
from collections import Counter
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from ogp_wagtail.jobs.kinds import kind_of
from ogp_wagtail.jobs.models import Job

logger = logging.getLogger(__name__)

ATTEMPTS: Final = 3
LEASE: Final = timedelta(minutes=15)
FIRST_PAUSE: Final = timedelta(minutes=1)  # then four times as long after each failure
DIED: Final = "The worker stopped before it was finished."


def run_waiting(limit: int | None = None) -> Counter[str]:
    """Run jobs that are due, the most urgent first, until none is left or ``limit`` are done.

    Returns how many ended in each state: ``done``, ``waiting`` (to be tried again) and ``failed``.
    """
    ended: Counter[str] = Counter()
    while limit is None or ended.total() < limit:
        job = next_due()
        if job is None:
            break
        ended[run(job)] += 1
    return ended


def run_one(pk: int) -> str | None:
    """Run this job if it is due; returns the state in which it ended, or None if it was not to be had."""
    job = claim(pk)
    return run(job) if job else None


def next_due() -> Job | None:
    """Take the most urgent job that is due."""
    while True:
        pk = Job.objects.filter(due(timezone.now())).values_list("pk", flat=True).first()
        if pk is None:
            return None
        job = claim(pk)
        if job:
            return job


def due(now: datetime) -> Q:
    """Jobs that wait and may run, and those whose worker let its lease run out."""
    waiting = Q(state=Job.State.WAITING, run_after__lte=now)
    return waiting | Q(state=Job.State.RUNNING, lease_until__lt=now)


def claim(pk: int) -> Job | None:
    """Take the job if it is still due: of several that try at once, the database lets one through."""
    now = timezone.now()
    taken = Job.objects.filter(due(now), pk=pk).update(
        state=Job.State.RUNNING, waiting_key=None, attempts=F("attempts") + 1, lease_until=now + LEASE
    )
    return Job.objects.get(pk=pk) if taken else None


def run(job: Job) -> str:
    """Do a claimed job's work and write down how it ended. Errors are recorded, never raised."""
    if job.attempts > ATTEMPTS:
        return give_up(job, DIED)
    try:
        kind_of(job.kind).work(**job.payload)
    except Exception as error:
        logger.exception("Job %s (%s %s) failed", job.pk, job.kind, job.key)
        return retry_or_fail(job, f"{type(error).__name__}: {error}")
    return finish(job, Job.State.DONE)


def retry_or_fail(job: Job, error: str) -> str:
    """Put the job back for a later attempt, or give it up after the last."""
    if job.attempts >= ATTEMPTS:
        return give_up(job, error)
    pause = FIRST_PAUSE * 4 ** (job.attempts - 1)
    try:
        with transaction.atomic():
            mine(job).update(
                state=Job.State.WAITING,
                waiting_key=job.name_in_queue,
                run_after=timezone.now() + pause,
                lease_until=None,
                error=error,
            )
    except IntegrityError:  # the same work was queued again meanwhile, and will be tried under that row
        return finish(job, Job.State.DONE, error)
    return Job.State.WAITING.value


def give_up(job: Job, error: str) -> str:
    """Try no more; the room that registered the kind says so at its own rows."""
    try:
        tell = kind_of(job.kind).give_up
        if tell:
            tell(**job.payload)
    except Exception:
        logger.exception("Job %s (%s %s) could not be given up in good order", job.pk, job.kind, job.key)
    return finish(job, Job.State.FAILED, error)


def finish(job: Job, state: Job.State, error: str = "") -> str:
    """Write the end of a job, unless another worker has taken it up since."""
    mine(job).update(state=state, finished_at=timezone.now(), lease_until=None, error=error)
    return state.value


def mine(job: Job) -> QuerySet[Job]:
    """The job's row as long as this attempt is the latest."""
    return Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempts=job.attempts)
