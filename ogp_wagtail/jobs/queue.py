"""Putting work into the queue, in the transaction of the change that calls for it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from ogp_wagtail.jobs.dispatch import dispatch
from ogp_wagtail.jobs.kinds import kind_of
from ogp_wagtail.jobs.models import Job, queue_name


def enqueue(kind: str, *, key: str, priority: int = 0, **payload: Any) -> Job:
    """Write a job, or return the one that waits under the same kind and key; have it run after commit.

    ``payload`` is what the work is called with: ids and plain values, never instances. A roll-back of the
    caller takes the job back too. Raises ``LookupError`` for a kind that nobody registered.
    """
    kind_of(kind)
    job, created = Job.objects.get_or_create(
        waiting_key=queue_name(kind, key),
        defaults={"kind": kind, "key": key, "payload": payload, "priority": priority},
    )
    if not created:
        bring_forward(job)
    dispatch(job)
    return job


def bring_forward(job: Job) -> None:
    """A job that waits for its next attempt is asked for again: it may run at once."""
    Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(run_after=timezone.now())
