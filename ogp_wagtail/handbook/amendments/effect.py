"""What an amendment leaves behind: a commitment that still fits, or a commitment withdrawn (AMEND-06, AMEND-08)."""

import dataclasses
from collections.abc import Iterator

from ..editions import Edition
from ..facts import AmendmentFacts, CommitmentFacts, PlanFacts
from ..findings import Finding, error
from ..forms import check_annex_2, commitment_in_english
from ..limits import check_commitment
from ..quality import check_quality
from ..vocabularies import REMOVAL
from ..words import _


def leaves_a_whole_commitment(
    plan: PlanFacts, changed: CommitmentFacts | None, edition: Edition
) -> Iterator[Finding]:
    """AMEND-06, §3.2.1.3: what is amended still satisfies what every commitment does (A2, QUAL, COM-DUR, COAL)."""
    if changed is None:
        return
    others = tuple(one for one in plan.commitments if one.key != changed.key)
    whole = dataclasses.replace(plan, commitments=(*others, changed))
    yield from check_commitment(whole, changed, edition)
    yield from check_annex_2(whole, changed, edition)
    yield from check_quality(changed)
    yield from commitment_in_english(whole, changed, edition)


def leaves_enough_commitments(
    plan: PlanFacts, amendment: AmendmentFacts, edition: Edition
) -> Iterator[Finding]:
    """AMEND-06, §3.2.1.3: a removal leaves at least one commitment in the plan."""
    least = edition.plan.min_commitments
    left = [one for one in plan.live_commitments if one.submitted_on and one.key != amendment.commitment]
    if amendment.kind == REMOVAL and len(left) < least:
        yield error(
            "AMEND-06",
            amendment,
            _("The removal would leave %(count)s commitments in the plan; it holds at least %(least)s."),
            hint=_("File another commitment first."),
            field="commitment",
            count=len(left),
            least=least,
        )


def withdrawn(commitment: CommitmentFacts, amendment: AmendmentFacts) -> CommitmentFacts:
    """Return the commitment as a removal leaves it: withdrawn with its reason, its place free that day (AMEND-08)."""
    return dataclasses.replace(
        commitment,
        withdrawn_on=amendment.effective_on,
        withdrawn_reason=amendment.reason,
        released_on=amendment.effective_on,
    )


def withdrawn_stays_visible(commitment: CommitmentFacts, amendment: AmendmentFacts) -> Iterator[Finding]:
    """AMEND-08, §3.2.1.3: what was removed stays in the plan as withdrawn, from that day and with its reason."""
    if amendment.kind != REMOVAL:
        return
    if commitment.withdrawn_on != amendment.effective_on:
        yield error(
            "AMEND-08",
            commitment,
            _("%(code)s was removed with effect from %(day)s; it is not shown as withdrawn from that day."),
            field="withdrawn_on",
            code=commitment.code,
            day=amendment.effective_on,
        )
    elif not commitment.withdrawn_reason.strip():
        template = _("%(code)s was withdrawn; the reason is not shown.")
        yield error("AMEND-08", commitment, template, field="withdrawn_reason", code=commitment.code)
