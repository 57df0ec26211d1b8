"""``forecast``: how the members of a plan stand, and what comes when if nothing happens."""

import argparse
from collections.abc import Iterator

from ..forecast import Forecast, forecast
from ..status import Condition
from ..timetable import Deadline
from .given import add_given, given
from .types import Command, Outcome


def run(arguments: argparse.Namespace) -> Outcome:
    """Return the forecast of each member of the plan. Raises WrongUseError for facts that cannot be read."""
    asked = given(arguments)
    members = [forecast(one, asked.plan, asked.edition, day=asked.day) for one in asked.plan.memberships]
    document = {**asked.as_dict(), "members": [member.as_dict() for member in members]}
    lines = [line for member in members for line in _lines(member)]
    return Outcome(document, (f"{asked}: {len(members)} members", *lines))


def _lines(member: Forecast) -> Iterator[str]:
    since = f" since {member.since}" if member.since else ""
    yield f"{member.subject}: {member.status}{since}"
    for condition in (*member.met, *member.ahead):
        yield f"    {_condition(condition)}"
    for clock in member.clocks:
        yield f"    {_clock(clock)}"


def _condition(one: Condition) -> str:
    return f"{one.state} {one.met_on}: {one.message} [{one.rule}, {one.section}]"


def _clock(one: Deadline) -> str:
    return f"due {one.date}: {one.title} ({one.formula}) [{one.rule}, {one.section}]"


COMMAND = Command(
    "forecast", "how the members of a plan given as JSON stand, and what is ahead", add_given, run
)
