"""Whom the monitoring body invited to comment on a report, and what they said (MB-09)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _ as said
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel, Rows
from ogp_wagtail.monitoring.models.report import EndOfCommitmentReport, InceptionReport, LearningReport

REPORTS: Final = ("inception", "assessment", "learning")


def exactly_one() -> Q:
    """Exactly one of the three reports is set."""
    return reduce(or_, (Q(**{f"{name}__isnull": name != chosen for name in REPORTS}) for chosen in REPORTS))


class FeedbackInvitation(LawfulModel):
    """An invitation to comment on one report. Once the report is filed it stays as it is."""

    class Side(models.TextChoices):
        GOVERNMENT = "government", _("government")
        NGS = "ngs", _("non-governmental stakeholder")

    inception = ParentalKey(
        InceptionReport, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    assessment = ParentalKey(
        EndOfCommitmentReport, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    learning = ParentalKey(
        LearningReport, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    recipient = models.CharField(_("who"), max_length=255)
    side = models.CharField(_("side"), max_length=20, choices=Side.choices)
    sent_on = models.DateField(_("sent on"))
    comment = models.TextField(_("what they said"), blank=True)

    settled = {EVERY_FIELD: "MB-09"}
    settled_when = reduce(or_, (Q(**{f"{name}__submitted_on__isnull": False}) for name in REPORTS))
    kept = "MB-09"
    kept_when = settled_when

    class Meta:
        verbose_name = _("invitation to comment")
        verbose_name_plural = _("invitations to comment")
        ordering = ["sent_on", "pk"]
        constraints = [models.CheckConstraint(condition=exactly_one(), name="ogp_invitation_one_report")]

    def __str__(self) -> str:
        return self.recipient

    @property
    def report(self) -> Any:
        """The report it is about."""
        return next(getattr(self, name) for name in REPORTS if getattr(self, f"{name}_id"))

    def law(self) -> Iterable[Finding]:
        """MB-09, §3.5: nobody is invited to comment on what is filed already."""
        if (
            self.pk is None
            and any(getattr(self, f"{name}_id") for name in REPORTS)
            and self.report.submitted_on
        ):
            yield error(
                "MB-09",
                Rows(str(self), str(self.report.key)),
                said("The report was filed on %(day)s; an invitation after that is none."),
                day=self.report.submitted_on,
            )
