"""``manage.py ogp_calendar``: every date of a plan and of its members, as it stands on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ogp_wagtail.handbook.commands.types import day
from ogp_wagtail.handbook.forecast import Forecast, forecast
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.timetable.standing import Entry, calendar_of
from ogp_wagtail.in_words import formula_of, subject_of, title_of
from ogp_wagtail.law import hint_of, message_of
from ogp_wagtail.management.contract import Answer, ContractCommand, plan_named
from ogp_wagtail.pages import whole


class Command(ContractCommand):
    """Prints the calendar of one plan. Exit code 0; a date that was missed is no failure of the command."""

    help = "Show every date of a plan and of its members: done, open or missed, with rule and formula."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("plan", metavar="PLAN", help="The plan's short code.")
        parser.add_argument("--day", metavar="D", type=day, help="The day to look from (default: today).")

    def answer(self, **options: Any) -> Answer:
        on = options["day"] or timezone.localdate()
        plan = plan_named(options["plan"])
        facts, edition = whole.drafted(plan), edition_of(plan)
        entries = calendar_of(facts, edition, day=on)
        forecasts = [forecast(one, facts, edition, day=on) for one in facts.memberships]
        document = {
            "plan": plan.code,
            "day": on,
            "deadlines": [one.as_dict() for one in entries],
            "forecast": [one.as_dict() for one in forecasts],
            "changes": [asdict(one) for one in facts.date_changes],
        }
        return Answer(document, [*_lines(plan.code, entries, on), *_members(forecasts)])


def _lines(code: str, entries: list[Entry], on: date) -> Iterator[str]:
    yield f"{code}, {on.isoformat()}: {len(entries)} dates"
    for one in entries:
        due = one.deadline
        state = f"{one.standing} {one.done_on.isoformat()}" if one.done_on else str(one.standing)
        what = f"{title_of(due)}: {subject_of(due.subject)} ({formula_of(due)})"
        yield f"  {due.date}  {state:<15} {due.rule:<14} {what}"


def _members(forecasts: list[Forecast]) -> Iterator[str]:
    for one in forecasts:
        yield f"{subject_of(one.subject)}: {one.status}"
        for condition in one.conditions:
            said = f"{message_of(condition)} {hint_of(condition)}".rstrip()
            yield f"  {condition.state:<8} {condition.rule:<8} {said}"
