"""Whom a plan binds: the jurisdictions and, of each, the term of office that limits its commitments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ogp_wagtail.members.models import Jurisdiction, Term
from ogp_wagtail.plans.models import Plan, PlanMember
from ogp_wagtail.plans.slots import lay_out


def set_members(plan: Plan, jurisdictions: Sequence[Jurisdiction]) -> None:
    """Bind the plan to exactly these jurisdictions and lay out its slots. After filing nothing changes (COAL-21).

    A jurisdiction that leaves takes its parts in unfiled commitments with it.
    """
    if plan.submitted_on:
        return
    gone = plan.members.exclude(jurisdiction__in=jurisdictions)
    for member in gone:
        member.participations.all()._delete_lawfully()
    gone.delete()
    present = {member.jurisdiction_id: member for member in plan.members.all()}
    free = [n for n in range(1, 5) if n not in {member.number for member in present.values()}]
    for jurisdiction in jurisdictions:
        member = present.get(jurisdiction.pk) or PlanMember(
            plan=plan, jurisdiction=jurisdiction, number=free.pop(0)
        )
        member.term = term_for(plan.period_start, jurisdiction)
        member._save_lawfully()
    lay_out(plan)


def term_for(period_start: date | None, jurisdiction: Jurisdiction) -> Term | None:
    """The term that a plan with this first day belongs to: the first that ends after it, else the last known.

    For a jurisdiction without elections it is the period that the jurisdiction chose.
    """
    terms = sorted(jurisdiction.terms.all(), key=lambda term: term.end)
    running = [term for term in terms if period_start and term.end > period_start]
    return next(iter(running), terms[-1] if terms else None)
