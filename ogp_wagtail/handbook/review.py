"""Reviews: every check put together, for a plan as it stands, on filing, and for one commitment more."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date

from .amendments import check_amendments
from .cocreation import check_cocreation, commitment_is_cocreated
from .components import check_components
from .editions import CURRENT, Edition
from .evidence import check_claims, check_items
from .facts import CommitmentFacts, PlanFacts
from .filings import filed_while_the_plan_runs, what_was_filed_is_kept
from .findings import Finding, error, gravest_first, softened
from .forms import check_annex_1, check_annex_2, commitment_in_english, plan_in_english
from .implementation import check_implementation_meetings
from .inclusion import later_commitments_are_agreed, place_is_assessed_free, stakeholders_agree
from .life import check_life
from .limits import (
    at_least_one_commitment,
    check_coalition,
    check_commitment,
    check_designations,
    check_members,
    check_period,
    check_slots,
    check_slots_throughout,
    every_member_takes_part,
)
from .meeting_records import check_meetings
from .monitoring import check_monitoring, check_monitoring_body
from .openness import check_openness
from .orientation import check_orientation
from .overruling import with_overruling
from .practices import check_practices
from .quality import check_quality
from .questions import check_questions
from .stakeholders import citizens_take_part
from .status import check_status, member_is_not_revoked
from .tasks import reflections_are_linked
from .tracker import check_tracker
from .words import _


def review(plan: PlanFacts, edition: Edition = CURRENT, *, day: date) -> list[Finding]:
    """Return everything there is to say about a plan on ``day``, gravest first.

    A draft is looked at as if it were filed that day: what would break a limit is an error, what is merely
    missing yet a warning. In a filed plan both are errors; only commitments still in draft are spared.
    """
    if plan.submitted_on is None:
        filed = as_filed(plan, day)
        omissions = [softened(finding) for finding in _requirements(filed, edition, day)]
        return _said(plan, day, [*_limits(filed, edition), *omissions, *_beside(plan, edition, day)])
    found = [*_limits(plan, edition), *_requirements(plan, edition, day), *_beside(plan, edition, day)]
    return _said(plan, day, found)


def review_filing(plan: PlanFacts, edition: Edition = CURRENT, *, day: date) -> list[Finding]:
    """Return what keeps a plan from being filed on ``day``, gravest first (PLAN-SUB-02, §3.3.1, §3.5).

    Every commitment that was not withdrawn goes in with it. Without an error it may be filed.
    """
    filed = as_filed(plan, day)
    return _said(filed, day, [*_limits(filed, edition), *_requirements(filed, edition, day)])


def review_inclusion(
    plan: PlanFacts, commitment: CommitmentFacts, edition: Edition = CURRENT, *, day: date
) -> list[Finding]:
    """Return what keeps one commitment from being included on ``day``, gravest first (PLAN-COUNT-04, §3.2).

    Before the plan is filed the limits hold; afterwards inclusion is submission, so the form is complete too.
    """
    included = _included(commitment, day)
    others = tuple(one for one in plan.commitments if one.key != commitment.key)
    plan = dataclasses.replace(plan, commitments=(*others, included))
    findings = [*check_commitment(plan, included, edition), *check_slots(plan, day, edition)]
    if plan.submitted_on:
        findings += place_is_assessed_free(plan, included, edition, day)
        findings += filed_while_the_plan_runs(plan, included, day)
        findings += _form_of(plan, included, edition)
        findings += commitment_is_cocreated(plan, included, day=day)
        findings += stakeholders_agree(plan, commitment, edition)
    return _said(plan, day, findings)


def as_filed(plan: PlanFacts, day: date) -> PlanFacts:
    """Return the plan as it would be once filed on ``day``, with all its commitments in it."""
    return dataclasses.replace(
        plan,
        submitted_on=plan.submitted_on or day,
        date_changes=plan.date_changes if plan.submitted_on else (),
        commitments=tuple(_included(commitment, day) for commitment in plan.commitments),
    )


def _included(commitment: CommitmentFacts, day: date) -> CommitmentFacts:
    if commitment.withdrawn_on:
        return commitment
    return dataclasses.replace(
        commitment,
        included_on=commitment.included_on or day,
        submitted_on=commitment.submitted_on or day,
    )


def _limits(plan: PlanFacts, edition: Edition) -> Iterator[Finding]:
    """What no plan may break, finished or not."""
    if plan.is_joint:
        yield from check_members(plan.members, plan.country, edition)
    yield from check_period(plan, edition)
    for commitment in plan.live_commitments:
        yield from check_commitment(plan, commitment, edition)
    yield from check_slots_throughout(plan, edition)


def _requirements(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """What a plan has to hold by the day it is filed."""
    yield from someone_acts(plan)
    yield from member_is_not_revoked(plan, day=day)
    yield from at_least_one_commitment(plan, edition)
    yield from check_designations(plan, day=day)
    yield from check_orientation(plan, edition, day=day)
    yield from citizens_take_part(plan, day)
    yield from reflections_are_linked(plan)
    yield from check_monitoring_body(plan, edition, day=day)
    yield from check_coalition(plan)
    yield from every_member_takes_part(plan)
    yield from check_cocreation(plan, edition, day=day)
    yield from check_implementation_meetings(plan, edition, day=day)
    yield from check_meetings(plan, day=day)
    yield from check_practices(plan, edition, day=day)
    yield from check_openness(plan, edition, day=day)
    yield from check_annex_1(plan, edition, day=day)
    yield from check_components(plan)
    yield from plan_in_english(plan, edition)
    for commitment in plan.live_commitments:
        yield from _form_of(plan, commitment, edition)
    yield from later_commitments_are_agreed(plan, edition)
    yield from check_amendments(plan, edition, day=day)
    yield from what_was_filed_is_kept(plan)


def _beside(plan: PlanFacts, edition: Edition, day: date) -> Iterator[Finding]:
    """What keeps no plan from being filed: monitoring, judgements, evidence, how members stand."""
    yield from check_monitoring(plan, edition, day=day)
    yield from check_questions(plan, day=day)
    yield from check_items(plan)
    yield from check_status(plan, edition, day=day)
    if plan.submitted_on:
        yield from check_life(plan, edition, day=day)
        yield from check_claims(plan, day=day)
        yield from check_tracker(plan, edition, day=day)


def _form_of(plan: PlanFacts, commitment: CommitmentFacts, edition: Edition) -> list[Finding]:
    findings = [
        *check_annex_2(plan, commitment, edition),
        *check_quality(commitment),
        *commitment_in_english(plan, commitment, edition),
    ]
    return findings if commitment.included_on else [softened(finding) for finding in findings]


def someone_acts(plan: PlanFacts) -> Iterator[Finding]:
    """PLAN-SUB-02: a plan is somebody's."""
    if not plan.members:
        yield error("PLAN-SUB-02", plan, _("No jurisdiction is named."), field="members")


def _said(plan: PlanFacts, day: date, findings: Iterable[Finding]) -> list[Finding]:
    """The findings once each, gravest first, those that somebody overruled marked and last."""
    return gravest_first(with_overruling(_without_echoes(list(findings)), plan, day))


def _without_echoes(findings: list[Finding]) -> Iterator[Finding]:
    """Leave out "item 7 is empty" where more is said about the same field, and say it under one rule only."""
    said = {_place(finding) for finding in findings if not _is_omission(finding)}
    for finding in findings:
        if not _is_omission(finding):
            yield finding
        elif _place(finding) not in said:
            said.add(_place(finding))
            yield finding


def _place(finding: Finding) -> tuple[str, str]:
    return finding.subject, finding.field


def _is_omission(finding: Finding) -> bool:
    return {"item", "label"} <= finding.values.keys()
