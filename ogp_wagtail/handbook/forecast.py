"""The forecast of a member's status: what is met, what lies ahead, what would stop it, and the next clocks."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .editions import CURRENT, Edition
from .facts import MembershipFacts, PlanFacts
from .status import Condition, Evidence, Situation, conditions, cure_found, restart_found, situation_on
from .status.conferred import status_since
from .status.plans import next_plan_due
from .timetable import Deadline, timetable
from .timetable.deadlines import in_months
from .timetable.membership import membership_dates
from .timetable.process import PLAN_END


@dataclass(frozen=True, slots=True)
class Forecast:
    """How a member stands on ``day``: the status conferred and since when, apart from the conditions (STAT-01).

    ``restart`` and ``put_right_on`` are what the Support Unit can rest a return to active on. ``clocks`` are the
    next dates, one of each rule.
    """

    key: str
    subject: str
    day: date
    status: str
    since: date | None
    conditions: tuple[Condition, ...]
    restart: Evidence | None
    put_right_on: date | None
    clocks: tuple[Deadline, ...]

    @property
    def met(self) -> tuple[Condition, ...]:
        """The conditions that the facts meet on the day."""
        return tuple(one for one in self.conditions if one.is_met)

    @property
    def ahead(self) -> tuple[Condition, ...]:
        """The conditions that will be met if nothing happens, or that wait for a decision; the next one first."""
        return tuple(one for one in self.conditions if not one.is_met)

    def as_dict(self) -> dict[str, object]:
        """Return the forecast under stable names, ready for JSON; dates in ISO form."""
        return {
            "member": self.subject,
            "key": self.key,
            "day": self.day.isoformat(),
            "status": self.status,
            "since": self.since.isoformat() if self.since else None,
            "met": [one.as_dict() for one in self.met],
            "ahead": [one.as_dict() for one in self.ahead],
            "restart": self.restart.as_dict() if self.restart else None,
            "put_right_on": self.put_right_on.isoformat() if self.put_right_on else None,
            "clocks": [one.as_dict() for one in self.clocks],
        }


def forecast(
    membership: MembershipFacts,
    plans: PlanFacts | Sequence[PlanFacts],
    edition: Edition = CURRENT,
    *,
    day: date,
) -> Forecast:
    """STAT-19, §4 (derived): how a member stands on ``day``, and what comes when if nothing happens.

    ``plans`` are its plans, drafts included, single or joint; what happened after ``day`` is left out of account.
    """
    case = situation_on(membership, plans, edition, day)
    return Forecast(
        membership.key,
        membership.subject,
        day,
        case.status,
        status_since(case.membership, day),
        tuple(conditions(case)),
        restart_found(case),
        cure_found(case),
        tuple(next_clocks(case)),
    )


def next_clocks(case: Situation) -> list[Deadline]:
    """Return the next date of each rule on which a member's status hangs, in order (STAT-19)."""
    ahead = [one for one in _clocks(case) if one.date >= case.day]
    first: dict[str, Deadline] = {}
    for one in sorted(ahead, key=lambda one: one.date):
        first.setdefault(one.rule, one)
    return list(first.values())


def _clocks(case: Situation) -> Iterator[Deadline]:
    for one in membership_dates(case.membership, case.edition):
        if one.rule != "PLAN-SUB-03" or not case.submissions:
            yield one
    if case.plan:
        alone = dataclasses.replace(case.plan, memberships=())
        yield from (one for one in timetable(alone, case.edition) if one.rule == "TRK-01")
    last = case.last_submission
    if last and last.period_end and next_plan_due(case):
        rule = "COAL-18" if case.plan and case.plan.is_joint else "GAP-01"
        months = case.edition.plan.gap_months
        yield in_months(rule, case.membership.subject, PLAN_END, last.period_end, months)
