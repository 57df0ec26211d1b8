"""Facts for tests of the tracker and of membership: updates by quarter, conferred statuses, a member."""

from datetime import date
from typing import Any

from ogp_wagtail.handbook import CURRENT, MembershipFacts, PlanFacts, StatusEventFacts, UpdateFacts
from ogp_wagtail.handbook.facts import EntryFacts, MoveFacts
from ogp_wagtail.handbook.status import Condition, conditions, situation
from ogp_wagtail.handbook.tracker import quarters_of

from .build import day

FORWARD = (MoveFacts("m", "not-started", "in-progress"),)


def entry(commitment: str = "c1", **values: Any) -> EntryFacts:
    """An entry that shows progress, unless told otherwise."""
    return EntryFacts(commitment, **{"moves": FORWARD, **values})


def words_only(commitment: str = "c1") -> EntryFacts:
    """An entry that says "work continues" and nothing else."""
    return EntryFacts(commitment, text="Work continues.")


def update(published: str | None, *entries: EntryFacts, **values: Any) -> UpdateFacts:
    """An update published on a day, reporting on the quarter of that day; of C1 with progress by default."""
    on = day(published) if published else None
    quarter = values.pop("quarter", None) or quarter_of(on or date(2024, 4, 1))
    return UpdateFacts(f"u{published}", quarter, on, entries=entries or (entry(),), **values)


def quarter_of(on: date) -> date:
    return date(on.year, (on.month - 1) // 3 * 3 + 1, 1)


def kept(plan: PlanFacts, until: date) -> tuple[UpdateFacts, ...]:
    """An update of every commitment on the last day of each quarter that is over on a day."""
    entries = tuple(entry(one.key) for one in plan.commitments)
    return tuple(update(str(one.due), *entries) for one in quarters_of(plan, CURRENT) if one.is_over(until))


def conferred(status: str, on: str, trigger: str = "", **values: Any) -> StatusEventFacts:
    return StatusEventFacts(f"{status} {on}", status, day(on), trigger, letter="letter", **values)


def member(*events: StatusEventFacts, **values: Any) -> MembershipFacts:
    """The membership of the city that ``build.city`` makes."""
    values = {
        "joined_on": date(2023, 12, 1),
        "is_new": False,
        "lead_agency": "City hall",
        "senior_official": "Deputy mayor",
        "point_of_contact": "Ana",
        **values,
    }
    key = values.pop("key", "mty")
    return MembershipFacts(key, key.title(), events=events, **values)


def standing(
    membership: MembershipFacts, plans: Any, on: str | date, edition: Any = CURRENT
) -> dict[str, Condition]:
    """The conditions of a member on a day, by rule."""
    case = situation(membership, plans, edition, day(on) if isinstance(on, str) else on)
    return {one.rule: one for one in conditions(case)}


def met(
    membership: MembershipFacts, plans: PlanFacts | Any, on: str, edition: Any = CURRENT
) -> dict[str, str]:
    """The conditions that are met on a day, with the day since which they are."""
    found = standing(membership, plans, on, edition)
    return {rule: str(one.met_on) for rule, one in found.items() if one.is_met}
