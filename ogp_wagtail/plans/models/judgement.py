"""What people judged of a plan: answers to review questions, and warnings overruled with a reason. Kept for good.

A new answer supersedes the one before; nothing is changed or deleted, so that one can read who said what and when.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.questions import QUESTIONS
from ogp_wagtail.handbook.rules import RULES
from ogp_wagtail.handbook.words import _ as said
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel, Rows
from ogp_wagtail.plans.models.plan import Plan


def question_choices() -> list[tuple[str, Any]]:
    """The questions by slug, worded in the reader's language."""
    return [(one.slug, _(one.text)) for one in QUESTIONS]


class Judgement(LawfulModel):
    """What a person said of one thing of a plan; ``about`` is the key that the thing has in the plan's facts."""

    plan = models.ForeignKey(Plan, verbose_name=_("action plan"), on_delete=models.PROTECT)
    about = models.CharField(_("about"), max_length=255)
    judged_on = models.DateField(_("day"))
    judged_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    judged_by_name = models.CharField(_("by"), max_length=255)

    settled = {EVERY_FIELD: "PLAN-COMP-04"}
    settled_when = Q()
    kept = "PLAN-COMP-04"
    kept_when = Q()
    made_by_acts = "PLAN-COMP-04"

    class Meta:
        abstract = True


class ReviewAnswer(Judgement):
    """A reviewer's answer to a question that no machine can answer (PLAN-COMP-04, QUAL-08 and others)."""

    question = models.CharField(_("question"), max_length=60)
    answer = VocabularyField(_("answer"), vocabulary="ANSWERS")
    note = models.TextField(_("note"), blank=True)
    judged = models.CharField(
        _("text judged"),
        max_length=64,
        blank=True,
        help_text=_("SHA-256 of the text as it was: once that has changed, the question is asked again."),
    )

    class Meta:
        verbose_name = _("answer of a reviewer")
        verbose_name_plural = _("answers of reviewers")
        ordering = ["-judged_on", "-pk"]
        default_related_name = "answers"

    def __str__(self) -> str:
        return f"{self.question}: {self.get_answer_display()}"

    @property
    def question_text(self) -> str:
        """The question in words; its slug where it is asked no more."""
        return str(dict(question_choices()).get(self.question, self.question))


class OverruledWarning(Judgement):
    """A warning that somebody set aside with a reason. On an error it has no effect."""

    rule = models.CharField(_("rule"), max_length=20)
    form_field = models.CharField(_("field"), max_length=60, blank=True)
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("overruled warning")
        verbose_name_plural = _("overruled warnings")
        ordering = ["-judged_on", "-pk"]
        default_related_name = "overruled"
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="ogp_overruled_with_a_reason")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"

    def law(self) -> Iterable[Finding]:
        """A warning of a rule of the handbook is overruled with a reason."""
        if self.rule not in RULES:
            template = said("The handbook has no rule “%(given)s”.")
            yield error("PLAN-COMP-04", Rows(self.rule, self.about), template, field="rule", given=self.rule)
        elif not self.reason.strip():
            template = said("A warning is overruled with a reason.")
            hint = said("Say why it does not matter here; the reason is shown.")
            yield error(self.rule, Rows(self.rule, self.about), template, hint=hint, field="reason")
