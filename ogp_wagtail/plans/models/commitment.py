"""The commitment and what is part of it: milestones, each member's part, parties and resources."""

from __future__ import annotations

import uuid
from types import MappingProxyType

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import MonthField, VocabularyField, VocabularyListField
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members.models import Organisation
from ogp_wagtail.plans.models.plan import Plan, PlanMember
from ogp_wagtail.plans.querysets import CommitmentQuerySet


class Commitment(LawfulModel):
    """What is so about a commitment: its dates, choices and life. What is said about it stands on its pages.

    ``included_on`` is the day it took its slot, ``submitted_on`` the day it was filed, both set by actions.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="commitments")
    code = models.SlugField(_("code"), max_length=40)
    title = models.CharField(_("title"), max_length=255)
    scope = VocabularyField(_("scope"), vocabulary="SCOPES")
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"))
    policy_areas = VocabularyListField(_("policy areas"), vocabulary="POLICY_AREAS", blank=True)
    sectors = VocabularyListField(_("sectors"), vocabulary="SECTORS", blank=True)
    ogp_values = VocabularyListField(_("OGP values"), vocabulary="OGP_VALUES", blank=True)
    resources_secured = VocabularyField(_("resources secured"), vocabulary="SECURED", blank=True)
    goals = models.JSONField(_("goals"), default=list, blank=True)
    baseline_value = models.CharField(_("figure to start from"), max_length=60, blank=True)
    baseline_unit = models.CharField(_("what the figure counts"), max_length=255, blank=True)
    baseline_on = models.DateField(_("day of the figure"), null=True, blank=True)
    development_goals = VocabularyListField(
        _("Sustainable Development Goals"), vocabulary="DEVELOPMENT_GOALS", blank=True
    )
    included_on = models.DateField(_("included on"), null=True, blank=True)
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True)
    implemented_on = models.DateField(_("implemented on"), null=True, blank=True)
    assessed_on = models.DateField(_("assessed on"), null=True, blank=True)
    released_on = models.DateField(_("slot released on"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("reason of the withdrawal"), blank=True)
    agreed_by = models.ManyToManyField(
        Organisation,
        verbose_name=_("agreed by"),
        through="ogp_wagtail.Agreement",
        related_name="agreed_commitments",
    )

    governed = MappingProxyType(
        {
            "included_on": "PLAN-COUNT-03",
            "submitted_on": "PLAN-SUB-01",
            "implemented_on": "COM-LIFE-01",
            "assessed_on": "COM-LIFE-03",
            "released_on": "PLAN-COUNT-03",
            "withdrawn_on": "AMEND-08",
            "withdrawn_reason": "AMEND-08",
        }
    )
    settled = MappingProxyType(
        {
            **dict.fromkeys(("key", "plan", "code"), "PLAN-COUNT-03"),
            **dict.fromkeys(("title", "policy_areas", "sectors", "ogp_values"), "AMEND-01"),
            **dict.fromkeys(("resources_secured", "goals"), "AMEND-01"),
            **dict.fromkeys(("start", "end"), "COM-DUR-01"),
            "scope": "COAL-10",
        }
    )
    settled_when = Q(included_on__isnull=False)
    kept = "AMEND-08"
    kept_when = Q(submitted_on__isnull=False)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["plan", "code"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="ogp_commitment_code"),
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="ogp_commitment_days"),
            models.CheckConstraint(
                condition=Q(implemented_on__isnull=True)
                | Q(implemented_on__gte=F("start"), submitted_on__isnull=False),
                name="ogp_commitment_implemented",
            ),
            models.CheckConstraint(
                condition=Q(assessed_on__isnull=True) | Q(submitted_on__isnull=False),
                name="ogp_commitment_assessed",
            ),
            models.CheckConstraint(
                condition=Q(released_on__isnull=True)
                | Q(implemented_on__isnull=False)
                | Q(assessed_on__isnull=False)
                | Q(withdrawn_on__isnull=False),
                name="ogp_commitment_released",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | ~Q(withdrawn_reason=""),
                name="ogp_commitment_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class MilestoneFields(models.Model):
    """A step of a commitment, dated to the month: a month is stored as its first day (A2-17)."""

    deliverable = models.CharField(_("deliverable"), max_length=500)
    start_month = MonthField(_("first month"), null=True, blank=True)
    end_month = MonthField(_("last month"), null=True, blank=True)
    responsible = models.CharField(_("responsible"), max_length=255, blank=True)
    contact = models.CharField(_("contact"), max_length=255, blank=True)
    status = VocabularyField(_("status"), vocabulary="MILESTONE_STATUSES", default="not-started")
    evidence_kind = VocabularyField(
        _("evidence to come"),
        vocabulary="EVIDENCE_TYPES",
        blank=True,
        help_text=_("Optional: the type of evidence that will show that it is finished (QUAL-04)."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.deliverable


class Milestone(MilestoneFields, LawfulModel):
    """A milestone in force. It keeps its row when it leaves the page (``retired``), for others point at it."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="milestones")
    number = models.PositiveSmallIntegerField(_("number"))
    retired = models.BooleanField(default=False)

    settled = MappingProxyType(
        {
            **dict.fromkeys(
                ("key", "commitment", "deliverable", "start_month", "end_month", "retired"), "AMEND-01"
            ),
            "status": "TRK-03",
        }
    )
    settled_when = Q(commitment__included_on__isnull=False)
    kept = "AMEND-08"
    kept_when = Q(commitment__submitted_on__isnull=False)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["commitment", "number"]


class Participation(LawfulModel):
    """One member's part in a commitment, with its own end and its own day of implementation (COAL-10)."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="participations")
    member = models.ForeignKey(PlanMember, on_delete=models.PROTECT, related_name="participations")
    end = models.DateField(_("last day"))
    implemented_on = models.DateField(_("implemented on"), null=True, blank=True)

    made_by_acts = "COAL-10"
    governed = MappingProxyType({"implemented_on": "COM-LIFE-01"})
    settled = MappingProxyType({"commitment": "COAL-10", "member": "COAL-10", "end": "COAL-06"})
    settled_when = Q(commitment__included_on__isnull=False)
    kept = "COAL-10"
    kept_when = settled_when

    class Meta:
        verbose_name = _("part of a member")
        verbose_name_plural = _("parts of the members")
        ordering = ["member__jurisdiction__name"]
        constraints = [
            models.UniqueConstraint(fields=["commitment", "member"], name="ogp_participation_once"),
        ]

    def __str__(self) -> str:
        return str(self.member)


class PartyFields(models.Model):
    """Who leads or takes part in a commitment (A2-03 to A2-05)."""

    role = VocabularyField(_("role"), vocabulary="PARTY_ROLES")
    organisation = models.CharField(_("organisation"), max_length=255)
    branch = VocabularyField(_("branch of government"), vocabulary="BRANCHES", blank=True)
    contact_name = models.CharField(_("contact person"), max_length=255, blank=True)
    job_title = models.CharField(_("job title"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    part = models.CharField(_("role in the implementation"), max_length=500, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.organisation


class Party(PartyFields):
    """A party in force; of a joint commitment the lead agency names its jurisdiction (COAL-11)."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="parties")
    member = models.ForeignKey(PlanMember, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["pk"]


class ResourceFields(models.Model):
    """What a commitment needs: budget, staff, time or something else (A2-14)."""

    kind = VocabularyField(_("kind"), vocabulary="RESOURCE_KINDS")
    amount = models.DecimalField(_("amount"), max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    description = models.CharField(_("description"), max_length=500, blank=True)
    provider = models.CharField(_("provided by"), max_length=255, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        amount = "" if self.amount is None else f"{self.amount:g} {self.currency}".strip()
        return " ".join(part for part in (amount, self.description) if part)


class Resource(ResourceFields):
    """A resource in force."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="resources")

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        ordering = ["pk"]
