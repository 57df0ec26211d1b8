"""Who takes part in the orientation of a new member."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.members.models.jurisdiction import Jurisdiction
from ogp_wagtail.members.models.people import Person


class Orientation(models.Model):
    """One participant's way through the online orientation (ORIENT-02)."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name=_("jurisdiction"), on_delete=models.CASCADE, related_name="orientation"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("participant"), on_delete=models.CASCADE, related_name="orientation"
    )
    side = VocabularyField(
        _("side"), vocabulary="SIDES", help_text=_("Both sides take part in the orientation (ORIENT-02).")
    )
    invited_on = models.DateField(
        _("access given on"),
        null=True,
        blank=True,
        help_text=_("When the platform was opened to this person."),
    )
    completed_on = models.DateField(
        _("completed on"),
        null=True,
        blank=True,
        help_text=_("By the day on which co-creation starts (ORIENT-01)."),
    )

    class Meta:
        verbose_name = _("participant in orientation")
        verbose_name_plural = _("participants in orientation")
        ordering = ["jurisdiction__name", "person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "person"],
                name="ogp_orientation_once",
                violation_error_message=_("This person is already a participant for this jurisdiction."),
            ),
            models.CheckConstraint(
                condition=Q(invited_on__isnull=True)
                | Q(completed_on__isnull=True)
                | Q(completed_on__gte=F("invited_on")),
                name="ogp_orientation_days",
                violation_error_message=_("Orientation cannot be completed before access is given."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.jurisdiction}"
