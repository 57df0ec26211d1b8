"""A commitment is published: it is checked, written and given a slot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ogp_wagtail.handbook.editions import Edition, edition_named
from ogp_wagtail.handbook.facts import CommitmentFacts, ParticipationFacts, PlanFacts
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.limits import check_commitment
from ogp_wagtail.handbook.review import review_inclusion
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans import slots
from ogp_wagtail.plans.actions.amended import filed_commitment_changes
from ogp_wagtail.plans.actions.write import Details, write_commitment
from ogp_wagtail.plans.models import Commitment, Plan

LIFE = ("included_on", "submitted_on", "implemented_on", "assessed_on", "released_on", "withdrawn_on")


def include(plan: Plan, facts: CommitmentFacts, details: Details, day: date) -> Commitment:
    """Include a published commitment in its plan: check it, write it and give it a slot.

    Raises:
        LawError: it breaks a rule, no slot is free, or it was filed and a filed fact would change (D2).
    """
    present = register_facts.plan_facts(plan)
    meetings = tuple(one for one in present.meetings if one.key in details.meetings)
    present = replace(present, goals=tuple(details.goals), meetings=meetings)
    known = next((one for one in present.commitments if one.key == facts.key), None)
    facts = replace(
        facts,
        code=facts.code or _code_of(known, present.commitments),
        participations=facts.participations or _of_the_only_member(present),
    )
    refuse_if(_findings(present, known, facts, edition_named(plan.edition), day))
    row = write_commitment(plan, facts, details)
    slots.take(plan, row, day)
    return row


def _findings(
    present: PlanFacts, known: CommitmentFacts | None, facts: CommitmentFacts, edition: Edition, day: date
) -> list[Finding]:
    """What forbids to include these facts. What was filed was complete then: now only the limits are asked."""
    others = replace(present, commitments=tuple(one for one in present.commitments if one.key != facts.key))
    lived = replace(facts, **{name: getattr(known, name) for name in LIFE}) if known else facts
    if known and known.submitted_on:
        return [*filed_commitment_changes(known, facts), *check_commitment(others, lived, edition)]
    return [
        *_code_is_taken(facts, others.commitments),
        *review_inclusion(others, lived, edition, day=day),
    ]


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
