"""By when a new member submits its first plan, as the Support Unit sets it (PLAN-SUB-03, §4.1)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class FirstPlanDeadline(models.Model):
    """The day set, and the extension: asked for, granted or refused, until when. Undecided is neither (AMB-20)."""

    su_deadline = models.DateField(
        _("first plan due on"),
        null=True,
        blank=True,
        help_text=_("The day that the Support Unit set for the first plan of a new member (PLAN-SUB-03)."),
    )
    extension_requested_on = models.DateField(_("extension asked for on"), null=True, blank=True)
    extension_granted = models.BooleanField(
        _("extension granted"),
        null=True,
        blank=True,
        help_text=_("Unknown while it is undecided; until then nobody is called inactive (STAT-02)."),
    )
    extended_deadline = models.DateField(_("extended until"), null=True, blank=True)

    class Meta:
        abstract = True


# A condition that is neither true nor false passes in SQL: so what must be there is asked for by itself.
CONSTRAINTS = [
    models.CheckConstraint(
        condition=Q(extension_granted__isnull=True) | Q(extension_requested_on__isnull=False),
        name="ogp_extension_asked_for",
        violation_error_message=_("An extension is granted or refused once it was asked for: give that day."),
    ),
    models.CheckConstraint(
        condition=Q(extension_requested_on__isnull=True) | Q(su_deadline__isnull=False),
        name="ogp_extension_of_a_deadline",
        violation_error_message=_("Give the day set by the Support Unit, which is to be extended."),
    ),
    models.CheckConstraint(
        condition=Q(extended_deadline__isnull=True)
        | Q(extension_granted__isnull=False, extension_granted=True),
        name="ogp_extension_granted",
        violation_error_message=_("Only an extension that was granted has a day until which it runs."),
    ),
    models.CheckConstraint(
        condition=Q(extension_granted__isnull=True)
        | Q(extension_granted=False)
        | Q(extended_deadline__isnull=False, extended_deadline__gt=F("su_deadline")),
        name="ogp_extension_is_later",
        violation_error_message=_("An extension runs until a day after the one set at first; give that day."),
    ),
]
