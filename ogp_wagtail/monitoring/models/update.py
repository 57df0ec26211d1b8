"""The quarterly update of the tracker (§3.5.4). One that was published is never changed or deleted."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.words import _ as said
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel, Rows
from ogp_wagtail.monitoring.querysets import PublishedQuerySet
from ogp_wagtail.plans.models import Commitment, Milestone, Plan


class ProgressUpdate(LawfulModel, ClusterableModel):
    """What moved in one quarter. ``quarter`` is its first day."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(
        Plan, verbose_name=_("action plan"), on_delete=models.PROTECT, related_name="updates"
    )
    quarter = models.DateField(
        _("quarter"), help_text=_("Its first day, for instance 2027-04-01 for the second quarter (TRK-01).")
    )
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("published by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    published_by_name = models.CharField(_("published by"), max_length=255, blank=True, editable=False)

    governed = MappingProxyType(
        dict.fromkeys(("published_on", "published_by", "published_by_name"), "TRK-05")
    )
    settled = MappingProxyType({EVERY_FIELD: "TRK-02"})
    settled_when = Q(published_on__isnull=False)
    kept = "TRK-02"
    kept_when = settled_when

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("quarterly update")
        verbose_name_plural = _("quarterly updates")
        ordering = ["-quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "quarter"],
                name="ogp_update_once",
                violation_error_message=_("The plan has an update of this quarter already."),
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | ~Q(published_by_name=""),
                name="ogp_update_published_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan.code} {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.quarter = self._first_day(self.quarter)
        super().save(*args, **kwargs)

    def law(self) -> Iterable[Finding]:
        """TRK-01, §3.5, §3.5.4: an update is about a whole quarter, known by its first day."""
        first = self._first_day(self.quarter)
        if self.quarter != first:
            thing = Rows(f"update {self.name}", str(self.key))
            template = said("A quarter is known by its first day: %(first)s.")
            yield error("TRK-01", thing, template, field="quarter", first=first)

    def _first_day(self, day: date) -> date:
        is_calendar = edition_of(self.plan).tracker.quarter_basis == "calendar"
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1) if is_calendar else day

    @property
    def name(self) -> str:
        """The quarter among people: 2027-Q2."""
        return f"{self.quarter.year}-Q{(self.quarter.month + 2) // 3}"


class _OfAnUpdate(LawfulModel):
    """A row of an update: it stays as it is once the update is public, and none is added then."""

    settled = MappingProxyType({EVERY_FIELD: "TRK-02"})
    settled_when = Q(update__published_on__isnull=False)
    kept = "TRK-02"
    kept_when = settled_when

    class Meta:
        abstract = True

    def law(self) -> Iterable[Finding]:
        yield from self._of_the_same_plan()
        if self.pk is None and self.update_id and self.update.published_on:
            template = said("The update was published on %(day)s; what it says stays as it is.")
            thing = Rows(f"update {self.update.name}", str(self.update.key))
            yield error("TRK-02", thing, template, day=self.update.published_on)

    def _of_the_same_plan(self) -> Iterable[Finding]:
        if self.update_id and self.about.plan_id != self.update.plan_id:
            thing = Rows(f"update {self.update.name}", str(self.update.key))
            yield error(
                "TRK-03", thing, said("It is about a commitment of another plan."), field="commitment"
            )


class ProgressEntry(_OfAnUpdate):
    """What an update says of one commitment (TRK-03)."""

    update = ParentalKey(ProgressUpdate, on_delete=models.CASCADE, related_name="entries")
    commitment = models.ForeignKey(
        Commitment, verbose_name=_("commitment"), on_delete=models.PROTECT, related_name="progress_entries"
    )
    text = models.TextField(_("progress"), blank=True)
    step = models.TextField(
        _("step taken"),
        blank=True,
        help_text=_("It counts as progress with evidence of this quarter linked to the commitment (TRK-04)."),
    )
    delay_reason = models.TextField(_("reason for delay"), blank=True)
    next_steps = models.TextField(_("next steps"), blank=True)
    percentage = models.PositiveSmallIntegerField(
        _("done, in per cent"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )

    class Meta:
        verbose_name = _("progress of a commitment")
        verbose_name_plural = _("progress of the commitments")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["update", "commitment"],
                name="ogp_entry_once",
                violation_error_message=_("The update already says something of this commitment."),
            ),
            models.CheckConstraint(
                condition=Q(percentage__isnull=True) | Q(percentage__lte=100), name="ogp_entry_percentage"
            ),
        ]

    def __str__(self) -> str:
        return str(self.commitment)

    @property
    def about(self) -> Commitment:
        """The commitment."""
        return self.commitment


class MilestoneMove(_OfAnUpdate):
    """A milestone's new status, in force once the update is published; ``old`` is then what it was before."""

    update = ParentalKey(ProgressUpdate, on_delete=models.CASCADE, related_name="moves")
    milestone = models.ForeignKey(
        Milestone, verbose_name=_("milestone"), on_delete=models.PROTECT, related_name="moves"
    )
    old = VocabularyField(_("old status"), vocabulary="MILESTONE_STATUSES", blank=True, editable=False)
    new = VocabularyField(_("new status"), vocabulary="MILESTONE_STATUSES")
    reason = models.TextField(_("reason"), blank=True, help_text=_("Needed where it is stuck."))
    next_steps = models.TextField(_("next steps"), blank=True, help_text=_("Needed where it is stuck."))

    governed = MappingProxyType({"old": "TRK-03"})

    class Meta:
        verbose_name = _("move of a milestone")
        verbose_name_plural = _("moves of milestones")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["update", "milestone"],
                name="ogp_move_once",
                violation_error_message=_("The update already moves this milestone."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.get_new_display()}"

    @property
    def about(self) -> Commitment:
        """The commitment of the milestone."""
        return self.milestone.commitment
