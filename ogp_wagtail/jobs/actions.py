"""What a person may do with jobs that were given up: have them tried again, or put them aside."""

from __future__ import annotations

from collections import Counter

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from ogp_wagtail.jobs.dispatch import dispatch_many
from ogp_wagtail.jobs.models import Job

AT_ONCE = 500


def failed(kind: str | None = None, pk: int | None = None) -> QuerySet[Job]:
    """The jobs that were given up: of a kind, or the one, or all."""
    wanted = {name: value for name, value in (("kind", kind), ("pk", pk)) if value is not None}
    return Job.objects.filter(state=Job.State.FAILED, **wanted)


def try_again(jobs: QuerySet[Job]) -> int:
    """Let jobs that were given up wait anew, with all their attempts; returns how many, 500 at most."""
    woken: Counter[str] = Counter()
    with transaction.atomic():
        for job in jobs.order_by("pk")[:AT_ONCE]:
            woken[job.queue] += revived(job)
        for queue, count in woken.items():
            dispatch_many(queue, count)
    return woken.total()


def revived(job: Job) -> bool:
    """Whether this call is the one that lets the job wait again. The same work may be waiting already."""
    row = Job.objects.filter(pk=job.pk, state=Job.State.FAILED)
    try:
        with transaction.atomic():
            changed = row.update(
                state=Job.State.WAITING,
                waiting_key=job.name_in_queue,
                attempts=0,
                run_after=timezone.now(),
                finished_at=None,
            )
    except IntegrityError:
        changed = row.update(state=Job.State.ASIDE)
    return bool(changed)


def put_aside(jobs: QuerySet[Job]) -> int:
    """Take jobs off the list of those that need somebody; returns how many. Their rows are kept for a while."""
    return jobs.update(state=Job.State.ASIDE, finished_at=timezone.now())
