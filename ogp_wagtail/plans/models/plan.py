"""The plan, the jurisdictions it binds, and its numbered slots for commitments."""

from __future__ import annotations

import uuid
from datetime import date
from types import MappingProxyType

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import EditionField, VocabularyField
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members.models import Jurisdiction, MonitoringBody, Person, Term
from ogp_wagtail.plans.fields import ReadingsField
from ogp_wagtail.plans.querysets import PlanQuerySet


class Plan(LawfulModel):
    """One action plan, owned by one jurisdiction or by one coalition (COAL-04).

    ``key`` is the translation key of its page. ``submitted_on`` is set by a filing and by nothing else.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    code = models.SlugField(
        _("short code"), max_length=40, unique=True, help_text=_("Names the plan in addresses and commands.")
    )
    title = models.CharField(_("title"), max_length=255)
    language = models.CharField(_("working language"), max_length=20)
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plans",
    )
    coalition = models.OneToOneField(
        "ogp_wagtail.Coalition",
        verbose_name=_("coalition"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="plan",
    )
    period_basis = VocabularyField(_("basis of the period"), vocabulary="PERIOD_BASES", blank=True)
    period_start = models.DateField(_("first day of the plan"), null=True, blank=True)
    period_end = models.DateField(_("last day of the plan"), null=True, blank=True)
    edition = EditionField(_("edition of the handbook"), default=CURRENT.code)
    readings = ReadingsField(_("readings of the handbook"), default=dict, blank=True)
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True, editable=False)

    governed = MappingProxyType({"submitted_on": "PLAN-SUB-01"})
    settled = MappingProxyType(
        {
            "key": "PLAN-SUB-01",
            "code": "PLAN-SUB-01",
            "language": "PLAN-SUB-01",
            "edition": "PLAN-SUB-01",
            "readings": "PLAN-SUB-01",
            "jurisdiction": "COAL-21",
            "coalition": "COAL-21",
            "period_basis": "PLAN-PERIOD-09",
            "period_start": "PLAN-PERIOD-09",
            "period_end": "PLAN-PERIOD-09",
        }
    )
    settled_when = Q(submitted_on__isnull=False)
    kept = "PLAN-SUB-01"
    kept_when = settled_when

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("action plan")
        verbose_name_plural = _("action plans")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jurisdiction__isnull=True) | Q(coalition__isnull=True), name="ogp_plan_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(period_start__isnull=True)
                | Q(period_end__isnull=True)
                | Q(period_start__lt=F("period_end")),
                name="ogp_plan_days",
            ),
            models.CheckConstraint(
                condition=Q(submitted_on__isnull=True)
                | (
                    Q(period_end__isnull=False) & (Q(jurisdiction__isnull=False) | Q(coalition__isnull=False))
                ),
                name="ogp_plan_whole_when_submitted",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def owner(self) -> models.Model | None:
        """The coalition or the jurisdiction whose plan this is; none while a draft names no one."""
        return self.coalition or self.jurisdiction

    @property
    def point_of_contact(self) -> Person | None:
        """The one official who may submit the plan (ROLE-03, COAL-14)."""
        return self.owner.point_of_contact if self.owner else None

    @property
    def monitoring_body(self) -> MonitoringBody | None:
        """The one body that assesses the plan (MB-01, COAL-12)."""
        return self.owner.monitoring_body if self.owner else None

    @property
    def is_joint(self) -> bool:
        """Whether a coalition files this plan."""
        return self.coalition_id is not None


class PlanMember(LawfulModel):
    """A jurisdiction bound by a plan, with the term or period that limits its commitments (COAL-06)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="members")
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="plan_seats")
    term = models.ForeignKey(Term, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("seat"))
    left_on = models.DateField(_("left on"), null=True, blank=True)
    left_reason = models.TextField(_("reason of leaving"), blank=True)

    made_by_acts = "COAL-21"
    governed = MappingProxyType({"left_on": "COAL-21", "left_reason": "COAL-21"})
    settled = MappingProxyType(dict.fromkeys(("plan", "jurisdiction", "term", "number"), "COAL-21"))
    settled_when = Q(plan__submitted_on__isnull=False)
    kept = "COAL-21"
    kept_when = settled_when

    class Meta:
        verbose_name = _("member of the plan")
        verbose_name_plural = _("members of the plan")
        ordering = ["jurisdiction__name"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "jurisdiction"], name="ogp_plan_member_once"),
            models.UniqueConstraint(fields=["plan", "number"], name="ogp_plan_seat_once"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=4), name="ogp_plan_seats"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | ~Q(left_reason=""), name="ogp_plan_member_left"
            ),
        ]

    def __str__(self) -> str:
        return str(self.jurisdiction)

    @property
    def term_end(self) -> date | None:
        """The last full day in office of the administration that this plan binds."""
        return self.term.end if self.term and self.jurisdiction.elected else None

    @property
    def period_end(self) -> date | None:
        """Without elections: the end of the period it chose, else of the plan (PLAN-PERIOD-05, COAL-05)."""
        if self.jurisdiction.elected:
            return None
        return self.term.end if self.term else self.plan.period_end


class Slot(LawfulModel):
    """One of the places for commitments that a plan has at any one time (PLAN-COUNT-01, COAL-07).

    A plan has as many rows as it may hold commitments. Taking a place is an update of a free row, and a row
    holds one commitment: so the limit holds whatever the isolation level of the database.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="slots")
    number = models.PositiveSmallIntegerField(_("number"))
    commitment = models.OneToOneField(
        "ogp_wagtail.Commitment", null=True, blank=True, on_delete=models.PROTECT, related_name="slot"
    )

    made_by_acts = "PLAN-COUNT-01"
    governed = MappingProxyType(dict.fromkeys(("plan", "number", "commitment"), "PLAN-COUNT-03"))
    kept = "PLAN-COUNT-01"
    kept_when = Q(plan__submitted_on__isnull=False)

    class Meta:
        verbose_name = _("slot")
        verbose_name_plural = _("slots")
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="ogp_slot_once"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=12), name="ogp_slot_numbers"),
        ]

    def __str__(self) -> str:
        return f"{self.plan.code} {self.number}"
