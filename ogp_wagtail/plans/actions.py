"""The changes of the register. Each is called under the lock of its plan, checks first, and writes all or nothing."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ogp_wagtail.handbook.editions import CURRENT, edition_named
from ogp_wagtail.handbook.facts import CommitmentFacts, PlanFacts
from ogp_wagtail.handbook.findings import error
from ogp_wagtail.handbook.limits import check_commitment, check_members, check_period, check_slots
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans import slots
from ogp_wagtail.plans.members import set_members
from ogp_wagtail.plans.models import (
    Attendance,
    Commitment,
    Meeting,
    Milestone,
    Participation,
    Party,
    Plan,
    Resource,
)


def remember_plan(key: uuid.UUID, code: str, title: str, language: str) -> Plan:
    """Give a plan its row when its page is first saved; the title of a draft follows its page."""
    plan, made = Plan.objects.get_or_create(
        key=key, defaults={"code": free_code(code), "title": title, "language": language}
    )
    if not made and plan.title != title and not plan.submitted_on:
        Plan.objects.filter(pk=plan.pk).update(title=title)
    return plan


def free_code(wanted: str) -> str:
    """The wanted code, or the first of wanted-2, wanted-3, … that no plan has."""
    taken = set(Plan.objects.filter(code__startswith=wanted).values_list("code", flat=True))
    candidates = [wanted, *(f"{wanted[:36]}-{number}" for number in range(2, len(taken) + 3))]
    return next(code for code in candidates if code not in taken)


@dataclass(frozen=True)
class PlanDetails:
    """The facts of a plan as its page states them."""

    key: uuid.UUID
    values: dict[str, Any]
    jurisdictions: Sequence[Jurisdiction] = ()


def put_in_force(details: PlanDetails, facts: PlanFacts) -> Plan:
    """Write the facts of a published plan.

    Raises:
        LawError: the members or the period break a rule, or the plan was filed and a filed fact would change (D2).
    """
    plan = Plan.objects.get(key=details.key)
    edition = edition_named(plan.edition)
    findings = check_period(facts, edition)
    if facts.is_joint:
        findings = check_members(facts.members, facts.country, edition) + findings
    refuse_if(findings)
    refuse_if(_filed_facts_change(plan, details.values, plan.submitted_on is not None))
    for name, value in details.values.items():
        setattr(plan, name, value)
    plan.save()
    set_members(plan, details.jurisdictions)
    refuse_if(_commitments_fall_outside(plan))
    return plan


def _commitments_fall_outside(plan: Plan) -> list[Any]:
    """Commitments in force that a change of the plan's period or members would make unlawful."""
    facts = register_facts.plan_facts(Plan.objects.with_owner().get(pk=plan.pk))
    in_force = [commitment for commitment in facts.commitments if commitment.included_on]
    edition = edition_named(plan.edition)
    return [
        replace(finding, field="")
        for commitment in in_force
        for finding in check_commitment(facts, commitment, edition)
    ]


@dataclass(frozen=True)
class Details:
    """What a commitment's page states beside its facts: who takes part with contact details, and what is needed.

    ``lead_members`` gives, for each party, the primary key of the jurisdiction it leads for, or None.
    """

    parties: Sequence[Party] = ()
    lead_members: Sequence[int | None] = ()
    resources: Sequence[Resource] = field(default_factory=tuple)


def include(plan: Plan, facts: CommitmentFacts, details: Details, day: date) -> Commitment:
    """Include a published commitment in its plan: check it, write it and give it a slot.

    Raises:
        LawError: it breaks a rule, no slot is free, or it was filed and a filed fact would change (D2).
    """
    edition = edition_named(plan.edition)
    present = register_facts.plan_facts(plan)
    known = next((one for one in present.commitments if one.key == facts.key), None)
    others = tuple(one for one in present.commitments if one.key != facts.key)
    facts = replace(facts, code=facts.code or next_code(one.code for one in present.commitments))
    included = replace(
        facts,
        included_on=(known and known.included_on) or day,
        implemented_on=known and known.implemented_on,
        assessed_on=known and known.assessed_on,
        submitted_on=known and known.submitted_on,
    )
    refuse_if(_code_is_taken(included, others))
    whole = replace(present, commitments=(*others, included))
    refuse_if([*check_commitment(whole, included, edition), *check_slots(whole, day, edition)])
    if known and known.submitted_on:
        refuse_if(_filed_commitment_changes(known, facts))
    row = _write_commitment(plan, facts)
    _write_parts(plan, row, facts, details)
    slots.take(plan, row, day)
    return row


def next_code(codes: Any) -> str:
    """The first of C1, C2, … that no commitment of the plan has."""
    taken = {code.casefold() for code in codes}
    return next(code for number in range(1, len(taken) + 2) if (code := f"C{number}").casefold() not in taken)


def _code_is_taken(facts: CommitmentFacts, others: Sequence[CommitmentFacts]) -> list[Any]:
    rivals = [one for one in others if one.code.casefold() == facts.code.casefold()]
    return [
        error(
            "A2-01",
            facts,
            _("The code %(code)s belongs to “%(title)s”, another commitment of this plan."),
            hint=_("Choose another code, or leave it empty to be given the next free one."),
            field="code",
            code=facts.code,
            title=one.title,
        )
        for one in rivals
    ]


def _write_commitment(plan: Plan, facts: CommitmentFacts) -> Commitment:
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
    return row


def _write_parts(plan: Plan, row: Commitment, facts: CommitmentFacts, details: Details) -> None:
    members = {member.jurisdiction_id: member for member in plan.members.all()}
    for part in facts.participations:
        Participation.objects.update_or_create(
            commitment=row, member=members[int(part.member)], defaults={"end": facts.ends[part.member]}
        )
    row.participations.exclude(
        member__jurisdiction__in=[int(p.member) for p in facts.participations]
    ).delete()
    _write_milestones(row, facts)
    row.parties.all().delete()
    for party, lead in zip(details.parties, details.lead_members, strict=True):
        party.commitment, party.member = row, members.get(lead)
    Party.objects.bulk_create(details.parties)
    row.resources.all().delete()
    for resource in details.resources:
        resource.commitment = row
    Resource.objects.bulk_create(details.resources)


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


def take_out(key: uuid.UUID) -> None:
    """A commitment's page went offline. Never filed: its slot is free again. Filed: it keeps slot and row."""
    commitment = Commitment.objects.filter(key=key, submitted_on__isnull=True).first()
    if commitment:
        slots.forget(commitment)


def refuse_removal(key: uuid.UUID) -> None:
    """Refuse to delete the page of what was filed (AMEND-08, D2). Raises ``LawError``."""
    commitment = Commitment.objects.filter(key=key, submitted_on__isnull=False).first()
    plan = Plan.objects.filter(key=key, submitted_on__isnull=False).first()
    if commitment or plan:
        refuse_if([_filed_stays(commitment or plan)])


def _filed_stays(row: Commitment | Plan) -> Any:
    return error(
        "AMEND-08" if isinstance(row, Commitment) else "PLAN-SUB-01",
        _Named(str(row.key), row.code),
        _("%(code)s was filed on %(day)s; what was filed stays visible."),
        hint=_("Withdraw it by an amendment that gives the reason."),
        code=row.code,
        day=row.submitted_on,
    )


@dataclass(frozen=True)
class _Named:
    key: str
    subject: str


def refuse_move(key: uuid.UUID) -> None:
    """Refuse to move a commitment that holds a slot to another plan (PLAN-COUNT-03). Raises ``LawError``."""
    commitment = Commitment.objects.filter(key=key, slot__isnull=False).select_related("plan").first()
    if commitment:
        refuse_if(
            [
                error(
                    "PLAN-COUNT-03",
                    _Named(str(key), commitment.code),
                    _("%(code)s holds a slot of the plan %(plan)s and cannot be moved to another."),
                    hint=_("Unpublish it, move it, and publish it there."),
                    code=commitment.code,
                    plan=commitment.plan.code,
                )
            ]
        )


FILED_PLAN_FACTS = {
    "period_start": "PLAN-PERIOD-09",
    "period_end": "PLAN-PERIOD-09",
    "jurisdiction": "COAL-21",
    "coalition": "COAL-21",
    "code": "PLAN-SUB-01",
}


def _filed_facts_change(plan: Plan, values: dict[str, Any], filed: bool) -> list[Any]:
    """A filed plan keeps its period, its owner and its code (D2, PLAN-PERIOD-09, COAL-21)."""
    return [
        error(
            rule,
            _Named(str(plan.key), "plan"),
            _("The plan was filed on %(day)s with “%(old)s” here; a filed fact does not change by editing."),
            hint=_("Set it back to %(old)s, and ask the OGP Local team how to change it."),
            field=name,
            day=plan.submitted_on,
            old=getattr(plan, name),
        )
        for name, rule in FILED_PLAN_FACTS.items()
        if filed and name in values and values[name] != getattr(plan, name)
    ]


AMENDED_FACTS = ("title", "scope", "start", "ends", "policy_areas", "sectors", "ogp_values")


def _filed_commitment_changes(old: CommitmentFacts, new: CommitmentFacts) -> list[Any]:
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


@dataclass(frozen=True)
class MeetingDetails:
    """A meeting as its page states it. ``commitments`` are keys of commitments of the plan."""

    key: uuid.UUID
    values: dict[str, Any]
    attendances: Sequence[Attendance] = ()
    commitments: Sequence[str] = ()


def record_meeting(plan: Plan, details: MeetingDetails) -> Meeting:
    """Write a published meeting into the register. Raises ``LawError`` when its day is missing (MEET-01)."""
    if details.values.get("held_on") is None:
        refuse_if(
            [
                error(
                    "MEET-01",
                    _Named(str(details.key), details.values["title"]),
                    _("The day of the meeting is missing."),
                    field="held_on",
                )
            ]
        )
    meeting, _made = Meeting.objects.update_or_create(
        key=details.key, defaults={"plan": plan, **details.values}
    )
    meeting.attendances.all().delete()
    for attendance in details.attendances:
        attendance.meeting = meeting
    Attendance.objects.bulk_create(details.attendances)
    meeting.commitments.set(plan.commitments.filter(key__in=details.commitments))
    return meeting


__all__ = [
    "CURRENT",
    "Details",
    "MeetingDetails",
    "PlanDetails",
    "include",
    "put_in_force",
    "record_meeting",
    "refuse_move",
    "refuse_removal",
    "remember_plan",
    "take_out",
]
