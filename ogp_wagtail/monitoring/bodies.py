"""The plan's monitoring body with who approved it, and the bodies that it replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Q, QuerySet

from ogp_wagtail.handbook.facts import ApproverFacts, MonitoringBodyFacts, PlanFacts
from ogp_wagtail.members.models import MonitoringBody, RoleAssignment
from ogp_wagtail.plans.facts import monitoring_body_facts
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.rows import gather


def bodies_of(plan: Plan, facts: PlanFacts) -> dict[str, Any]:
    """The body that the facts name, and those before it: one query. A draft may name one that is not in force yet."""
    held = _held(plan)
    name = facts.monitoring_body.name if facts.monitoring_body else ""
    mine = MonitoringBody.objects.select_related("person").filter(
        Q(name=name) | Q(pk__in=held.values("monitoring_body"))
    )
    present: MonitoringBodyFacts | None = None
    former: list[MonitoringBodyFacts] = []
    for row in gather(mine, "approved_by", "roles", roles=held):
        whole = replace(monitoring_body_facts(row), approvers=_approvers(row, facts))
        spans = list(row.roles.all())
        if row.name == name:
            present = replace(whole, held_from=next((one.start for one in spans if one.end is None), None))
        former += [replace(whole, held_from=one.start, held_until=one.end) for one in spans if one.end]
    return {"monitoring_body": present, "former_monitoring_bodies": _before(present, former)}


def _held(plan: Plan) -> QuerySet[RoleAssignment]:
    """When which body monitored for the owner of the plan."""
    if plan.owner is None:
        return RoleAssignment.objects.none()
    owner = {plan.owner._meta.model_name: plan.owner}
    return RoleAssignment.objects.filter(kind=RoleAssignment.MONITORING_BODY, **owner)


def _approvers(row: MonitoringBody, facts: PlanFacts) -> tuple[ApproverFacts, ...]:
    """Who approved the body; those took part who were at a meeting of the plan."""
    groups = {name.casefold() for meeting in facts.meetings for name in meeting.groups}
    return tuple(
        ApproverFacts(one.name, one.sector, one.name.casefold() in groups) for one in row.approved_by.all()
    )


def _before(
    present: MonitoringBodyFacts | None, former: list[MonitoringBodyFacts]
) -> tuple[MonitoringBodyFacts, ...]:
    """Those that held for a day at least: one replaced on the day it was named did not monitor anything."""
    since = present.held_from if present else None
    whole = [one for one in former if not (one.held_from == one.held_until == since)]
    return tuple(sorted(whole, key=lambda one: str(one.held_from)))
