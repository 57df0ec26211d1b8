"""``manage.py ogp_plan_create``: a draft plan with its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ogp_wagtail.exchange.errors import WrongInput
from ogp_wagtail.exchange.new_plan.create import create_plan
from ogp_wagtail.exchange.new_plan.description import describe, findings
from ogp_wagtail.exchange.new_plan.request import NewPlan
from ogp_wagtail.handbook.commands.timetable import member
from ogp_wagtail.handbook.commands.types import day
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.law import as_dict, explain
from ogp_wagtail.management.contract import Answer, ContractCommand, wrong_use


class Command(ContractCommand):
    """Makes the plan's page as a draft below the landing page, which is made too where the site has none."""

    help = "Make a draft plan with its page. Two to four jurisdictions make a coalition."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument("code", metavar="CODE", help="The plan's short code, for addresses and commands.")
        parser.add_argument("--title", metavar="T", required=True)
        parser.add_argument("--country", metavar="XX", required=True, help="Two letters, ISO 3166-1.")
        parser.add_argument(
            "--jurisdiction",
            metavar="NAME:TERM-END",
            type=member,
            action="extend",
            nargs="+",
            required=True,
            help="A jurisdiction and its last full day in office (YYYY-MM-DD): one, or two to four.",
        )
        parser.add_argument("--start", metavar="D", type=day, help="First day of the plan (default: today).")
        parser.add_argument(
            "--language", metavar="L", default="", help="A language of the site (default: its own)."
        )

    def answer(self, **options: Any) -> Answer:
        try:
            page = create_plan(_wanted(options))
        except WrongInput as error:
            raise wrong_use(error.argument, error.message) from None
        found = findings(page)
        document = describe(page) | {"findings": [as_dict(one) for one in found]}
        return Answer(document, _lines(document, found), clean=not found)


def _wanted(options: dict[str, Any]) -> NewPlan:
    return NewPlan(
        code=options["code"],
        title=options["title"],
        country=options["country"],
        members=options["jurisdiction"],
        start=options["start"] or timezone.localdate(),
        language=options["language"],
    )


def _lines(plan: dict[str, Any], found: list[Finding]) -> Iterator[str]:
    yield f"Draft plan {plan['code']}: “{plan['title']}” ({plan['language']})"
    yield f"Page {plan['page']}: {plan['url']}"
    yield (
        f"{plan['period_start']} to {plan['period_end']}, {plan['slots']} commitments at any one time"
        + (f", coalition {plan['coalition']}" if plan["coalition"] else "")
    )
    for one in plan["members"]:
        yield f"{one['name']}: term ends {one['term_end']}, its commitments end by {one['limit']}"
    yield from map(explain, found)
