"""What was filed changes by an amendment and not by editing (D2)."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.handbook.facts import CommitmentFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.plans.actions.named import Named
from ogp_wagtail.plans.models import Commitment, Plan

FILED_PLAN_FACTS = {
    "period_start": "PLAN-PERIOD-09",
    "period_end": "PLAN-PERIOD-09",
    "jurisdiction": "COAL-21",
    "coalition": "COAL-21",
    "code": "PLAN-SUB-01",
}


def filed_plan_changes(plan: Plan, values: dict[str, Any]) -> list[Finding]:
    """A filed plan keeps its period, its owner and its code (D2, PLAN-PERIOD-09, COAL-21)."""
    return [
        error(
            rule,
            Named(str(plan.key), "plan"),
            _("The plan was filed on %(day)s with “%(old)s” here; a filed fact does not change by editing."),
            hint=_("Set it back to %(old)s, and ask the OGP Local team how to change it."),
            field=name,
            day=plan.submitted_on,
            old=getattr(plan, name),
        )
        for name, rule in FILED_PLAN_FACTS.items()
        if plan.submitted_on and name in values and values[name] != getattr(plan, name)
    ]


AMENDED_FACTS = {
    "title": "title",
    "scope": "scope",
    "start": "start",
    "latest_end": "end",
    "ends": "participations",
    "policy_areas": "policy_areas",
    "sectors": "sectors",
    "ogp_values": "ogp_values",
}


def filed_commitment_changes(old: CommitmentFacts, new: CommitmentFacts) -> list[Finding]:
    """A filed commitment changes by an amendment and not by editing (D2, AMEND-01 to AMEND-05).

    Contacts, the status of milestones and additional information are no amendments (AMEND-07).
    """
    changed = [field for fact, field in AMENDED_FACTS.items() if getattr(old, fact) != getattr(new, fact)]
    if _steps(old) != _steps(new):
        changed.append("milestones")
    return [
        error(
            "AMEND-01",
            new,
            _("The commitment was filed on %(day)s; “%(what)s” changes only by an amendment."),
            hint=_("Undo this change. An amendment is consulted on and approved with civil society."),
            field=field,
            day=old.submitted_on,
            what=_name_of(field),
        )
        for field in changed
    ]


def _name_of(field: str) -> str:
    column = Commitment._meta.get_field(field)
    return str(column.related_model._meta.verbose_name_plural if column.is_relation else column.verbose_name)


def _steps(facts: CommitmentFacts) -> set[Any]:
    return {(one.key, one.deliverable, one.start, one.end) for one in facts.milestones}
