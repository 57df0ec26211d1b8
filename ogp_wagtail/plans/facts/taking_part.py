"""Who took part: meetings with those who attended, endorsements, and who agreed to something."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from ogp_wagtail.handbook.facts import ApproverFacts, EndorsementFacts, MeetingFacts
from ogp_wagtail.members.models import Organisation
from ogp_wagtail.plans.models import Endorsement, Meeting

MEETING_PARTS = ("attendances", "commitments", "jurisdictions")


def meeting_facts(row: Meeting) -> MeetingFacts:
    """A meeting with its attendance by sector; of those who came from nowhere known, only how many they were."""
    attendances = list(row.attendances.all())
    return MeetingFacts(
        key=str(row.key),
        title=row.title,
        held_on=row.held_on,
        purposes=frozenset(row.purposes),
        sectors=frozenset(attendance.sector for attendance in attendances),
        evidenced=row.has_record,
        members=frozenset(str(one.pk) for one in row.jurisdictions.all()),
        commitments=frozenset(row.commitment_keys) | {str(one.key) for one in row.commitments.all()},
        groups=frozenset(one.affiliation for one in attendances if one.affiliation),
        group_types=frozenset(attendance.group_type for attendance in attendances if attendance.group_type),
        under_represented=any(attendance.under_represented for attendance in attendances),
        unnamed=sum(one.headcount for one in attendances if not one.affiliation),
        noticed_on=row.noticed_on,
        documents_shared_on=row.documents_shared_on,
        minutes_published_on=row.minutes_published_on,
    )


def endorsement_facts(row: Endorsement, groups: Set[str]) -> EndorsementFacts:
    """An endorsement; ``groups`` are the case-folded names of those who attended the plan's meetings."""
    return EndorsementFacts(
        organisation=row.organisation.name,
        sector=row.organisation.sector,
        took_part=row.organisation.name.casefold() in groups,
        endorsed_on=row.endorsed_on,
        members=frozenset({str(row.jurisdiction_id)} if row.jurisdiction_id else ()),
    )


def groups_of(meetings: Iterable[MeetingFacts]) -> set[str]:
    """The case-folded names of those who attended these meetings."""
    return {name.casefold() for meeting in meetings for name in meeting.groups}


def approver_facts(row: Organisation, groups: Set[str]) -> ApproverFacts:
    """An organisation that agrees to something, and whether it took part in co-creation."""
    return ApproverFacts(row.name, row.sector, row.name.casefold() in groups)


def who_took_part(
    approvers: Iterable[ApproverFacts], meetings: Iterable[MeetingFacts]
) -> tuple[ApproverFacts, ...]:
    """These organisations, each with whether it attended one of these meetings."""
    groups = groups_of(meetings)
    return tuple(replace(one, took_part=one.organisation.casefold() in groups) for one in approvers)
