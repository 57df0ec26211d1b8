"""Warnings that somebody overruled with a reason: still shown, marked as such, and no longer counted."""

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import date

from .facts import OverruleFacts, PlanFacts
from .findings import Finding


def with_overruling(findings: Iterable[Finding], plan: PlanFacts, day: date) -> Iterator[Finding]:
    """Return the findings, each warning that was overruled by ``day`` with the reason for it.

    Errors are never overruled, nor what is only a warning as long as the plan is a draft.
    """
    reasons = _reasons(plan, day)
    for finding in findings:
        reason = reasons.get((finding.rule, finding.key, finding.field))
        yield _overruled(finding, reason) if reason and finding.may_be_overruled else finding


def _reasons(plan: PlanFacts, day: date) -> dict[tuple[str, str, str], OverruleFacts]:
    """The latest reason for each rule, thing and field."""
    given = sorted((one for one in plan.overruled if one.on <= day and one.reason.strip()), key=_when)
    return {(one.rule, one.about, one.field): one for one in given}


def _when(overruled: OverruleFacts) -> date:
    return overruled.on


def _overruled(finding: Finding, reason: OverruleFacts) -> Finding:
    return dataclasses.replace(
        finding, overruled=reason.reason, overruled_by=reason.by, overruled_on=reason.on
    )
