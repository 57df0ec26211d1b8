"""The monitoring body has assessed a commitment: it is closed, or goes on (COM-LIFE-03, PLAN-COUNT-03)."""

from __future__ import annotations

from datetime import date

from ogp_wagtail.plans import slots
from ogp_wagtail.plans.models import Commitment


def assess(commitment: Commitment, day: date, *, complete: bool) -> None:
    """Record an assessment filed on this day. Call under the plan's lock; the handbook has been asked.

    Found complete, the commitment is closed, and its slot is free from this day on if it was implemented. Found not
    complete, it is active again and keeps its slot; after the plan's last day it stays closed, incomplete.
    """
    if complete:
        Commitment.objects.filter(pk=commitment.pk)._update_lawfully(assessed_on=day)
        if is_implemented(commitment):
            slots.release(commitment, day)
    elif commitment.plan.period_end is None or day <= commitment.plan.period_end:
        reopen(commitment)


def is_implemented(commitment: Commitment) -> bool:
    """Whether the commitment, or each member's part in it, was declared fully implemented (COAL-10)."""
    parts = list(commitment.participations.values_list("implemented_on", flat=True))
    return all(parts) if any(parts) else commitment.implemented_on is not None


def reopen(commitment: Commitment) -> None:
    """Take the declaration of full implementation back: the commitment is active again (COM-LIFE-03)."""
    Commitment.objects.filter(pk=commitment.pk)._update_lawfully(implemented_on=None)
    commitment.participations.all()._update_lawfully(implemented_on=None)
