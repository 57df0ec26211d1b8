"""Meetings held for a plan and who attended them (MEET-01)."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField, VocabularyListField
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.plans.models.commitment import Commitment
from ogp_wagtail.plans.models.plan import Plan


class MeetingDays(models.Model):
    """When a meeting was announced and prepared, and when its minutes came out (REC-02, MEET-06)."""

    noticed_on = models.DateField(
        _("announced on"),
        null=True,
        blank=True,
        help_text=_("The day on which the public was told of the meeting: before it (MEET-06)."),
    )
    documents_shared_on = models.DateField(
        _("documents shared on"),
        null=True,
        blank=True,
        help_text=_(
            "The day on which agenda and documents were sent or published: before the meeting (REC-02)."
        ),
    )
    minutes_published_on = models.DateField(
        _("minutes published on"),
        null=True,
        blank=True,
        help_text=_("Empty: the day on which this page is first published with minutes (MEET-06)."),
    )

    class Meta:
        abstract = True


class Meeting(MeetingDays):
    """A meeting: its day, purposes and form. Agenda, minutes and decisions stand on its pages."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField(_("title"), max_length=255)
    held_on = models.DateField(_("held on"))
    purposes = VocabularyListField(_("purposes"), vocabulary="MEETING_PURPOSES")
    mode = VocabularyField(_("form"), vocabulary="MEETING_MODES", blank=True)
    space = models.CharField(_("space for dialogue"), max_length=255, blank=True)
    has_record = models.BooleanField(
        _("agenda, minutes or list of participants published"),
        default=False,
        help_text=_("Without a record the meeting counts as claimed, not evidenced (MEET-04)."),
    )
    commitments = models.ManyToManyField(Commitment, blank=True, related_name="meetings")
    commitment_keys = models.JSONField(
        default=list,
        blank=True,
        editable=False,
        help_text=_(
            "What its page says it discussed, drafts too: a later commitment is discussed before it is filed."
        ),
    )
    jurisdictions = models.ManyToManyField(Jurisdiction, blank=True, related_name="meetings")

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-held_on"]

    def __str__(self) -> str:
        return f"{self.held_on.isoformat()} {self.title}"


class AttendanceFields(models.Model):
    """Who attended: an affiliation with a head count; names may stay private (MEET-05)."""

    affiliation = models.CharField(_("organisation or group"), max_length=255, blank=True)
    sector = VocabularyField(_("sector"), vocabulary="SIDES")
    group_type = VocabularyField(_("kind of group"), vocabulary="NGS_TYPES", blank=True)
    headcount = models.PositiveIntegerField(_("people"), default=1)
    under_represented = models.BooleanField(_("under-represented group"), default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.headcount} × {self.affiliation}"


class Attendance(AttendanceFields):
    """An attendance on record."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["sector", "affiliation"]
