"""A job is a row, written in the same transaction as the change that calls for it (D10).

Beside it: when the clock's work was last handed out, and which workers have been seen.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Job(models.Model):
    """Work to be done later: what (``kind``, ``payload``), how it stands, and who has it until when.

    ``waiting_key`` names the job while it waits and is empty afterwards, so that a unique column keeps the
    same work from being queued twice on every database, and work may be queued again while it runs.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        ASIDE = "aside", _("put aside")

    kind = models.CharField(_("kind"), max_length=60)
    key = models.CharField(_("about"), max_length=120)
    payload = models.JSONField(default=dict, blank=True)
    waiting_key = models.CharField(max_length=190, unique=True, null=True, blank=True, editable=False)
    queue = models.CharField(_("queue"), max_length=20, default="default")
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    priority = models.SmallIntegerField(
        _("priority"), default=0, help_text=_("Higher numbers are taken first.")
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    worker = models.CharField(_("worker"), max_length=120, blank=True)
    lease_until = models.DateTimeField(_("taken until"), null=True, blank=True)
    run_after = models.DateTimeField(_("not before"), default=timezone.now)
    error = models.TextField(_("error"), blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-priority", "run_after", "pk"]
        # In the order in which jobs are taken: the next one is found without sorting those that wait.
        indexes = [models.Index("state", models.F("priority").desc(), "run_after", "id", name="ogp_job_due")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.get_state_display()}"

    @property
    def name_in_queue(self) -> str:
        """What ``waiting_key`` holds while the job waits."""
        return queue_name(self.kind, self.key)

    @property
    def took(self) -> timedelta | None:
        """How long the last attempt took; None while there is no end to count to."""
        return self.finished_at - self.started_at if self.finished_at and self.started_at else None


def queue_name(kind: str, key: str) -> str:
    """The name under which a piece of work waits: there is at most one of each."""
    return f"{kind}:{key}"


class ClockEntry(models.Model):
    """One thing that the clock's tick hands out from time to time: when it did last, when it will next."""

    name = models.CharField(max_length=60, unique=True)
    last_run_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("clock entry")
        verbose_name_plural = _("clock entries")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """A process that takes jobs, and when it last gave a sign of life."""

    name = models.CharField(max_length=120, unique=True)
    queues = models.JSONField(default=list, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
