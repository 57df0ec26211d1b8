"""Who acts together: two to four jurisdictions of one country with one joint plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.documents import get_document_model_string

from ogp_wagtail.coalitions import composition
from ogp_wagtail.fields import VocabularyField, VocabularyListField
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members.models import Country, Jurisdiction, Person, PlanOwner
from ogp_wagtail.plans.models import PlanMember


class Coalition(ClusterableModel, PlanOwner):
    """Equal partners with one joint plan, one point of contact and one monitoring body (§3.4)."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    country = models.ForeignKey(
        Country,
        verbose_name=_("country"),
        on_delete=models.PROTECT,
        related_name="coalitions",
        help_text=_("All members belong to this country (COAL-02)."),
    )
    purposes = VocabularyListField(_("purposes"), vocabulary="COALITION_PURPOSES", blank=True)
    cocreation_mode = VocabularyField(
        _("co-creation"),
        vocabulary="COCREATION_MODES",
        default="joint",
        help_text=_(
            "Jointly: once for the coalition. Separately: each member meets the requirements (COAL-13)."
        ),
    )
    agreement = models.TextField(
        _("agreement of the partners"),
        blank=True,
        help_text=_("How the partners govern the coalition. Its content is free (COAL-15)."),
    )
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    agreement_document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("the signed agreement"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The file, where there is one (COAL-15)."),
    )
    formed_on = models.DateField(_("formed on"), null=True, blank=True)
    ended_on = models.DateField(
        _("ended on"),
        null=True,
        blank=True,
        help_text=_("A coalition ends with its joint plan; a new plan takes a new coalition (COAL-17)."),
    )

    class Meta:
        verbose_name = _("coalition")
        verbose_name_plural = _("coalitions")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(formed_on__isnull=True)
                | Q(ended_on__isnull=True)
                | Q(formed_on__lte=F("ended_on")),
                name="ogp_coalition_days",
                violation_error_message=_("A coalition ends on the day it was formed or later."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            composition.carry_into_plan(self)


class CoalitionMember(LawfulModel):
    """One jurisdiction's seat in a coalition. Seats are numbered 1 to 4, so a fifth has no place (COAL-01)."""

    coalition = ParentalKey(Coalition, on_delete=models.CASCADE, related_name="members")
    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name=_("jurisdiction"), on_delete=models.PROTECT, related_name="coalition_seats"
    )
    local_coordinator = models.ForeignKey(
        Person,
        verbose_name=_("local coordinator"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Coordinates inside this jurisdiction. Only the point of contact submits (COAL-14)."),
    )
    signatory = models.CharField(
        _("signed by"), max_length=255, blank=True, help_text=_("Who signed the agreement for it (COAL-15).")
    )
    next_step = VocabularyField(
        _("after the joint plan"),
        vocabulary="NEXT_STEPS",
        default="undecided",
        blank=True,
        help_text=_("Nothing is renewed by itself: each member chooses how it goes on (COAL-17)."),
    )
    number = models.PositiveSmallIntegerField(_("seat"), editable=False)

    settled = MappingProxyType(dict.fromkeys(("coalition", "jurisdiction", "number"), "COAL-21"))
    settled_when = Q(coalition__plan__submitted_on__isnull=False)
    kept = "COAL-21"
    kept_when = settled_when

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["jurisdiction__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "jurisdiction"],
                name="ogp_coalition_member_once",
                violation_error_message=_("This jurisdiction is already a member of the coalition."),
            ),
            models.UniqueConstraint(fields=["coalition", "number"], name="ogp_coalition_seat_once"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=4), name="ogp_coalition_seats"),
        ]

    def __str__(self) -> str:
        return str(self.jurisdiction)

    def law(self) -> Iterable[Finding]:
        """Nobody joins once the joint plan was filed, and nobody from another country (COAL-21, COAL-02)."""
        return composition.seat_is_lawful(self) if self.coalition_id and self.jurisdiction_id else ()

    @property
    def left_on(self) -> date | None:
        """The day it left the coalition, as the plan has it (COAL-21)."""
        seats = PlanMember.objects.filter(
            plan__coalition=self.coalition_id, jurisdiction=self.jurisdiction_id
        )
        return seats.values_list("left_on", flat=True).first()

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            composition.seat(self)
            super().save(*args, **kwargs)
            composition.record_coordinator(self)
            composition.carry_into_plan(self.coalition)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        coalition = self.coalition
        with transaction.atomic():
            deleted = super().delete(*args, **kwargs)
            composition.carry_into_plan(coalition)
            return deleted
