"""``timetable``: the dates of a plan from the end of the term and the day of submission."""

import argparse
import dataclasses
from collections.abc import Iterator
from datetime import date

from ..editions import CURRENT
from ..facts import MemberFacts, PlanFacts
from ..findings import Finding
from ..limits import check_members, check_period, plan_end_limit, slots_allowed
from ..timetable import Deadline, timetable
from .types import Command, Outcome, WrongUseError, day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--term-end",
        type=day,
        metavar="D",
        help="last full day in office (YYYY-MM-DD); --member says it for a coalition",
    )
    parser.add_argument("--submitted", type=day, metavar="D", required=True, help="day the plan is submitted")
    parser.add_argument(
        "--member",
        type=member,
        metavar="NAME:D",
        action="append",
        default=[],
        help="a member of a coalition and the end of its term; two to four times",
    )
    parser.add_argument("--start", type=day, metavar="D", help="first day of the plan (default: --submitted)")


def member(text: str) -> MemberFacts:
    """Read ``NAME:YYYY-MM-DD``; the name may hold colons of its own."""
    name, colon, end = text.rpartition(":")
    if not colon or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r}: write NAME:YYYY-MM-DD, such as Monterrey:2027-12-31")
    return MemberFacts(name.strip().casefold(), name.strip(), term_end=day(end))


def run(arguments: argparse.Namespace) -> Outcome:
    """Return the timetable of the plan described. Raises WrongUseError."""
    plan = _plan(_members(arguments), arguments.submitted, arguments.start)
    findings = tuple(_findings(plan))
    deadlines = timetable(plan, CURRENT)
    slots = slots_allowed(len(plan.members), CURRENT)
    return Outcome(_document(plan, slots, deadlines, findings), _lines(plan, slots, deadlines), findings)


def _members(arguments: argparse.Namespace) -> tuple[MemberFacts, ...]:
    members: list[MemberFacts] = arguments.member
    if members:
        _are_a_coalition(members)
        return tuple(members)
    if arguments.term_end is None:
        raise WrongUseError("argument --term-end: required, unless --member is given 2 to 4 times")
    return (MemberFacts("jurisdiction", "jurisdiction", term_end=arguments.term_end),)


def _are_a_coalition(members: list[MemberFacts]) -> None:
    least, most = CURRENT.coalition.min_members, CURRENT.coalition.max_members
    if not least <= len(members) <= most:
        given = f"given {len(members)} times; a coalition has {least} to {most} members"
        raise WrongUseError(f"argument --member: {given}")
    if len({member.key for member in members}) < len(members):
        raise WrongUseError("argument --member: the same name is given twice; each member is named once")


def _plan(members: tuple[MemberFacts, ...], submitted: date, start: date | None) -> PlanFacts:
    plan = PlanFacts("plan", "plan", members=members, submitted_on=submitted, period_start=start or submitted)
    return dataclasses.replace(plan, period_end=plan_end_limit(plan, CURRENT))


def _findings(plan: PlanFacts) -> Iterator[Finding]:
    if plan.is_joint:
        yield from check_members(plan.members, None, CURRENT)
    yield from check_period(plan, CURRENT)


def _document(
    plan: PlanFacts, slots: int, deadlines: list[Deadline], findings: tuple[Finding, ...]
) -> dict[str, object]:
    return {
        "plan_end": plan.period_end.isoformat() if plan.period_end else None,
        "slots": slots,
        "deadlines": [deadline.as_dict() for deadline in deadlines],
        "findings": [finding.as_dict() for finding in findings],
    }


def _lines(plan: PlanFacts, slots: int, deadlines: list[Deadline]) -> tuple[str, ...]:
    heading = (f"Plan ends on {plan.period_end}; commitments at any one time: {slots}", "")
    return (*heading, *(_line(deadline) for deadline in deadlines))


def _line(deadline: Deadline) -> str:
    return f"{deadline.date}  {deadline.rule:<14} {deadline.title}: {deadline.subject} ({deadline.formula})"


COMMAND = Command("timetable", "the dates a plan has to keep", add_arguments, run)
