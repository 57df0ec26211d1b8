"""A commitment is published: it is checked, written and given a slot; in a filed plan it is filed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ogp_wagtail.handbook.editions import Edition
from ogp_wagtail.handbook.facts import CommitmentFacts, MilestoneFacts, ParticipationFacts, PlanFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review_inclusion
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans import documents, filing, slots
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans.acting import Actor
from ogp_wagtail.plans.actions.amended import change_filed
from ogp_wagtail.plans.actions.write import Details, write_commitment
from ogp_wagtail.plans.attached import attached
from ogp_wagtail.plans.models import Commitment, Plan

LIFE = (
    "included_on",
    "submitted_on",
    "implemented_on",
    "assessed_on",
    "released_on",
    "withdrawn_on",
    "withdrawn_reason",
)


@dataclass(frozen=True)
class Included:
    """A commitment in force. ``corrected`` are fields of a filed one that changed without an amendment (AMEND-07)."""

    commitment: Commitment
    corrected: tuple[str, ...] = ()


def include(plan: Plan, facts: CommitmentFacts, details: Details, by: Actor) -> Included:
    """Include a published commitment in its plan: check it, write it and give it a slot.

    In a plan that was filed, to be included is to be submitted: then it is filed too, by the point of contact alone.

    Raises:
        LawError: it breaks a rule, no slot is free, it was filed and changes without an amendment (D2), or it would
            be filed by somebody else.
    """
    present = _as_published(register_facts.plan_facts(plan), details)
    known = next((one for one in present.commitments if one.key == facts.key), None)
    facts = completed(facts, known, present)
    if known and known.submitted_on:
        row, corrected = change_filed(plan, present, known, facts, details, by)
        return Included(row, corrected)
    others = replace(present, commitments=tuple(one for one in present.commitments if one.key != facts.key))
    findings = _findings(others, facts, edition_of(plan), by)
    if plan.submitted_on:
        return Included(_file(plan, others, facts, details, findings, by))
    refuse_if(findings)
    row = write_commitment(plan, facts, details)
    slots.take(plan, row, by.day)
    return Included(row)


def _as_published(plan: PlanFacts, details: Details) -> PlanFacts:
    meetings = tuple(one for one in plan.meetings if one.key in details.meetings)
    return replace(plan, goals=tuple(details.goals), meetings=meetings)


def completed(facts: CommitmentFacts, known: CommitmentFacts | None, plan: PlanFacts) -> CommitmentFacts:
    """With what its page leaves to us, what it has lived through, and who of those that agree took part."""
    members = {member.key for member in plan.members}
    parties = (replace(one, member=one.member if one.member in members else None) for one in facts.parties)
    return replace(
        facts,
        code=facts.code or _code_of(known, plan.commitments),
        participations=facts.participations or _of_the_only_member(plan),
        parties=tuple(parties),
        milestones=tuple(_as_tracked(one, known) for one in facts.milestones),
        agreed_by=register_facts.who_took_part(facts.agreed_by, plan.meetings),
        **({name: getattr(known, name) for name in LIFE} if known else {}),
    )


def _as_tracked(milestone: MilestoneFacts, known: CommitmentFacts | None) -> MilestoneFacts:
    """Once the commitment is filed the tracker says where a milestone stands, and no longer its page."""
    tracked = {one.key: one.status for one in known.milestones} if known and known.submitted_on else {}
    return replace(milestone, status=tracked.get(milestone.key, milestone.status))


def _findings(others: PlanFacts, facts: CommitmentFacts, edition: Edition, by: Actor) -> list[Finding]:
    return [
        *_code_is_taken(facts, others.commitments),
        *review_inclusion(others, facts, edition, day=by.day),
    ]


def _file(
    plan: Plan,
    others: PlanFacts,
    facts: CommitmentFacts,
    details: Details,
    findings: list[Finding],
    by: Actor,
) -> Commitment:
    """File a commitment that is added after its plan was filed (PLAN-COUNT-04, ROLE-03)."""
    refuse_if([*filing.by_whom_and_when(plan, others, facts, by), *findings])
    row = write_commitment(plan, facts, details)
    slots.take(plan, row, by.day)
    Commitment.objects.filter(pk=row.pk)._update_lawfully(submitted_on=by.day)
    filed = replace(facts, included_on=by.day, submitted_on=by.day)
    files = attached(("agreements", one.document_id) for one in details.agreements)
    filing.freeze(
        plan, documents.of_commitment(others, filed, by.day, files), by, commitment=row, files=files
    )
    return row


def _of_the_only_member(plan: PlanFacts) -> tuple[ParticipationFacts, ...]:
    """In the plan of a single jurisdiction nobody else can take part, so nobody has to say so."""
    return () if plan.is_joint else tuple(ParticipationFacts(member.key) for member in plan.members)


def _code_of(known: CommitmentFacts | None, commitments: Sequence[CommitmentFacts]) -> str:
    """The code that a commitment without one has already, or the next free one."""
    return known.code if known else next_code(one.code for one in commitments)


def next_code(codes: Iterable[str]) -> str:
    """The first of C1, C2, … that no commitment of the plan has."""
    taken = {code.casefold() for code in codes}
    return next(code for number in range(1, len(taken) + 2) if (code := f"C{number}").casefold() not in taken)


def _code_is_taken(facts: CommitmentFacts, others: Sequence[CommitmentFacts]) -> list[Finding]:
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
