"""Who runs a job that was just queued: this process after commit, or a worker."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Final, Protocol

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.jobs import runner
from ogp_wagtail.jobs.models import Job

PATIENCE: Final = timedelta(seconds=10)  # for many jobs at once in a person's request; the tick does the rest
MANY: Final = 8  # workers that are woken at once; each that finds more than it may take wakes another


class Dispatcher(Protocol):
    """Hands over committed work: ``count`` jobs in a queue, or the one job ``pk``. Never raises for long."""

    def __call__(self, queue: str, count: int, pk: int | None = None) -> None: ...


def inline(queue: str, count: int, pk: int | None = None) -> None:
    """Do it here and now; what is slow waits for ``ogp_work`` or the tick: nobody should wait for it in a form.

    Errors stay on the job's row; the request that queued it goes on.
    """
    if queue == "slow":
        return
    if pk is not None:
        runner.run_one(pk)
    else:
        runner.run_waiting(limit=count, queues=[queue], until=timezone.now() + PATIENCE)


def leave(queue: str, count: int, pk: int | None = None) -> None:
    """Leave it to ``manage.py ogp_work``."""


# By the value of OGP_WAGTAIL["JOBS"]. Named, not imported: Celery need not be installed.
DISPATCHERS: Final = {
    "inline": "ogp_wagtail.jobs.dispatch.inline",
    "worker": "ogp_wagtail.jobs.dispatch.leave",
    "celery": "ogp_wagtail.jobs.celery.wake",
}


def dispatcher() -> Dispatcher:
    """How this site runs its jobs; a way that it lacks leaves them to ``ogp_work``."""
    try:
        found: Dispatcher = import_string(DISPATCHERS[ogp_settings.JOBS])
    except (KeyError, ImportError):  # the system checks say so
        return leave
    return found


def dispatch(job: Job) -> None:
    """Hand one job over once it is committed."""
    transaction.on_commit(partial(dispatcher(), job.queue, 1, job.pk), robust=True)


def dispatch_many(queue: str, count: int) -> None:
    """Hand many jobs of a queue over once they are committed."""
    transaction.on_commit(partial(dispatcher(), queue, count), robust=True)
