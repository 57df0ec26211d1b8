"""A published update of the tracker moves a milestone (TRK-03)."""

from __future__ import annotations

from ogp_wagtail.plans.models import Milestone


def move(milestone: Milestone, status: str) -> None:
    """Give the milestone its new status. Call under the plan's lock; the handbook has been asked."""
    Milestone.objects.filter(pk=milestone.pk)._update_lawfully(status=status)
