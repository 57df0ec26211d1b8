"""When a commitment is taken into a plan that was filed already (PLAN-COUNT-04, COCR-09)."""

from collections.abc import Iterator
from datetime import date

from .editions import Edition
from .facts import CommitmentFacts, PlanFacts
from .findings import Finding, error, warning
from .limits import slots_allowed, slots_in_use
from .words import _


def is_later(plan: PlanFacts, commitment: CommitmentFacts) -> bool:
    """Say whether the commitment was, or is to be, filed after its plan."""
    if plan.submitted_on is None:
        return False
    return commitment.submitted_on is None or commitment.submitted_on > plan.submitted_on


def place_is_assessed_free(
    plan: PlanFacts, commitment: CommitmentFacts, edition: Edition, day: date
) -> Iterator[Finding]:
    """PLAN-COUNT-04, §3.2, §3.2.1.2: it takes the place of a commitment that was implemented and assessed.

    Said where a place would be free if a commitment that is implemented had been assessed.
    """
    held = [one for one in slots_in_use(plan, day, edition) if one.key != commitment.key]
    waiting = [one for one in held if one.fully_implemented_on and not one.assessed_on]
    if len(held) >= slots_allowed(len(plan.members), edition):
        for one in waiting:
            yield error(
                "PLAN-COUNT-04",
                commitment,
                _("%(code)s was implemented on %(implemented)s and is not assessed yet; it keeps its place."),
                hint=_("Its place is free from the day on which the monitoring body files its assessment."),
                code=one.code,
                implemented=one.fully_implemented_on,
            )


def stakeholders_agree(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> Iterator[Finding]:
    """COCR-09, §3.3.1: stakeholders that took part agree to a commitment added later (AMB-42)."""
    least = edition.ngs.min_endorsers
    agreed = [one for one in commitment.agreed_by if one.sector == "ngs" and one.took_part]
    if is_later(plan, commitment) and len(agreed) < least:
        report = error if edition.commitment.later_ngs_agreement == "error" else warning
        yield report(
            "COCR-09",
            commitment,
            _("It is added after the plan was filed; agreements of stakeholders that count: %(count)s."),
            hint=_("Record that a non-governmental stakeholder that took part in co-creation agrees to it."),
            field="agreements",
            count=len(agreed),
        )


def later_commitments_are_agreed(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """COCR-09, §3.3.1: the same of every later commitment in the plan."""
    for commitment in plan.live_commitments:
        if commitment.submitted_on:
            yield from stakeholders_agree(plan, commitment, edition)
