"""The monitoring body has assessed a commitment: it is closed, or goes on (COM-LIFE-03, PLAN-COUNT-03)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ogp_wagtail.plans import slots
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Commitment


def assess(commitment: Commitment, day: date, *, complete: bool) -> Commitment:
    """Record an assessment filed on this day; the handbook has been asked.

    Found complete, the commitment is closed, and its slot is free from the later of implementation and assessment.
    Found not complete, it is active again and keeps its slot; after the plan's last day it stays closed, incomplete.
    """
    with transaction.atomic():
        plan = lock_plan(commitment.plan.key)
        row = Commitment.objects.get(pk=commitment.pk)
        is_over = plan.period_end is not None and day > plan.period_end
        if complete:
            Commitment.objects.filter(pk=row.pk)._update_lawfully(assessed_on=day)
            if row.implemented_on or is_over:
                slots.release(row, max(day, row.implemented_on or day))
        elif not is_over:
            reopen(row, day)
        row.refresh_from_db()
        return row


def reopen(commitment: Commitment, day: date) -> None:
    """Take the declaration of full implementation back: the commitment is active again (COM-LIFE-03)."""
    Commitment.objects.filter(pk=commitment.pk)._update_lawfully(implemented_on=None)
    commitment.participations.all()._update_lawfully(implemented_on=None)
    commitment.declarations.filter(reopened_on__isnull=True)._update_lawfully(reopened_on=day)
