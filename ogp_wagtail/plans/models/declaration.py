"""That a member's part in a commitment was declared fully implemented (COM-LIFE-01)."""

from __future__ import annotations

from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.plans.models.commitment import Commitment
from ogp_wagtail.plans.models.plan import PlanMember


class Declaration(LawfulModel):
    """Who declared a part implemented, when, and on which day it was; kept also when it was taken back."""

    commitment = models.ForeignKey(
        Commitment, verbose_name=_("commitment"), on_delete=models.PROTECT, related_name="declarations"
    )
    member = models.ForeignKey(
        PlanMember,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="declarations",
    )
    implemented_on = models.DateField(_("implemented on"))
    declared_on = models.DateField(_("declared on"))
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    declared_by_name = models.CharField(_("declared by"), max_length=255)
    reopened_on = models.DateField(
        _("taken back on"),
        null=True,
        blank=True,
        help_text=_("The day of the assessment that found it not complete (COM-LIFE-03)."),
    )

    made_by_acts = "COM-LIFE-01"
    governed = MappingProxyType({"reopened_on": "COM-LIFE-03"})
    settled = MappingProxyType(
        dict.fromkeys(
            ("commitment", "member", "implemented_on", "declared_on", "declared_by_name"), "COM-LIFE-01"
        )
    )
    kept = "COM-LIFE-01"

    class Meta:
        verbose_name = _("declaration of implementation")
        verbose_name_plural = _("declarations of implementation")
        ordering = ["declared_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(implemented_on__lte=F("declared_on")), name="ogp_declaration_days"
            ),
            models.UniqueConstraint(
                fields=["commitment", "member"],
                condition=Q(reopened_on__isnull=True),
                name="ogp_declaration_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment.code} {self.implemented_on.isoformat()}"
