"""One order of locks for every change of a plan: the plan's page, its register row, then anything else."""

from __future__ import annotations

import uuid

from ogp_wagtail.plans.models import Plan


def lock_plan(key: uuid.UUID) -> Plan:
    """Lock the register row of a plan, and return it. Call inside a transaction, after the page's own lock.

    A change that touches register rows only and saves no page takes this lock alone.

    Raises:
        Plan.DoesNotExist: no page has made this plan.
    """
    return Plan.objects.select_for_update().get(key=key)
