"""``manage.py ogp_check``: what the handbook says of the plans of this site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from ogp_wagtail.handbook.commands.types import day
from ogp_wagtail.handbook.findings import Finding, standing
from ogp_wagtail.in_words import subject_of
from ogp_wagtail.law import as_dict, explain
from ogp_wagtail.management.contract import Answer, ContractCommand, plan_named
from ogp_wagtail.pages.reviewing import reviews
from ogp_wagtail.plans.models import Plan
from ogp_wagtail.plans.querysets import PlanQuerySet


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
        found = {plan.code: findings for plan, findings in reviews(chosen(options["plan"]), on)}
        document = {
            "day": on,
            "plans": list(found),
            "findings": [as_dict(one) | {"plan": code} for code, ones in found.items() for one in ones],
        }
        counted = [one for ones in found.values() for one in standing(ones)]
        return Answer(document, _lines(found, on), clean=not counted)


def chosen(code: str | None) -> PlanQuerySet:
    """The plan of this code, or all."""
    plans = Plan.objects.order_by("code")
    return plans.filter(pk=plan_named(code).pk) if code else plans


def _lines(found: dict[str, list[Finding]], on: date) -> Iterator[str]:
    for code, findings in found.items():
        yield f"{code}, {on.isoformat()}: {len(findings)} findings"
        for one in findings:
            yield f"  {one.severity}: {subject_of(one.subject)}: {explain(one)}"
