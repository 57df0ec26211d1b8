"""What was filed changes by an amendment and not by editing (D2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ogp_wagtail.handbook.amendments import (
    changes_that_need_one,
    corrections,
    label_of,
    review_amendment,
    withdrawn,
)
from ogp_wagtail.handbook.amendments.changes import TIMELINE
from ogp_wagtail.handbook.facts import AmendmentFacts, CommitmentFacts, GoalFacts, PlanFacts
from ogp_wagtail.handbook.filings import FILED_PLAN_FACTS, filed_facts_stay, filed_once
from ogp_wagtail.handbook.findings import Finding, error, errors
from ogp_wagtail.handbook.limits import check_commitment
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.plans import documents, filing, slots
from ogp_wagtail.plans import facts as register_facts
from ogp_wagtail.plans.acting import Actor
from ogp_wagtail.plans.actions.write import Details, write_commitment
from ogp_wagtail.plans.attached import attached
from ogp_wagtail.plans.models import Amendment, Commitment, Filing, Plan


def filed_plan_changes(plan: Plan, values: dict[str, Any]) -> list[Finding]:
    """A filed plan keeps its period, its owner and its code (D2, PLAN-PERIOD-09, COAL-21)."""
    facts = PlanFacts(str(plan.key), plan.code, submitted_on=plan.submitted_on)
    return list(filed_facts_stay(facts, {name: getattr(plan, name) for name in FILED_PLAN_FACTS}, values))


def as_filed(row: Commitment, known: CommitmentFacts) -> CommitmentFacts:
    """The commitment as the register has it, with the texts of its last filing."""
    texts, english = documents.filed_texts(row)
    return replace(known, texts=texts, english=english)


def change_filed(
    plan: Plan,
    present: PlanFacts,
    known: CommitmentFacts,
    facts: CommitmentFacts,
    details: Details,
    by: Actor,
) -> tuple[Commitment, tuple[str, ...]]:
    """Publish a filed commitment anew; returns its row and the fields that were corrected without an amendment.

    Raises:
        LawError: it breaks a limit, or changes by more than corrections and no amendment covers that (AMEND-01).
    """
    refuse_if(_keeps_its_code(known, facts))
    edition = edition_of(plan)
    row = Commitment.objects.get(key=known.key)
    filed = as_filed(row, known)
    present = _with(present, filed)
    changed = changes_that_need_one(filed, facts, edition)
    if changed or by.amendment:
        return _amend(plan, present, filed, facts, details, changed, by), ()
    if known.withdrawn_on is None:
        refuse_if(check_commitment(_with(present, facts), facts, edition))
    return write_commitment(plan, facts, details), corrections(filed, facts, edition)


def _keeps_its_code(known: CommitmentFacts, facts: CommitmentFacts) -> list[Finding]:
    template = _("%(code)s was filed under this code on %(day)s and keeps it.")
    values = {"code": known.code, "day": known.submitted_on}
    return [] if facts.code == known.code else [error("PLAN-SUB-01", facts, template, field="code", **values)]


def _with(plan: PlanFacts, commitment: CommitmentFacts) -> PlanFacts:
    others = (one for one in plan.commitments if one.key != commitment.key)
    return replace(plan, commitments=(*others, commitment))


def _amend(
    plan: Plan,
    present: PlanFacts,
    filed: CommitmentFacts,
    facts: CommitmentFacts,
    details: Details,
    changed: tuple[str, ...],
    by: Actor,
) -> Commitment:
    """Put the amendment in force that covers what changes, and file it."""
    amendment = _amendment_for(present, filed, facts, changed, by)
    refuse_if(filing.by_whom_and_when(plan, present, facts, by))
    row = write_commitment(plan, facts, details)
    _put_in_force(plan, present, amendment, filed, facts, changed, by)
    return row


def _amendment_for(
    present: PlanFacts,
    filed: CommitmentFacts,
    facts: CommitmentFacts,
    changed: tuple[str, ...],
    by: Actor,
) -> Amendment:
    """The drafted amendment that may take effect with this change. Raises ``LawError`` when there is none."""
    drafted = Amendment.objects.filter(commitment__key=filed.key, filed_on__isnull=True).exclude(
        kind="removal"
    )
    if by.amendment:
        drafted = drafted.filter(pk=by.amendment)
    edition = edition_of(present)
    refusals: list[list[Finding]] = []
    for one in drafted.order_by("pk"):
        told = register_facts.amendment_facts(one, present)
        refused = errors(review_amendment(present, told, facts, edition, day=by.day))
        if not refused:
            return one
        refusals.append(refused)
    refuse_if(min(refusals, key=len) if refusals else _unamended(filed, changed))
    raise Amendment.DoesNotExist


def _unamended(filed: CommitmentFacts, changed: tuple[str, ...]) -> list[Finding]:
    """A filed commitment changes by an amendment and not by editing (D2, AMEND-01)."""
    return [
        error(
            "AMEND-01",
            filed,
            _("The commitment was filed on %(day)s; “%(what)s” changes only by an amendment."),
            hint=_("Undo this change, or save it as a draft and record an amendment that says who agreed."),
            field=field,
            day=filed.submitted_on,
            what=label_of(field),
        )
        for field in changed
    ]


def withdraw(plan: Plan, amendment: Amendment, by: Actor, goals: Sequence[GoalFacts] = ()) -> Filing:
    """Put a removal in force: the commitment stays on record as withdrawn, its place is free (AMEND-08).

    ``goals`` are those of the plan's vision, for the frozen copy. Call under the plan's lock. Raises ``LawError`` with
    whatever keeps the removal from taking effect.
    """
    present = replace(register_facts.plan_facts(plan), goals=tuple(goals))
    row = amendment.commitment
    known = next(one for one in present.commitments if one.key == str(row.key))
    told = register_facts.amendment_facts(amendment, present)
    refuse_if(
        [
            *filed_once(told, amendment.filed_on),
            *filing.by_whom_and_when(plan, present, told, by),
            *review_amendment(present, told, None, edition_of(plan), day=by.day),
        ]
    )
    filed = as_filed(row, known)
    gone = withdrawn(filed, told)
    Commitment.objects.filter(pk=row.pk)._update_lawfully(
        withdrawn_on=gone.withdrawn_on, withdrawn_reason=gone.withdrawn_reason
    )
    slots.release(row, gone.released_on)
    return _put_in_force(plan, present, amendment, filed, gone, ("title", *sorted(TIMELINE)), by)


def _put_in_force(
    plan: Plan,
    present: PlanFacts,
    amendment: Amendment,
    before: CommitmentFacts,
    after: CommitmentFacts,
    changed: tuple[str, ...],
    by: Actor,
) -> Filing:
    """Keep what stood there before and what stands there now, and file the amendment."""
    old = documents.values_of(before, changed)
    new = {} if after.withdrawn_on else documents.values_of(after, changed)
    Amendment.objects.filter(pk=amendment.pk)._update_lawfully(filed_on=by.day, old=old, new=new)
    amendment.refresh_from_db()
    told: AmendmentFacts = register_facts.amendment_facts(amendment, present)
    files = attached([("document", amendment.document_id)])
    document = documents.of_amendment(present, told, after, by.day, files)
    return filing.freeze(plan, document, by, amendment=amendment, files=files)
