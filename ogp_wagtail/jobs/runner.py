"""Running jobs: taken with a lease, tried again with growing pauses, given up in the end.

A worker that is killed keeps nothing from being done: its lease runs out and the next one takes the job up.
"""

from __future__ import annotations

import logging
import random
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from ogp_wagtail.jobs.claiming import claim, next_due
from ogp_wagtail.jobs.kinds import ATTEMPTS, kind_of
from ogp_wagtail.jobs.leases import kept, lost, mine, put_back
from ogp_wagtail.jobs.models import Job

logger = logging.getLogger(__name__)

FIRST_PAUSE: Final = timedelta(minutes=1)  # then four times as long after each failure
LONGEST_PAUSE: Final = timedelta(hours=6)
DIED: Final = "The worker stopped before it was finished."


def run_waiting(
    limit: int | None = None, queues: Iterable[str] | None = None, until: datetime | None = None
) -> Counter[str]:
    """Run jobs that are due, the most urgent first, until none is left, ``limit`` are done or the time is up.

    Takes up the jobs of killed workers first. Returns how many ended in each state: ``done``, ``waiting``
    (to be tried again) and ``failed``.
    """
    chosen = list(queues) if queues else None
    ended = Counter({"failed": given_up} if (given_up := free_lost()) else {})
    while (limit is None or ended.total() < limit) and (until is None or timezone.now() < until):
        job = next_due(chosen)
        if job is None:
            break
        ended[run(job)] += 1
    return ended


def run_one(pk: int) -> str | None:
    """Run this job if it is due; returns the state in which it ended, or None if it was not to be had."""
    job = claim(pk)
    return run(job) if job else None


def run(job: Job) -> str:
    """Do a claimed job's work and write down how it ended. Errors of the work are recorded, never raised."""
    try:
        with kept(job):
            kind_of(job.kind).work(**job.payload)
    except Exception as error:
        logger.exception("Job %s (%s %s) failed", job.pk, job.kind, job.key)
        return retry_or_fail(job, f"{type(error).__name__}: {error}")
    return finish(job, Job.State.DONE)


def free_lost() -> int:
    """Put back the jobs of workers that gave no sign of life; returns how many were given up instead."""
    ends = [retry_or_fail(job, DIED, at_once=job.attempts == 1) for job in lost()]
    return ends.count(Job.State.FAILED.value)


def retry_or_fail(job: Job, error: str, at_once: bool = False) -> str:
    """Put the job back for a later attempt, or give it up after the last."""
    if job.attempts >= attempts_of(job.kind):
        return give_up(job, error)
    pause = timedelta() if at_once else pause_after(job.attempts)
    if put_back(job, run_after=timezone.now() + pause, error=error):
        return Job.State.WAITING.value
    return finish(job, Job.State.DONE, error)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after so many failures: four times longer each time, and not all at the same moment."""
    longer = random.uniform(1, 1.25)  # noqa: S311 - spreads load, guards nothing
    times: int = 4 ** (attempts - 1)
    return min(FIRST_PAUSE * times, LONGEST_PAUSE) * longer


def attempts_of(kind: str) -> int:
    """How often jobs of a kind are tried; of a kind that no longer exists as often as of any."""
    try:
        return kind_of(kind).attempts
    except LookupError:
        return ATTEMPTS


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
