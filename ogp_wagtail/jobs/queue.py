"""Putting work into the queue, in the transaction of the change that calls for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from ogp_wagtail.jobs.dispatch import dispatch, dispatch_many
from ogp_wagtail.jobs.kinds import QUEUES, kind_of
from ogp_wagtail.jobs.models import Job

BATCH: Final = 500


def enqueue(kind: str, *, key: str, priority: int | None = None, **payload: Any) -> Job:
    """Write a job, or have the one that waits under the same kind and key run now; handed over after commit.

    ``payload`` is what the work is called with: ids and plain values, never instances. A roll-back of the
    caller takes the job back too. Raises ``LookupError`` for a kind that nobody registered.
    """
    job = written([new_job(kind, key, payload, priority)])[0]
    dispatch(job)
    return job


def enqueue_many(kind: str, payloads: Mapping[str, Mapping[str, Any]], *, priority: int | None = None) -> int:
    """The same for many jobs of a kind, by key, in a few statements; returns how many."""
    jobs = [new_job(kind, key, payload, priority) for key, payload in payloads.items()]
    if jobs:
        with transaction.atomic():
            written(jobs)
            dispatch_many(jobs[0].queue, len(jobs))
    return len(jobs)


def new_job(kind: str, key: str, payload: Mapping[str, Any], priority: int | None) -> Job:
    """A job that waits, not yet written."""
    queue = kind_of(kind).queue
    urgency = QUEUES[queue] if priority is None else priority
    job = Job(kind=kind, key=key, payload=dict(payload), queue=queue, priority=urgency)
    job.waiting_key = job.name_in_queue
    return job


def written(jobs: list[Job]) -> list[Job]:
    """The jobs as rows; where the same work waits already, that row, brought forward.

    Touching the waiting row keeps workers from it until the caller commits: one that took it earlier would
    not see the caller's change.
    """
    if connection.features.supports_update_conflicts_with_target:
        return Job.objects.bulk_create(
            jobs,
            update_conflicts=True,
            unique_fields=["waiting_key"],
            update_fields=["run_after"],
            batch_size=BATCH,
        )
    with transaction.atomic():
        return list(map(found_or_written, jobs))


def found_or_written(job: Job) -> Job:
    """One job where the database cannot do both in a statement."""
    values = {name: getattr(job, name) for name in ("kind", "key", "payload", "queue", "priority")}
    row, created = Job.objects.select_for_update().get_or_create(waiting_key=job.waiting_key, defaults=values)
    if not created:
        Job.objects.filter(pk=row.pk).update(run_after=timezone.now())
    return row
