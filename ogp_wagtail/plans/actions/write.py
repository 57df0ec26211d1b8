"""The rows of a commitment as its facts have them. Rows that others point at keep their primary keys."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from ogp_wagtail.handbook.facts import CommitmentFacts, GoalFacts
from ogp_wagtail.plans.models import Commitment, Milestone, Participation, Party, Plan, Resource


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
    goals: Sequence[GoalFacts] = ()
    meetings: Set[str] = frozenset()


def write_commitment(plan: Plan, facts: CommitmentFacts, details: Details) -> Commitment:
    """Write the commitment with its parts, milestones, parties and resources; returns its row."""
    row, _made = Commitment.objects.update_or_create(
        key=facts.key,
        defaults={
            "plan": plan,
            "code": facts.code,
            "title": facts.title,
            "scope": facts.scope,
            "start": facts.start,
            "end": facts.latest_end,
            "policy_areas": sorted(facts.policy_areas),
            "sectors": sorted(facts.sectors),
            "ogp_values": sorted(facts.ogp_values),
            "goals": sorted(facts.goals),
            "resources_secured": facts.resources_secured,
        },
    )
    _write_participations(plan, row, facts)
    _write_milestones(row, facts)
    _write_parties(plan, row, details)
    _write_resources(row, details)
    return row


def _write_participations(plan: Plan, row: Commitment, facts: CommitmentFacts) -> None:
    members = {str(member.jurisdiction_id): member for member in plan.members.all()}
    for part in facts.participations:
        Participation.objects.update_or_create(
            commitment=row, member=members[part.member], defaults={"end": facts.ends[part.member]}
        )
    present = [members[part.member] for part in facts.participations]
    row.participations.exclude(member__in=present).delete()


def _write_milestones(row: Commitment, facts: CommitmentFacts) -> None:
    row.milestones.exclude(key__in=[one.key for one in facts.milestones]).update(retired=True)
    for number, one in enumerate(facts.milestones, start=1):
        Milestone.objects.update_or_create(
            key=one.key,
            defaults={
                "commitment": row,
                "number": number,
                "deliverable": one.deliverable,
                "start_month": one.start.first_day if one.start else None,
                "end_month": one.end.first_day if one.end else None,
                "responsible": one.responsible,
                "contact": one.contact,
                "status": one.status,
                "retired": False,
            },
        )


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
