"""The four minimum requirements as the Support Unit found them (COCR-06)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.handbook.facts import RequirementFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.monitoring import evaluated_by_the_support_unit
from ogp_wagtail.handbook.monitoring.questions import REQUIREMENTS
from ogp_wagtail.handbook.rules import rule_named
from ogp_wagtail.handbook.vocabularies import SUPPORT_UNIT
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.plans.models import Plan

ONCE = _("There is a result of this requirement on that day already.")


class RequirementResult(LawfulModel):
    """What was found of one requirement on a day. A later finding is another row."""

    plan = models.ForeignKey(
        Plan, verbose_name=_("action plan"), on_delete=models.PROTECT, related_name="requirement_results"
    )
    member = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Only where the members of a coalition are looked at one by one."),
    )
    requirement = models.CharField(
        _("requirement"), max_length=20, choices=[(rule, _(rule_named(rule).title)) for rule in REQUIREMENTS]
    )
    result = VocabularyField(
        _("result"),
        vocabulary="REQUIREMENT_RESULTS",
        help_text=_("Met or not met is the Support Unit's word; a member says “self-assessed” (COCR-06)."),
    )
    evaluated_by = VocabularyField(_("evaluated by"), vocabulary="EVALUATORS", default=SUPPORT_UNIT)
    evaluated_on = models.DateField(_("evaluated on"))
    evidence = models.TextField(_("evidence"), blank=True, help_text=_("What the result rests on."))
    letter = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("letter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The letter or message of the Support Unit."),
    )

    class Meta:
        verbose_name = _("result of a requirement")
        verbose_name_plural = _("results of the requirements")
        ordering = ["-evaluated_on", "requirement"]
        permissions = [("evaluate_requirements", _("Can record the Support Unit's results"))]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "member", "requirement", "evaluated_by", "evaluated_on"],
                name="ogp_result_of_member_once",
                violation_error_message=ONCE,
            ),
            models.UniqueConstraint(
                fields=["plan", "requirement", "evaluated_by", "evaluated_on"],
                condition=models.Q(member__isnull=True),
                name="ogp_result_of_plan_once",
                violation_error_message=ONCE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.requirement} {self.get_result_display()}"

    def law(self) -> Iterable[Finding]:
        """COCR-06, §3.3.1: who says what."""
        return evaluated_by_the_support_unit(
            RequirementFacts(self.requirement, self.result, self.evaluated_on, self.evaluated_by)
        )
