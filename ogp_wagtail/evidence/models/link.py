"""What an item proves."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence.models.item import EvidenceItem
from ogp_wagtail.plans.models import Commitment, Meeting, Milestone, Plan

TARGETS: Final = ("plan", "commitment", "milestone", "meeting")


def exactly_one() -> Q:
    """Exactly one of the targets is set."""
    return reduce(or_, (Q(**{f"{name}__isnull": name != chosen for name in TARGETS}) for chosen in TARGETS))


class EvidenceLink(models.Model):
    """An item proves something about one plan, commitment, milestone or meeting (EV-03, EV-04)."""

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
        """The plan, commitment, milestone or meeting."""
        return next(getattr(self, name) for name in TARGETS if getattr(self, f"{name}_id"))
