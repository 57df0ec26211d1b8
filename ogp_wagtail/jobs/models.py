"""A job is a row, written in the same transaction as the change that calls for it (D10)."""

from __future__ import annotations

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

    kind = models.CharField(_("kind"), max_length=60)
    key = models.CharField(_("about"), max_length=120)
    payload = models.JSONField(default=dict, blank=True)
    waiting_key = models.CharField(max_length=190, unique=True, null=True, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    priority = models.SmallIntegerField(
        _("priority"), default=0, help_text=_("Higher numbers are taken first.")
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(_("taken until"), null=True, blank=True)
    run_after = models.DateTimeField(_("not before"), default=timezone.now)
    error = models.TextField(_("error"), blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-priority", "run_after", "pk"]
        indexes = [models.Index(fields=["state", "run_after"], name="ogp_job_due")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.get_state_display()}"

    @property
    def name_in_queue(self) -> str:
        """What ``waiting_key`` holds while the job waits."""
        return queue_name(self.kind, self.key)


def queue_name(kind: str, key: str) -> str:
    """The name under which a piece of work waits: there is at most one of each."""
    return f"{kind}:{key}"
