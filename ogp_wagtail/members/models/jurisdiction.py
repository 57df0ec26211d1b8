"""Jurisdictions and the terms of their administrations."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.members.models.country import Country
from ogp_wagtail.members.models.owner import PlanOwner


class Jurisdiction(ClusterableModel, PlanOwner):
    """A local government that is a member of OGP Local (ELIG-01)."""

    country = models.ForeignKey(
        Country, verbose_name=_("country"), on_delete=models.PROTECT, related_name="jurisdictions"
    )
    name = models.CharField(_("name"), max_length=255)
    kind = VocabularyField(_("kind"), vocabulary="JURISDICTION_KINDS", default="city")
    elected = models.BooleanField(
        _("elected administration"),
        default=True,
        help_text=_("An elected administration has terms of office; the plan ends before its term does."),
    )
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    joined_on = models.DateField(_("joined OGP Local on"), null=True, blank=True)

    class Meta:
        verbose_name = _("jurisdiction")
        verbose_name_plural = _("jurisdictions")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "name"],
                name="ogp_jurisdiction_name",
                violation_error_message=_("This country already has a jurisdiction of that name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """A term of the administration; of a jurisdiction without elections, the period it chose (PLAN-PERIOD-05)."""

    jurisdiction = ParentalKey(
        Jurisdiction, verbose_name=_("jurisdiction"), on_delete=models.CASCADE, related_name="terms"
    )
    start = models.DateField(_("first day"), null=True, blank=True)
    end = models.DateField(
        _("last day"),
        help_text=_(
            "The last full day in office, not the day on which the next administration is sworn in. "
            "Without elections: the last day of the period that the jurisdiction chose."
        ),
    )

    class Meta:
        verbose_name = _("term of the administration")
        verbose_name_plural = _("terms of the administration")
        ordering = ["end"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "end"],
                name="ogp_term_end",
                violation_error_message=_("This jurisdiction already has a term that ends on that day."),
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(start__lt=F("end")),
                name="ogp_term_days",
                violation_error_message=_("The term's last day must come after its first day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction}: {self.end.isoformat()}"
