"""Calls in which the Support Unit accepts applications."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import WebAddressField


class Call(models.Model):
    """A call for applications; its first and its last day belong to it (ELIG-11)."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    opens = models.DateField(_("first day"))
    closes = models.DateField(_("last day"), help_text=_("An application filed on this day is in time."))
    guidance = WebAddressField(_("guidance"), blank=True, help_text=_("Where OGP explains this call."))
    first_plan_deadline = models.DateField(
        _("first plan due on"),
        null=True,
        blank=True,
        help_text=_("The day the Support Unit sets for the first plan of those admitted."),
    )

    class Meta:
        verbose_name = _("call for applications")
        verbose_name_plural = _("calls for applications")
        ordering = ["-opens"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens__lte=F("closes")),
                name="ogp_call_days",
                violation_error_message=_("The last day of the call cannot come before its first."),
            )
        ]

    def __str__(self) -> str:
        return self.name
