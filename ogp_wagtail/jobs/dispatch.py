"""Who runs a job that was just queued: this process after commit, or a worker. Celery joins here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from django.db import transaction

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.jobs import runner
from ogp_wagtail.jobs.models import Job

Dispatcher = Callable[[int], None]


def inline(pk: int) -> None:
    """Run it here and now. Errors stay on the job's row; the request that queued it goes on."""
    runner.run_one(pk)


def leave(pk: int) -> None:
    """Leave it to ``manage.py ogp_work``."""


DISPATCHERS: Final[dict[str, Dispatcher]] = {"inline": inline, "worker": leave}


def dispatch(job: Job) -> None:
    """Hand the job over once it is committed; a way that this site lacks leaves it to the worker."""
    hand_over = DISPATCHERS.get(ogp_settings.JOBS, leave)
    transaction.on_commit(partial(hand_over, job.pk), robust=True)
