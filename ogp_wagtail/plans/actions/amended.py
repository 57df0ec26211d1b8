"""What was filed changes by an amendment and not by editing (D2)."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.handbook.facts import CommitmentFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.plans.actions.named import Named
from ogp_wagtail.plans.models import Plan

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


AMENDED_FACTS = ("title", "scope", "start", "ends", "policy_areas", "sectors", "ogp_values")


def filed_commitment_changes(old: CommitmentFacts, new: CommitmentFacts) -> list[Finding]:
    """A filed commitment changes by an amendment and not by editing (D2, AMEND-01 to AMEND-05).

    Contacts, the status of milestones and additional information are no amendments (AMEND-07).
    """
    changed = [name for name in AMENDED_FACTS if getattr(old, name) != getattr(new, name)]
    if _steps(old) != _steps(new):
        changed.append("milestones")
    return [
        error(
            "AMEND-01",
            new,
            _("The commitment was filed on %(day)s; “%(field)s” changes only by an amendment."),
            hint=_("Undo this change. An amendment is consulted on and approved with civil society."),
            field="participations" if name == "ends" else name,
            day=old.submitted_on,
            field_name=name,
        )
        for name in changed
    ]


def _steps(facts: CommitmentFacts) -> set[Any]:
    return {(one.key, one.deliverable, one.start, one.end) for one in facts.milestones}
