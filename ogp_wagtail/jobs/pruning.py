"""Old rows go: jobs that are done, those put aside, and workers that were never seen again."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.jobs.clock import register_tick
from ogp_wagtail.jobs.models import Job, Worker

PRUNE: Final = "jobs.prune"
KEPT: Final = {Job.State.DONE: timedelta(days=7), Job.State.ASIDE: timedelta(days=90)}
FORGOTTEN: Final = timedelta(days=1)
BATCH: Final = 1000  # rows a statement: none holds the table for long


def prune() -> int:
    """Delete what is older than it is kept for; returns how many jobs. Failed ones stay until somebody looks."""
    now = timezone.now()
    Worker.objects.filter(seen_at__lt=now - FORGOTTEN).delete()
    return sum(prune_state(state.value, now - kept) for state, kept in KEPT.items())


def prune_state(state: str, before: object) -> int:
    """Delete the jobs that came to this end before a moment."""
    deleted = 0
    old = Job.objects.filter(state=state, finished_at__lt=before).order_by()
    while keys := list(old.values_list("pk", flat=True)[:BATCH]):
        deleted += Job.objects.filter(pk__in=keys).delete()[0]
    return deleted


def register() -> None:
    """Have it done every hour."""
    register_tick(PRUNE, prune, every=timedelta(hours=1), label=_("delete old rows of jobs"))
