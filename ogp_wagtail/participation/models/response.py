"""What became of a contribution, and why (REC-07)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.handbook.facts import ContributionFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.practices import response_is_reasoned
from ogp_wagtail.law import refuse_if
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members.models import Organisation
from ogp_wagtail.participation.models.contribution import Contribution


class ReasonedResponse(LawfulModel):
    """The answer to one contribution: an outcome and its reason. It stays on record."""

    kept: ClassVar[str] = "REC-07"
    settled: ClassVar[Mapping[str, str]] = MappingProxyType({"contribution": "REC-07"})

    contribution = models.OneToOneField(
        Contribution, verbose_name=_("contribution"), on_delete=models.PROTECT, related_name="response"
    )
    outcome = VocabularyField(_("outcome"), vocabulary="CONTRIBUTION_OUTCOMES")
    reason = models.TextField(
        _("reason"), help_text=_("Why, in words that the person who contributed understands (REC-07).")
    )
    answered_on = models.DateField(_("answered on"))
    answered_by = models.ForeignKey(
        Organisation,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("reasoned response")
        verbose_name_plural = _("reasoned responses")
        ordering = ["-answered_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="") & ~Q(reason=""),
                name="ogp_response_reasoned",
                violation_error_message=_("A response has an outcome and a reason."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.contribution}"

    def law(self) -> Iterable[Finding]:
        if not self.contribution_id:
            return ()
        return response_is_reasoned(
            ContributionFacts(
                key=str(self.contribution_id),
                made_on=self.contribution.made_on,
                outcome=self.outcome,
                reason=self.reason,
                answered_on=self.answered_on,
            )
        )

    def clean(self) -> None:
        refuse_if(self.law())
