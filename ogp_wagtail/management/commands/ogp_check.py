"""``manage.py ogp_check``: what the handbook says of the plans of this site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ogp_wagtail.handbook.commands.types import day
from ogp_wagtail.handbook.findings import Finding, standing
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review
from ogp_wagtail.law import as_dict, explain
from ogp_wagtail.management.contract import Answer, ContractCommand, plan_named
from ogp_wagtail.pages import whole
from ogp_wagtail.plans.models import Plan


class Command(ContractCommand):
    """Reviews the latest drafts of one plan or of all. Exit code 1 when there are findings that stand."""

    help = "Check plans against the handbook: findings with rule, section and what to do."

    def describe(self, parser: CommandParser) -> None:
        parser.add_argument(
            "plan", metavar="PLAN", nargs="?", help="A plan's short code (default: all plans)."
        )
        parser.add_argument("--day", metavar="D", type=day, help="The day to check for (default: today).")

    def answer(self, **options: Any) -> Answer:
        on = options["day"] or timezone.localdate()
        found = {plan.code: findings_of(plan, on) for plan in chosen(options["plan"])}
        document = {
            "day": on,
            "plans": list(found),
            "findings": [as_dict(one) | {"plan": code} for code, ones in found.items() for one in ones],
        }
        counted = [one for ones in found.values() for one in standing(ones)]
        return Answer(document, _lines(found, on), clean=not counted)


def chosen(code: str | None) -> list[Plan]:
    """The plan of this code, or all."""
    return [plan_named(code)] if code else list(Plan.objects.with_owner().order_by("code"))


def findings_of(plan: Plan, on: date) -> list[Finding]:
    """The findings on the plan as its editors have it on this day."""
    return review(whole.drafted(plan), edition_of(plan), day=on)


def _lines(found: dict[str, list[Finding]], on: date) -> Iterator[str]:
    for code, findings in found.items():
        yield f"{code}, {on.isoformat()}: {len(findings)} findings"
        for one in findings:
            yield f"  {one.severity}: {one.subject}: {explain(one)}"
