"""The monitoring body's three reports (§3.5.1 to §3.5.3). One that was filed is never changed or deleted."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.documents import get_document_model_string

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.vocabularies import ASSESSMENT, INCEPTION, LEARNING
from ogp_wagtail.handbook.words import _ as said
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel
from ogp_wagtail.members.models import MonitoringBody
from ogp_wagtail.monitoring.querysets import AboutCommitmentsQuerySet, PublishedQuerySet
from ogp_wagtail.plans.models import Commitment, Plan

FILED = ("submitted_on", "published_on", "body", "filed_by", "filed_by_name")


class Report(LawfulModel, ClusterableModel):
    """What the three reports have in common. ``answers`` maps the ids of the form's questions to the answers.

    The answer about one commitment stands under ``<key of the commitment>:<id>``, that about one member of a coalition
    under ``<primary key of the jurisdiction>:<id>``.
    """

    kind: ClassVar[str]

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    started_on = models.DateField(
        _("begun on"),
        null=True,
        blank=True,
        help_text=_("From this day on, comments on the commitment count as made during the assessment."),
    )
    uses_form = models.BooleanField(
        _("answers OGP Local's form"),
        default=True,
        help_text=_("A report in free form alone is none (MB-06)."),
    )
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The report as a file, where there is one beside the form."),
    )
    reference = models.CharField(
        _("reference on OGP's platform"),
        max_length=500,
        blank=True,
        help_text=_("The address or number that the platform gave when it was filed there (MB-08, EOC-05)."),
    )
    submitted_on = models.DateField(_("filed on"), null=True, blank=True, editable=False)
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)
    body = models.ForeignKey(
        MonitoringBody,
        verbose_name=_("monitoring body"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("filed by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    filed_by_name = models.CharField(_("filed by"), max_length=255, blank=True, editable=False)

    governed = MappingProxyType(dict.fromkeys(FILED, "MB-08"))
    settled = MappingProxyType({EVERY_FIELD: "MB-08"})
    settled_when = Q(submitted_on__isnull=False)
    kept = "MB-08"
    kept_when = Q(submitted_on__isnull=False)

    objects = PublishedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.plan.code}"

    @property
    def name(self) -> str:
        """What kind of report it is."""
        return str(capfirst(self._meta.verbose_name))

    @property
    def has_address(self) -> bool:
        """Whether the reference is an address that leads there."""
        return self.reference.startswith(("https://", "http://"))


class InceptionReport(Report):
    """The first report: how the plan was co-created, and how its initial commitments look (INC-01 to INC-04)."""

    kind = INCEPTION

    plan = models.ForeignKey(
        Plan, verbose_name=_("action plan"), on_delete=models.PROTECT, related_name="inception_reports"
    )
    commitment = models.ForeignKey(
        Commitment,
        verbose_name=_("later commitment"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="design_checks",
        help_text=_(
            "Leave empty for the plan's report. Choose a commitment that was added later to look at its "
            "design by the same criteria; nobody has to (INC-04)."
        ),
    )

    objects = AboutCommitmentsQuerySet.as_manager()

    class Meta:
        verbose_name = _("inception report")
        verbose_name_plural = _("inception reports")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(commitment__isnull=True),
                name="ogp_inception_once",
                violation_error_message=_("The plan has an inception report already."),
            ),
            models.UniqueConstraint(
                fields=["commitment"],
                name="ogp_design_check_once",
                violation_error_message=_("This commitment has been looked at already."),
            ),
        ]

    def law(self) -> Iterable[Finding]:
        return _of_the_same_plan(self)


class EndOfCommitmentReport(Report):
    """The assessment of one commitment (EOC-01 to EOC-05). One that was not complete is followed by another row."""

    kind = ASSESSMENT

    plan = models.ForeignKey(
        Plan,
        verbose_name=_("action plan"),
        on_delete=models.PROTECT,
        related_name="assessments",
        editable=False,
    )
    commitment = models.ForeignKey(
        Commitment, verbose_name=_("commitment"), on_delete=models.PROTECT, related_name="assessments"
    )
    completion = VocabularyField(
        _("level of completion"),
        vocabulary="COMPLETION_LEVELS",
        blank=True,
        help_text=_("“Complete” closes the commitment and frees its place; any other level keeps both."),
    )

    objects = AboutCommitmentsQuerySet.as_manager()

    class Meta:
        verbose_name = _("end-of-commitment report")
        verbose_name_plural = _("end-of-commitment reports")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment"],
                condition=Q(submitted_on__isnull=True),
                name="ogp_assessment_one_draft",
                violation_error_message=_("An assessment of this commitment is being written already."),
            ),
            models.UniqueConstraint(
                fields=["commitment"],
                condition=Q(submitted_on__isnull=False, completion="complete"),
                name="ogp_assessment_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.plan.code} {self.commitment.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.plan_id is None:
            self.plan = self.commitment.plan
        super().save(*args, **kwargs)

    def law(self) -> Iterable[Finding]:
        return _of_the_same_plan(self)


class LearningReport(Report):
    """The last report: what was learnt, after the plan has ended (FLE-01 to FLE-03)."""

    kind = LEARNING

    plan = models.ForeignKey(
        Plan, verbose_name=_("action plan"), on_delete=models.PROTECT, related_name="learning_reports"
    )
    exercise_on = models.DateField(
        _("day of the exercise"),
        null=True,
        blank=True,
        help_text=_("Held with the plan's stakeholders after its last day (FLE-01, FLE-02)."),
    )

    class Meta:
        verbose_name = _("final learning report")
        verbose_name_plural = _("final learning reports")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"],
                name="ogp_learning_once",
                violation_error_message=_("The plan has a learning report already."),
            )
        ]


class _Row:
    """A report as a finding names it."""

    def __init__(self, report: Report) -> None:
        self.key, self.subject = str(report.key), f"report {report.kind}"


def _of_the_same_plan(report: Any) -> Iterable[Finding]:
    """A report is about a commitment of its own plan."""
    if report.commitment_id and report.commitment.plan_id != report.plan_id:
        template = said("The commitment belongs to another plan.")
        yield error("EOC-01", _Row(report), template, field="commitment")
