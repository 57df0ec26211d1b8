"""Jurisdictions and the terms of their administrations."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members.models.country import Country
from ogp_wagtail.members.models.first_plan import CONSTRAINTS, FirstPlanDeadline
from ogp_wagtail.members.models.owner import PlanOwner
from ogp_wagtail.members.models.people import Organisation, Person


class Jurisdiction(ClusterableModel, PlanOwner, FirstPlanDeadline, LawfulModel):
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
    population = models.PositiveIntegerField(
        _("population"),
        null=True,
        blank=True,
        help_text=_("Serves the balance of a call's cohort; no number of it keeps anybody out (ELIG-02)."),
    )
    joined_on = models.DateField(_("joined OGP Local on"), null=True, blank=True)
    lead_agency = models.ForeignKey(
        Organisation,
        verbose_name=_("lead agency"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"sector": "government"},
        help_text=_("The agency of this government that leads its participation in OGP (ROLE-01)."),
    )
    senior_official = models.ForeignKey(
        Person,
        verbose_name=_("senior official"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Oversees the participation, by delegation of the head of government (ROLE-01)."),
    )
    stakeholders_mapped_on = models.DateField(
        _("stakeholders mapped on"),
        null=True,
        blank=True,
        help_text=_("The day of the map of key stakeholders, before the public is consulted (ORIENT-03)."),
    )

    one_by_one = MappingProxyType({"joined_on": "PLAN-PERIOD-09"})

    class Meta:
        verbose_name = _("jurisdiction")
        verbose_name_plural = _("jurisdictions")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "name"],
                name="ogp_jurisdiction_name",
                violation_error_message=_("This country already has a jurisdiction of that name."),
            ),
            *CONSTRAINTS,
        ]
        permissions = [("act_for_support_unit", _("Can record what the Support Unit of OGP decides"))]

    def __str__(self) -> str:
        return self.name

    def roles_held(self) -> dict[str, Any]:
        """Beside the owner's, the lead agency and the senior official (ROLE-01)."""
        own = {"lead-agency": self.lead_agency, "senior-official": self.senior_official}
        return super().roles_held() | own


class Term(LawfulModel):
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

    one_by_one = MappingProxyType({"end": "PLAN-PERIOD-09"})

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The term and what plans note of its change are written together, or neither."""
        with transaction.atomic():
            super().save(*args, **kwargs)
