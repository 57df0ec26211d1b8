"""Rows of the register as facts for the handbook: dates, choices and life, no prose."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Set
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from ogp_wagtail.handbook.calendar import Month
from ogp_wagtail.handbook.facts import (
    AmendmentFacts,
    ApproverFacts,
    BaselineFacts,
    CoalitionFacts,
    CommitmentFacts,
    DateChangeFacts,
    EndorsementFacts,
    FilingFacts,
    MeetingFacts,
    MemberFacts,
    MembershipFacts,
    MilestoneFacts,
    MonitoringBodyFacts,
    MovedDateFacts,
    NextStepFacts,
    ParticipationFacts,
    PartyFacts,
    PlanFacts,
    ResourceFacts,
    SubmittedPlanFacts,
)
from ogp_wagtail.handbook.status import status_on
from ogp_wagtail.members.facts import memberships
from ogp_wagtail.members.models import MonitoringBody, Organisation
from ogp_wagtail.plans.models import (
    Amendment,
    Commitment,
    DateChange,
    Endorsement,
    Filing,
    Meeting,
    Milestone,
    Party,
    Plan,
    PlanMember,
    Resource,
)
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
MEETING_PARTS = ("attendances", "commitments", "jurisdictions")


def plan_facts(plan: Plan) -> PlanFacts:
    """The plan with its members, commitments, meetings and endorsements, in a constant number of queries.

    ``plan`` comes from ``Plan.objects.with_owner()``.
    """
    members = members_of(plan)
    joined = membership_fields(plan, [row.jurisdiction_id for row in members])
    commitments = commitments_of(plan, members)
    meetings = tuple(meeting_facts(row) for row in gather(plan.meetings.all(), *MEETING_PARTS))
    groups = groups_of(meetings)
    return PlanFacts(
        key=str(plan.key),
        code=plan.code,
        title=plan.title,
        members=tuple(with_status(member_facts(row), joined["memberships"]) for row in members),
        commitments=tuple(commitment_facts(row, groups) for row in commitments),
        meetings=meetings,
        endorsements=tuple(
            endorsement_facts(row, groups) for row in plan.endorsements.select_related("organisation")
        ),
        amendments=tuple(_amendment(row, groups) for one in commitments for row in one.amendments.all()),
        filings=tuple(filing_facts(row) for row in filings_of(plan)),
        date_changes=date_changes_of(members),
        **owner_facts(plan),
        coalition=_coalition(plan, members),
        **joined,
        period_basis=plan.period_basis,
        period_start=plan.period_start,
        period_end=plan.period_end,
        submitted_on=plan.submitted_on,
        language=plan.language,
        edition=plan.edition,
        readings=plan.readings,
    )


def membership_fields(plan: Plan, jurisdictions: Collection[int]) -> dict[str, Any]:
    """How those who take part stand in OGP Local and which plan they had before, in three queries."""
    submitted: dict[int, tuple[SubmittedPlanFacts, ...]] = {}
    for seat in PlanMember.objects.filter(
        jurisdiction__in=jurisdictions, plan__submitted_on__isnull=False
    ).select_related("plan"):
        one = SubmittedPlanFacts(str(seat.plan.key), seat.plan.submitted_on, seat.plan.period_end)
        submitted[seat.jurisdiction_id] = (*submitted.get(seat.jurisdiction_id, ()), one)
    previous = _previous(plan, [one for plans in submitted.values() for one in plans])
    return {
        "memberships": memberships(jurisdictions, submitted, str(plan.key)),
        "previous_period_end": previous.period_end if previous else None,
        "previous_submitted_on": previous.submitted_on if previous else None,
    }


def _previous(plan: Plan, submitted: list[SubmittedPlanFacts]) -> SubmittedPlanFacts | None:
    """Of the plans submitted before this one, the one that ends last (GAP-03)."""
    earlier = [
        one
        for one in submitted
        if one.key != str(plan.key)
        and one.period_end
        and (plan.submitted_on is None or one.submitted_on < plan.submitted_on)
    ]
    return max(earlier, key=lambda one: (one.period_end, one.submitted_on), default=None)


def with_status(member: MemberFacts, known: Iterable[MembershipFacts]) -> MemberFacts:
    """The member with the status that was conferred on it last (STAT-01)."""
    membership = next((one for one in known if one.key == member.key), None)
    return replace(member, status=status_on(membership, date.max)) if membership else member


def members_of(plan: Plan) -> list[PlanMember]:
    """The plan's members with what their facts need, and what they say in the coalition, where there is one."""
    seats = plan.members.select_related("jurisdiction__country", "term")
    return gather(_with_what_they_say(seats) if plan.coalition_id else seats, "date_changes")


def _with_what_they_say(seats: QuerySet[PlanMember]) -> QuerySet[PlanMember]:
    """With who signed the agreement for each member, and what it does after the joint plan (COAL-15, COAL-17)."""
    coalition = Plan._meta.get_field("coalition").related_model
    rows = coalition._meta.get_field("members").related_model._default_manager.filter(
        coalition__plan=OuterRef("plan"), jurisdiction=OuterRef("jurisdiction")
    )
    said = {name: Subquery(rows.values(name)[:1]) for name in ("signatory", "next_step")}
    return seats.annotate(**said)


def commitments_of(plan: Plan, members: list[PlanMember]) -> list[Commitment]:
    """The plan's commitments with their parts, in one query; ``members`` are the plan's, already read."""
    in_force = Milestone.objects.filter(retired=False)
    rows = gather(plan.commitments.all(), *COMMITMENT_PARTS, milestones=in_force)
    seats = {member.pk: member for member in members}
    for row in rows:
        for part in (*row.participations.all(), *row.parties.all()):
            part.member = seats.get(part.member_id)
    return rows


def owner_facts(plan: Plan) -> dict[str, object]:
    """What the owner of the plan decides: point of contact, monitoring body, and how a coalition works."""
    body, contact, coalition = plan.monitoring_body, plan.point_of_contact, plan.coalition
    return {
        "is_joint": plan.is_joint,
        "country": plan.owner.country.code if plan.owner else None,
        "point_of_contact": contact.name if contact else None,
        "point_of_contact_email": contact.email if contact else "",
        "monitoring_body": monitoring_body_facts(body) if body else None,
        "cocreation_mode": coalition.cocreation_mode if coalition else "joint",
        "agreement": bool(coalition and (coalition.agreement or coalition.agreement_document_id)),
    }


def _coalition(plan: Plan, members: Iterable[PlanMember]) -> CoalitionFacts | None:
    """The coalition that files this plan, with what its members say there; ``members`` come from ``members_of``."""
    row = plan.coalition
    if row is None:
        return None
    said = {str(one.jurisdiction_id): one for one in members}
    return CoalitionFacts(
        key=str(row.pk),
        name=row.name,
        formed_on=row.formed_on,
        ended_on=row.ended_on,
        purposes=frozenset(row.purposes),
        agreement_on=row.agreed_on,
        signatories=frozenset(key for key, one in said.items() if (one.signatory or "").strip()),
        next_steps=tuple(NextStepFacts(key, one.next_step or "undecided") for key, one in said.items()),
    )


def monitoring_body_facts(row: MonitoringBody) -> MonitoringBodyFacts:
    """A monitoring body by itself; the room of monitoring adds who approved it, and who came before it."""
    same = ("name", "kind", "email", "approved_on", "independence", "resources", "uses_guidance")
    days = ("support_requested_on", "su_notified_on")
    return MonitoringBodyFacts(
        contact=row.contact_name,
        person=row.person.name if row.person else "",
        **{name: getattr(row, name) for name in (*same, *days)},
    )


def member_facts(row: PlanMember) -> MemberFacts:
    """A member, known by the primary key of its jurisdiction."""
    return MemberFacts(
        key=str(row.jurisdiction_id),
        name=row.jurisdiction.name,
        country=row.jurisdiction.country.code,
        elected=row.jurisdiction.elected,
        term_end=row.term_end,
        period_end=row.period_end,
        joined_on=row.jurisdiction.joined_on,
        left_on=row.left_on,
    )


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


def amendment_facts(row: Amendment, plan: PlanFacts) -> AmendmentFacts:
    """An amendment, beside the facts of its plan."""
    return _amendment(row, groups_of(plan.meetings))


def _amendment(row: Amendment, groups: Set[str]) -> AmendmentFacts:
    return AmendmentFacts(
        key=str(row.key),
        commitment=str(row.commitment.key),
        kind=row.kind,
        fields=frozenset(name.replace("-", "_") for name in row.fields),
        old=_in_words(row.old),
        new=_in_words(row.new),
        reason=row.reason,
        consulted=tuple(one.name for one in row.consulted.all()),
        consulted_on=row.consulted_on,
        consulted_how=row.consulted_how,
        approvers=tuple(approver_facts(one, groups) for one in row.approved_by.all()),
        approved_on=row.approved_on,
        notified_on=row.notified_on,
        effective_on=row.effective_on,
        documented=row.documented,
        su_agreed_on=row.su_agreed_on,
        filed_on=row.filed_on,
        name=str(row),
    )


def _in_words(values: dict[str, object]) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False) if values else ""


def filings_of(plan: Plan) -> list[Filing]:
    """The plan's filings, the first one first, without their frozen copies."""
    rows = plan.filings.defer("document").select_related("commitment", "amendment__commitment", "plan")
    return list(rows.order_by("pk"))


def filing_facts(row: Filing) -> FilingFacts:
    """A filing."""
    about = row.commitment or row.amendment or row.plan
    return FilingFacts(str(about.key), row.filed_on, row.filed_by_name, row.kind, row.sha256)


def date_changes_of(members: Iterable[PlanMember]) -> tuple[DateChangeFacts, ...]:
    """The dates of these members that changed after the plan was filed, the first one first."""
    rows = [row for member in members for row in member.date_changes.all()]
    return tuple(_date_change(row) for row in sorted(rows, key=lambda row: row.pk))


def _date_change(row: DateChange) -> DateChangeFacts:
    return DateChangeFacts(
        key=str(row.pk),
        what=row.what,
        member=str(row.member.jurisdiction_id),
        old=row.old,
        new=row.new,
        changed_on=row.changed_on,
        note=row.note,
        told_on=row.told_on,
        moved=tuple(_moved(one) for one in row.moved),
        stayed=tuple(_moved(one) for one in row.stayed),
    )


def _moved(line: dict[str, str]) -> MovedDateFacts:
    days = {name: date.fromisoformat(line[name]) for name in ("old", "new", "anchor_date") if line.get(name)}
    return MovedDateFacts(line["rule"], line["subject"], **days)
