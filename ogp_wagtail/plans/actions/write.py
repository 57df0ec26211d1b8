"""The rows of a commitment as its facts have them. Rows that others point at keep their primary keys."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from ogp_wagtail.handbook.facts import CommitmentFacts, GoalFacts
from ogp_wagtail.plans.models import (
    Agreement,
    Commitment,
    Milestone,
    Participation,
    Party,
    Plan,
    Resource,
)


@dataclass(frozen=True)
class Details:
    """What a commitment's page states beside its facts: who takes part with contact details, and what is needed.

    ``lead_members`` gives, for each party, the primary key of the jurisdiction it leads for, or None. ``goals`` are
    the long-term goals of the plan's vision, which the commitment may refer to; ``meetings`` holds the keys of
    the meetings whose records are published, for no other counts.
    """

    parties: Sequence[Party] = ()
    lead_members: Sequence[int | None] = ()
    resources: Sequence[Resource] = ()
    agreements: Sequence[Agreement] = ()
    goals: Sequence[GoalFacts] = ()
    meetings: Set[str] = frozenset()


def write_commitment(plan: Plan, facts: CommitmentFacts, details: Details) -> Commitment:
    """Write the commitment with its parts, and link it to the meetings that discussed its draft; returns its row."""
    known = Commitment.objects.filter(key=facts.key).first()
    row = known or Commitment(key=facts.key)
    row.plan = plan
    row.code, row.title, row.scope = facts.code, facts.title, facts.scope
    row.start, row.end = facts.start, facts.latest_end
    row.policy_areas, row.sectors = sorted(facts.policy_areas), sorted(facts.sectors)
    row.ogp_values, row.goals = sorted(facts.ogp_values), sorted(facts.goals)
    row.resources_secured = facts.resources_secured
    _write_additional(row, facts)
    row._save_lawfully()
    _write_participations(plan, row, facts)
    _write_milestones(row, facts)
    _write_parties(plan, row, details)
    _write_resources(row, details)
    _write_agreements(row, details)
    if known is None:
        row.meetings.add(*(one for one in plan.meetings.all() if str(row.key) in one.commitment_keys))
    return row


def _write_additional(row: Commitment, facts: CommitmentFacts) -> None:
    baseline = facts.baseline
    row.baseline_value = baseline.value if baseline else ""
    row.baseline_unit = baseline.unit if baseline else ""
    row.baseline_on = baseline.on if baseline else None
    row.development_goals = [str(number) for number in sorted(facts.development_goals)]


def _write_participations(plan: Plan, row: Commitment, facts: CommitmentFacts) -> None:
    members = {str(member.jurisdiction_id): member for member in plan.members.all()}
    there = {part.member_id: part for part in row.participations.all()} if row.pk else {}
    for one in facts.participations:
        member = members[one.member]
        part = there.pop(member.pk, None) or Participation(commitment=row, member=member)
        part.end = facts.ends[one.member]
        part._save_lawfully()
    row.participations.filter(member__in=there)._delete_lawfully()


def _write_milestones(row: Commitment, facts: CommitmentFacts) -> None:
    gone = row.milestones.exclude(key__in=[one.key for one in facts.milestones])
    gone._update_lawfully(retired=True)
    there = {str(one.key): one for one in Milestone.objects.filter(key__in=[m.key for m in facts.milestones])}
    for number, one in enumerate(facts.milestones, start=1):
        step = there.get(one.key) or Milestone(key=one.key)
        step.commitment, step.number, step.retired = row, number, False
        step.deliverable, step.responsible, step.contact = one.deliverable, one.responsible, one.contact
        step.start_month = one.start.first_day if one.start else None
        step.end_month = one.end.first_day if one.end else None
        step.evidence_kind = one.evidence_kind
        if step.pk is None or row.submitted_on is None:  # afterwards the tracker says where it stands
            step.status = one.status
        step._save_lawfully()


def _write_parties(plan: Plan, row: Commitment, details: Details) -> None:
    members = {member.jurisdiction_id: member for member in plan.members.all()}
    row.parties.all().delete()
    for party, lead in zip(details.parties, details.lead_members, strict=True):
        party.commitment, party.member = row, members.get(lead)
    Party.objects.bulk_create(details.parties)


def _write_resources(row: Commitment, details: Details) -> None:
    row.resources.all().delete()
    for resource in details.resources:
        resource.commitment = row
    Resource.objects.bulk_create(details.resources)


def _write_agreements(row: Commitment, details: Details) -> None:
    row.agreements.all().delete()
    for agreement in details.agreements:
        agreement.commitment = row
    Agreement.objects.bulk_create(details.agreements)
