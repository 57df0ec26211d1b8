"""The other reading of ``status.auto_transition``: a status follows from the facts where no letter was written."""

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import date

from ..calendar import day_after
from ..editions import Edition
from ..facts import MembershipFacts, PlanFacts, StatusEventFacts
from ..tracker import quarters_of
from .conditions import conditions
from .restart import cure_found, restart_found
from .situation import Situation, situation

BY_ITSELF = frozenset({"inactive", "probation"})


def situation_on(
    membership: MembershipFacts, plans: PlanFacts | Sequence[PlanFacts], edition: Edition, day: date
) -> Situation:
    """STAT-01, §4: the situation as conferred, or where the edition says so with what follows by itself.

    The software confers nothing by default. Under the other reading a member becomes inactive, comes on
    probation and is active again on the day the facts say so. Nobody is ever revoked that way (AMB-22, AMB-23).
    """
    case = situation(membership, plans, edition, day)
    if not edition.status.auto_transition:
        return case
    days = sorted({*_days(case), day})
    then = days[0]
    while then <= day and then != date.max:
        case = situation(membership, plans, edition, then)
        if event := _event(case):
            membership = dataclasses.replace(membership, events=(*membership.events, event))
            case = situation(membership, plans, edition, then)
        then = _next_day(case, days)
    return situation(membership, plans, edition, day)


def _next_day(case: Situation, days: Sequence[date]) -> date:
    """The next day on which something happens, or on which a condition is met if nothing does."""
    ahead = [one.met_on for one in conditions(case)]
    return min((one for one in [*days, *ahead] if one > case.day), default=date.max)


def _event(case: Situation) -> StatusEventFacts | None:
    """The status that follows on this day, where one does."""
    sign, cured = restart_found(case), cure_found(case)
    if sign or cured:
        return _conferred(case, "active", "STAT-10" if sign else "STAT-15", sign.on if sign else cured)
    met = [one for one in conditions(case) if one.is_met and one.leads_to in BY_ITSELF]
    return _conferred(case, met[0].leads_to, met[0].rule, met[0].met_on, met[0].quarters) if met else None


def _conferred(
    case: Situation, status: str, rule: str, met_on: date | None, quarters: tuple[str, ...] = ()
) -> StatusEventFacts:
    return StatusEventFacts(
        f"{rule} {case.day}", status, case.day, rule, met_on, quarters=quarters, decided_by="software"
    )


def _days(case: Situation) -> Iterator[date]:
    """The days up to this one on which something happened that a status can hang on."""
    happened = [case.membership.joined_on, *(event.conferred_on for event in case.membership.events)]
    for plan in case.plans:
        happened += [plan.submitted_on, *(one.held_on for one in plan.meetings)]
        happened += [one.published_on for one in plan.updates]
        happened += [one.submitted_on for one in plan.reports]
        happened += [one.evaluated_on for one in plan.requirements]
        happened += [day_after(one.due) for one in quarters_of(plan, case.edition)]
    happened += [one.submitted_on for one in case.membership.plans]
    yield from (one for one in happened if one and one <= case.day)
