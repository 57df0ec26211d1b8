"""What waits to be filed in a plan that was filed: drafts of later commitments, and amendments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ogp_wagtail.handbook.amendments import review_amendment
from ogp_wagtail.handbook.editions import Edition
from ogp_wagtail.handbook.facts import AmendmentFacts, CommitmentFacts, PlanFacts
from ogp_wagtail.handbook.findings import Finding, errors
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review_inclusion
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.facts import plan_facts
from ogp_wagtail.plans.models import Amendment, Commitment, Plan


@dataclass(frozen=True)
class Waiting:
    """One thing that the point of contact may file; ``findings`` are what keeps it from being filed."""

    kind: str
    key: str
    code: str
    title: str
    findings: list[Finding]


def waiting(plan: Plan, drafted: PlanFacts, day: date) -> list[Waiting]:
    """What waits, later commitments first. ``drafted`` is the plan with the latest draft of each page."""
    if plan.submitted_on is None:
        return []
    edition = edition_of(plan)
    later = [_commitment(drafted, one, edition, day) for one in drafted.commitments if not one.submitted_on]
    rows = Amendment.objects.filter(commitment__plan=plan, filed_on__isnull=True).select_related("commitment")
    return [*later, *_amendments(plan, drafted, list(rows.order_by("pk")), edition, day)]


def _commitment(drafted: PlanFacts, one: CommitmentFacts, edition: Edition, day: date) -> Waiting:
    published = tuple(other for other in drafted.commitments if other.submitted_on)
    plan = replace(drafted, commitments=published)
    one = actions.completed(one, None, plan)
    findings = errors(review_inclusion(plan, one, edition, day=day))
    return Waiting("commitment", one.key, one.code, one.title, findings)


def _amendments(
    plan: Plan, drafted: PlanFacts, rows: list[Amendment], edition: Edition, day: date
) -> list[Waiting]:
    if not rows:
        return []
    known = {one.key: one for one in plan_facts(plan).commitments}
    drafts = {one.key: one for one in drafted.commitments}
    told = {one.key: one for one in drafted.amendments}
    return [
        Waiting(
            "amendment",
            str(row.pk),
            row.commitment.code,
            str(row),
            _keeps_back(
                drafted,
                told[str(row.key)],
                _as_filed(row.commitment, known),
                drafts.get(str(row.commitment.key)),
                edition,
                day,
            ),
        )
        for row in rows
    ]


def _as_filed(row: Commitment, known: dict[str, CommitmentFacts]) -> CommitmentFacts:
    return actions.as_filed(row, known[str(row.key)])


def _keeps_back(
    drafted: PlanFacts,
    amendment: AmendmentFacts,
    filed: CommitmentFacts,
    draft: CommitmentFacts | None,
    edition: Edition,
    day: date,
) -> list[Finding]:
    others = tuple(one for one in drafted.commitments if one.key != filed.key)
    plan = replace(drafted, commitments=(*others, filed))
    is_removal = amendment.kind == "removal"
    changed = None if is_removal or draft is None else actions.completed(draft, filed, plan)
    return errors(review_amendment(plan, amendment, changed, edition, day=day))
