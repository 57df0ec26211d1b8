"""Amendments: how what was filed changes (AMEND-01 to AMEND-08, §3.2.1.3).

A change of a filed commitment is an act of its own: consulted on and approved, documented, told to the Support
Unit, and in time. ``review_amendment`` says what keeps one from taking effect, ``check_amendments`` what a plan's
amendments lack.
"""

from collections.abc import Iterator
from datetime import date

from ..editions import CURRENT, Edition
from ..facts import AmendmentFacts, CommitmentFacts, PlanFacts
from ..findings import Finding, error, gravest_first, softened
from ..words import _
from .agreement import consulted_and_approved, documented, stated
from .changes import changes_that_need_one, corrections, covers, is_typo_fix, label_of
from .effect import leaves_a_whole_commitment, leaves_enough_commitments, withdrawn, withdrawn_stays_visible
from .window import has_come, inside_the_window, support_unit_is_told, window_closes

__all__ = [
    "changes_that_need_one",
    "check_amendments",
    "consulted_and_approved",
    "corrections",
    "covers",
    "documented",
    "has_come",
    "inside_the_window",
    "is_typo_fix",
    "label_of",
    "leaves_a_whole_commitment",
    "leaves_enough_commitments",
    "may_be_amended",
    "review_amendment",
    "stated",
    "support_unit_is_told",
    "window_closes",
    "withdrawn",
    "withdrawn_stays_visible",
]


def review_amendment(
    plan: PlanFacts,
    amendment: AmendmentFacts,
    changed: CommitmentFacts | None,
    edition: Edition = CURRENT,
    *,
    day: date,
) -> list[Finding]:
    """Return what keeps an amendment from taking effect on ``day``, gravest first (AMEND-01 to AMEND-06, §3.2.1.3).

    ``plan`` holds the commitment as it was filed, ``changed`` as it is to be; a removal needs no ``changed``.
    """
    commitment = _commitment_of(plan, amendment)
    refused = list(may_be_amended(amendment, commitment))
    if commitment is None or refused:
        return refused
    return gravest_first(
        [
            *_paperwork(commitment, amendment, edition, day),
            *has_come(amendment, day),
            *covers(amendment, commitment, changed, edition),
            *leaves_enough_commitments(plan, amendment, edition),
            *leaves_a_whole_commitment(plan, changed, edition),
        ]
    )


def check_amendments(plan: PlanFacts, edition: Edition, *, day: date) -> list[Finding]:
    """Return what the plan's amendments lack: of one in force as errors, of one still drafted as warnings."""
    findings: list[Finding] = []
    for amendment in plan.amendments:
        lacking = list(_standing(plan, amendment, edition, day))
        findings += lacking if amendment.filed_on else [softened(finding) for finding in lacking]
    return findings


def _standing(plan: PlanFacts, amendment: AmendmentFacts, edition: Edition, day: date) -> Iterator[Finding]:
    commitment = _commitment_of(plan, amendment)
    if commitment is None:
        yield from may_be_amended(amendment, commitment)
        return
    yield from _paperwork(commitment, amendment, edition, day)
    if amendment.filed_on:
        yield from withdrawn_stays_visible(commitment, amendment)


def _paperwork(
    commitment: CommitmentFacts, amendment: AmendmentFacts, edition: Edition, day: date
) -> Iterator[Finding]:
    yield from stated(amendment)
    yield from consulted_and_approved(amendment, edition)
    yield from documented(amendment)
    yield from inside_the_window(commitment, amendment, edition, day)
    yield from support_unit_is_told(amendment)


def _commitment_of(plan: PlanFacts, amendment: AmendmentFacts) -> CommitmentFacts | None:
    return next((one for one in plan.commitments if one.key == amendment.commitment), None)


def may_be_amended(amendment: AmendmentFacts, commitment: CommitmentFacts | None) -> Iterator[Finding]:
    """AMEND-02, AMEND-08, §3.2.1.3: only a commitment that was filed and is still in the plan is amended."""
    if commitment is None:
        template = _("It amends a commitment that is not in the plan.")
        yield error("AMEND-02", amendment, template, field="commitment")
    elif commitment.withdrawn_on:
        yield error(
            "AMEND-08",
            amendment,
            _("%(code)s was withdrawn on %(day)s; it is not amended any more."),
            field="commitment",
            code=commitment.code,
            day=commitment.withdrawn_on,
        )
    elif commitment.submitted_on is None:
        yield error(
            "AMEND-02",
            amendment,
            _("%(code)s was not filed yet, so it needs no amendment."),
            hint=_("Change its page."),
            field="commitment",
            code=commitment.code,
        )
