"""A coalition as facts for the handbook."""

from __future__ import annotations

from typing import Any

from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.handbook.facts import CoalitionFacts, NextStepFacts, PlanFacts
from ogp_wagtail.plans.models import Plan


def coalition_of(plan: Plan, facts: PlanFacts) -> dict[str, Any]:
    """What is known of the coalition that files this plan; one query for a joint plan, none for another."""
    coalition = plan.coalition
    return {"coalition": coalition_facts(coalition)} if coalition else {}


def coalition_facts(row: Coalition) -> CoalitionFacts:
    """A coalition with its agreement, its purposes and what its members do next."""
    members = list(row.members.all())
    return CoalitionFacts(
        key=str(row.pk),
        name=row.name,
        formed_on=row.formed_on,
        ended_on=row.ended_on,
        purposes=frozenset(row.purposes),
        agreement_on=row.agreed_on,
        signatories=frozenset(str(one.jurisdiction_id) for one in members if one.signatory.strip()),
        next_steps=tuple(
            NextStepFacts(str(one.jurisdiction_id), one.next_step or "undecided") for one in members
        ),
    )
