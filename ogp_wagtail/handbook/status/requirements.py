"""Acting contrary to process by a minimum requirement that is not met (STAT-12)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ..facts import RequirementFacts
from ..words import _
from .situation import Situation
from .types import Condition

MET, NOT_MET = "met", "not-met"


class Result(NamedTuple):
    """One result for one requirement: the day it was given, of which plan, by whom, and what it says."""

    on: date
    plan: int
    by_support_unit: bool
    requirement: str
    result: str


def requirement_is_not_met(case: Situation) -> Condition | None:
    """STAT-12, §4.2: one of the four requirements is found not to be met; it leads from active to probation.

    The Support Unit's evaluation decides (COCR-06); until there is one, the inception report's finding stands.
    Of members that co-create each on its own it says so one by one, and each answers for itself (COAL-13).
    """
    settled = _probation_ended_on(case)
    unmet = [one for one in latest_results(case, case.day) if one.result == NOT_MET and one.on > settled]
    if not unmet or case.status != "active":
        return None
    first = min(unmet)
    return Condition(
        "STAT-12",
        case.membership.key,
        case.membership.subject,
        "probation",
        first.on,
        "met",
        _("Minimum requirements found not to be met: %(requirements)s."),
        {"requirements": ", ".join(sorted(one.requirement for one in unmet)), "date": first.on},
        _("Put right what is missing and give the Support Unit the evidence."),
    )


def requirements_rectified_on(case: Situation, conferred_on: date) -> date | None:
    """STAT-15, §4.2: the day on which the last requirement unmet at the conferral was found to be met."""
    unmet = {one.requirement for one in latest_results(case, conferred_on) if one.result == NOT_MET}
    now = {one.requirement: one for one in latest_results(case, case.day)}
    results = [now[one] for one in unmet]
    if not results or any(one.result != MET for one in results):
        return None
    return max(one.on for one in results)


def latest_results(case: Situation, day: date) -> list[Result]:
    """Return for each requirement the result that stands on ``day``: of the latest plan, the last one.

    The Support Unit's goes before the monitoring body's, whichever came first.
    """
    known = [one for one in _results(case) if one.on <= day and one.result in (MET, NOT_MET)]
    standing: dict[str, Result] = {}
    for one in sorted(known, key=lambda one: (one.plan, one.by_support_unit, one.on)):
        standing[one.requirement] = one
    return list(standing.values())


def _results(case: Situation) -> Iterator[Result]:
    for number, plan in enumerate(case.plans):
        for report in plan.reports:
            if report.kind == "inception" and report.submitted_on:
                own = report.member_requirements.get(case.membership.key, {})
                for requirement, result in {**report.requirements, **own}.items():
                    yield Result(report.submitted_on, number, False, requirement, result)
        for one in plan.requirements:
            if one.evaluated_on and one.evaluated_by == "support-unit" and _is_of(one, case):
                yield Result(one.evaluated_on, number, True, one.requirement, one.result)


def _is_of(result: RequirementFacts, case: Situation) -> bool:
    return result.member in (None, case.membership.key)


def _probation_ended_on(case: Situation) -> date:
    """The day of the last return from probation: what was found before it has been put right (STAT-15)."""
    events = case.membership.events
    ends = [
        event.conferred_on
        for before, event in pairwise(events)
        if before.status == "probation" and event.status == "active"
    ]
    return ends[-1] if ends else date.min
