"""What an item proves."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence.models.item import EvidenceItem
from ogp_wagtail.plans.models import Amendment, Commitment, Meeting, Milestone, Plan

# What a link can point to: its field, by the name of the target's model.
KINDS: Final = {
    "plan": "plan",
    "commitment": "commitment",
    "milestone": "milestone",
    "meeting": "meeting",
    "amendment": "amendment",
    "inceptionreport": "inception",
    "endofcommitmentreport": "assessment",
    "learningreport": "learning",
    "progressupdate": "progress_update",
}
TARGETS: Final = tuple(KINDS.values())


def exactly_one() -> Q:
    """Exactly one of the targets is set."""
    return reduce(or_, (Q(**{f"{name}__isnull": name != chosen for name in TARGETS}) for chosen in TARGETS))


class EvidenceLink(models.Model):
    """An item proves something about one thing of its plan (EV-03, EV-04): what was claimed, decided or reported."""

    item = models.ForeignKey(EvidenceItem, on_delete=models.CASCADE, related_name="links")
    plan = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence_links"
    )
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence_links"
    )
    milestone = models.ForeignKey(
        Milestone, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence_links"
    )
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence_links"
    )
    amendment = models.ForeignKey(
        Amendment, null=True, blank=True, on_delete=models.CASCADE, related_name="evidence_links"
    )
    inception = models.ForeignKey(
        "ogp_wagtail.InceptionReport",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="evidence_links",
    )
    assessment = models.ForeignKey(
        "ogp_wagtail.EndOfCommitmentReport",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="evidence_links",
    )
    learning = models.ForeignKey(
        "ogp_wagtail.LearningReport",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="evidence_links",
    )
    progress_update = models.ForeignKey(
        "ogp_wagtail.ProgressUpdate",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="evidence_links",
    )

    class Meta:
        verbose_name = _("what an item proves")
        verbose_name_plural = _("what items prove")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=exactly_one(), name="ogp_evidence_link_target"),
            *(
                models.UniqueConstraint(fields=["item", name], name=f"ogp_evidence_link_{name}")
                for name in TARGETS
            ),
        ]

    def __str__(self) -> str:
        return str(self.target)

    @property
    def target(self) -> Any:
        """What it points to."""
        return next(getattr(self, name) for name in TARGETS if getattr(self, f"{name}_id"))
