"""The demo's point of contact publishes the update of a quarter, and with it the milestones move (§3.5.4)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ogp_wagtail.exchange.demo.plan import DemoPlan
from ogp_wagtail.exchange.demo.story import day
from ogp_wagtail.monitoring.actions import publish_update
from ogp_wagtail.monitoring.models import MilestoneMove, ProgressEntry, ProgressUpdate
from ogp_wagtail.plans.models import Commitment, Plan


def tell_progress(
    facts: dict[str, Any], said: dict[str, Any], plan: DemoPlan, contact: Any, today: date
) -> ProgressUpdate:
    """Draft what is said of each commitment and where its milestones stand, and publish it."""
    row, told_on = Plan.objects.get(key=plan.page.key), day(facts["progress"]["published_on"], today)
    update = ProgressUpdate.objects.create(plan=row, quarter=told_on)
    for code, fact in facts["commitments"].items():
        commitment = row.commitments.get(code=code)
        ProgressEntry.objects.create(update=update, commitment=commitment, **said["progress"][code]["entry"])
        draft_moves(update, commitment, fact, said["progress"][code].get("stuck", {}))
    return publish_update(update, contact, told_on)


def draft_moves(
    update: ProgressUpdate, commitment: Commitment, fact: dict[str, Any], why: dict[str, str]
) -> None:
    """The milestones that have begun; ``why`` says of one that is stuck what holds it and what is done about it."""
    for milestone, row in zip(commitment.milestones.all(), fact["milestones"], strict=True):
        if row["status"] != milestone.status:
            reasons = why if row["status"] == "stuck" else {}
            MilestoneMove.objects.create(update=update, milestone=milestone, new=row["status"], **reasons)
