"""The act by which a filed commitment changes (AMEND-01 to AMEND-08)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from types import MappingProxyType

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ogp_wagtail.fields import VocabularyField, VocabularyListField
from ogp_wagtail.handbook.amendments import may_be_amended
from ogp_wagtail.handbook.facts import AmendmentFacts, CommitmentFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel
from ogp_wagtail.members.models import Organisation
from ogp_wagtail.plans.models.commitment import Commitment
from ogp_wagtail.plans.models.meeting import Meeting

STAKEHOLDERS = {"sector": "ngs"}


class Amendment(LawfulModel):
    """A change of a filed commitment: who was consulted and approved, why, and from when.

    Drafted by whoever prepares it. The point of contact files it: then it is in force and stays as it is, with what
    stood there before (``old``) and what stands there now (``new``).
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    commitment = models.ForeignKey(
        Commitment,
        verbose_name=_("commitment"),
        on_delete=models.PROTECT,
        related_name="amendments",
        limit_choices_to={"submitted_on__isnull": False, "withdrawn_on__isnull": True},
        help_text=_("A commitment that was filed. What was not filed yet is changed on its page."),
    )
    kind = VocabularyField(_("kind"), vocabulary="AMENDMENT_KINDS", default="timeline")
    fields = VocabularyListField(
        _("what else changes"),
        vocabulary="AMENDABLE_FIELDS",
        blank=True,
        help_text=_(
            "Tick what changes beside what the kind says: a new timeline may move milestones too (AMEND-02)."
        ),
    )
    reason = models.TextField(_("reason"), blank=True, help_text=_("Shown in public (AMEND-02)."))
    consulted = models.ManyToManyField(
        Organisation,
        verbose_name=_("consulted"),
        blank=True,
        related_name="amendments_consulted",
        help_text=_("Who was asked: the stakeholders that took part in co-creation (AMEND-01)."),
    )
    consulted_on = models.DateField(_("consulted on"), null=True, blank=True)
    consulted_how = models.CharField(
        _("consulted how"), max_length=255, blank=True, help_text=_("For instance: meeting of the forum.")
    )
    approved_by = models.ManyToManyField(
        Organisation,
        verbose_name=_("approved by"),
        blank=True,
        related_name="amendments_approved",
        limit_choices_to=STAKEHOLDERS,
        help_text=_("At least one non-governmental stakeholder that took part in co-creation (AMEND-01)."),
    )
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("minutes or decision"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Shows the change and how it was decided (AMEND-03). Or choose a meeting below."),
    )
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("meeting that decided it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("A meeting whose minutes are published documents the decision too."),
    )
    notified_on = models.DateField(
        _("OGP Local team told on"),
        null=True,
        blank=True,
        help_text=_("On or before the day on which the change takes effect (AMEND-05)."),
    )
    effective_on = models.DateField(
        _("takes effect on"),
        null=True,
        blank=True,
        help_text=_("At most six months after the commitment was filed (AMEND-04)."),
    )
    su_agreed_on = models.DateField(
        _("exception agreed on"),
        null=True,
        blank=True,
        help_text=_("Only after the six months: the day on which the Support Unit agreed to an exception."),
    )
    filed_on = models.DateField(_("in force since"), null=True, blank=True, editable=False)
    old = models.JSONField(_("before"), default=dict, blank=True, editable=False, encoder=DjangoJSONEncoder)
    new = models.JSONField(_("after"), default=dict, blank=True, editable=False, encoder=DjangoJSONEncoder)

    governed = MappingProxyType({"filed_on": "ROLE-03", "old": "AMEND-02", "new": "AMEND-02"})
    settled = MappingProxyType({EVERY_FIELD: "AMEND-02"})
    settled_when = Q(filed_on__isnull=False)
    kept = "AMEND-02"
    kept_when = settled_when

    class Meta:
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        ordering = ["-effective_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(filed_on__isnull=True)
                | (
                    ~Q(reason="")
                    & Q(consulted_on__isnull=False)
                    & Q(approved_on__lte=F("effective_on"))
                    & Q(notified_on__lte=F("effective_on"))
                    & Q(effective_on__lte=F("filed_on"))
                ),
                name="ogp_amendment_whole_in_force",
            ),
        ]

    def __str__(self) -> str:
        when = f" {self.effective_on.isoformat()}" if self.effective_on else ""
        return f"{self.commitment.code} {self.get_kind_display()}{when}"

    def law(self) -> Iterable[Finding]:
        """A draft may be unfinished, but what it changes was filed and is still there."""
        if not self.commitment_id or self.filed_on:
            return ()
        row = self.commitment
        facts = CommitmentFacts(
            str(row.key), row.code, submitted_on=row.submitted_on, withdrawn_on=row.withdrawn_on
        )
        return may_be_amended(AmendmentFacts(str(self.key), str(row.key), self.kind), facts)

    @property
    def documented(self) -> bool:
        """Whether a document or published minutes show how it was decided (AMEND-03)."""
        return bool(self.document_id or (self.meeting and self.meeting.has_record))
