"""Commitments with their milestones, parties and resources."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any

from ogp_wagtail.handbook.calendar import Month
from ogp_wagtail.handbook.facts import (
    BaselineFacts,
    CommitmentFacts,
    MilestoneFacts,
    ParticipationFacts,
    PartyFacts,
    ResourceFacts,
)
from ogp_wagtail.plans.facts.taking_part import approver_facts
from ogp_wagtail.plans.models import Commitment, Milestone, Party, Plan, PlanMember, Resource
from ogp_wagtail.rows import gather

COMMITMENT_PARTS = (
    "milestones",
    "participations",
    "parties",
    "resources",
    "agreed_by",
    "amendments",
    "amendments__consulted",
    "amendments__approved_by",
    "amendments__meeting",
)


def commitments_of(plan: Plan, members: list[PlanMember]) -> list[Commitment]:
    """The plan's commitments with their parts, in one query; ``members`` are the plan's, already read."""
    in_force = Milestone.objects.filter(retired=False)
    rows = gather(plan.commitments.all(), *COMMITMENT_PARTS, milestones=in_force)
    seats = {member.pk: member for member in members}
    for row in rows:
        for part in (*row.participations.all(), *row.parties.all()):
            part.member = seats.get(part.member_id)
    return rows


def commitment_facts(row: Commitment, groups: Set[str] = frozenset()) -> CommitmentFacts:
    """A commitment from ``commitments_of``; ``groups`` are those who attended the plan's meetings."""
    return CommitmentFacts(
        key=str(row.key),
        code=row.code,
        title=row.title,
        scope=row.scope,
        start=row.start,
        end=row.end,
        participations=tuple(
            ParticipationFacts(
                str(part.member.jurisdiction_id), part.end, part.implemented_on, part.member.left_on
            )
            for part in row.participations.all()
        ),
        milestones=tuple(milestone_facts(milestone) for milestone in row.milestones.all()),
        parties=tuple(party_facts(party) for party in row.parties.all()),
        resources=tuple(resource_facts(resource) for resource in row.resources.all()),
        resources_secured=row.resources_secured,
        policy_areas=frozenset(row.policy_areas),
        sectors=frozenset(row.sectors),
        ogp_values=frozenset(row.ogp_values),
        goals=frozenset(row.goals),
        baseline=baseline_facts(row),
        development_goals=numbers_of(row.development_goals),
        submitted_on=row.submitted_on,
        included_on=row.included_on,
        implemented_on=row.implemented_on,
        assessed_on=row.assessed_on,
        released_on=row.released_on,
        withdrawn_on=row.withdrawn_on,
        withdrawn_reason=row.withdrawn_reason,
        agreed_by=tuple(approver_facts(one, groups) for one in row.agreed_by.all()),
    )


def milestone_facts(row: Milestone) -> MilestoneFacts:
    """A milestone."""
    return MilestoneFacts(
        key=str(row.key),
        deliverable=row.deliverable,
        start=Month.of(row.start_month) if row.start_month else None,
        end=Month.of(row.end_month) if row.end_month else None,
        responsible=row.responsible,
        status=row.status,
        contact=row.contact,
        evidence_kind=row.evidence_kind,
    )


def baseline_facts(row: Any) -> BaselineFacts | None:
    """The figure to start from, of a row or a page; none where nothing of it is stated."""
    stated = row.baseline_value or row.baseline_unit or row.baseline_on
    return BaselineFacts(row.baseline_value, row.baseline_unit, row.baseline_on) if stated else None


def numbers_of(slugs: Iterable[str] | None) -> frozenset[int]:
    """The development goals by their numbers; what is no number was refused before it was stored."""
    return frozenset(int(slug) for slug in slugs or () if str(slug).isdecimal())


def party_facts(row: Party) -> PartyFacts:
    """A party; its member is known by the primary key of the jurisdiction."""
    member = str(row.member.jurisdiction_id) if row.member else None
    return PartyFacts(
        row.role,
        row.organisation,
        member,
        row.contact_name,
        row.email,
        branch=row.branch,
        job_title=row.job_title,
        part=row.part,
    )


def resource_facts(row: Resource) -> ResourceFacts:
    """A resource."""
    amount = None if row.amount is None else float(row.amount)
    return ResourceFacts(row.kind, amount, row.currency, row.description, row.provider)
