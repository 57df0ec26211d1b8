"""The burden of proof: what is claimed and not shown (EV-03, §3.5)."""

from collections.abc import Iterator
from datetime import date

from ..facts import PlanFacts
from ..findings import Finding, error, warning
from ..words import Label, _
from .claims import STATUS_LABELS, Claim, ClaimStatus, claims

_WHAT = {
    "milestone-finished": Label(_("it is finished")),
    "commitment-implemented": Label(_("it is fully implemented")),
    "step-taken": Label(_("a step was taken")),
    "requirement-met": Label(_("the requirement is met")),
}
_FIELDS = {
    "milestone-finished": "milestones",
    "commitment-implemented": "evidence",
    "step-taken": "entries",
    "requirement-met": "requirements",
}


def check_claims(plan: PlanFacts, *, day: date) -> list[Finding]:
    """Return the claims that nothing shows. What a report may say of them is asked by ``monitoring`` (MB-10)."""
    return list(claims_are_evidenced(plan, day))


def claims_are_evidenced(plan: PlanFacts, day: date) -> Iterator[Finding]:
    """EV-03, §3.5: a claim without primary evidence is "claimed, not evidenced".

    A commitment counts as fully implemented only with evidence (COM-LIFE-01): there it is an error. Of meetings
    MEET-04 speaks, and that a milestone moved without being finished is no more than what the tracker says.
    """
    for claim in claims(plan, day=day):
        if claim.what in _WHAT and claim.status is not ClaimStatus.PROVEN:
            yield _unproven(claim)


def _unproven(claim: Claim) -> Finding:
    report = error if claim.what == "commitment-implemented" else warning
    return report(
        "EV-03",
        claim,
        _("It is claimed that %(what)s; %(status)s."),
        hint=_("Link a primary source: the thing itself, a record, a decision, an audit."),
        field=_FIELDS[claim.what],
        what=_WHAT[claim.what],
        status=STATUS_LABELS[claim.status],
    )
