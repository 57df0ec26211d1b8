"""The demo's monitoring body files its first report: how the plan came about, and how its commitments look (§3.5.1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ogp_wagtail.exchange.demo.people import People
from ogp_wagtail.exchange.demo.plan import DemoPlan
from ogp_wagtail.exchange.demo.story import day
from ogp_wagtail.handbook.monitoring.questions import PRACTICES, REQUIREMENTS
from ogp_wagtail.handbook.vocabularies import CRITERIA
from ogp_wagtail.monitoring.actions import file_report
from ogp_wagtail.monitoring.models import FeedbackInvitation, InceptionReport
from ogp_wagtail.plans.models import Plan


def file_inception(
    facts: dict[str, Any], said: dict[str, Any], plan: DemoPlan, people: People, today: date
) -> None:
    """Answer the form, invite both sides to comment, and file the report with the body's own log-in."""
    fact, row = facts["inception"], Plan.objects.get(key=plan.page.key)
    report = InceptionReport.objects.create(
        plan=row,
        started_on=day(fact["started_on"], today),
        reference=fact["reference"],
        answers=answers(fact, said["inception"]["evidence"], plan),
    )
    for key, comment in zip(fact["invited"], said["inception"]["comments"], strict=True):
        one = people.organisations[key]
        FeedbackInvitation.objects.create(
            inception=report,
            recipient=one.name,
            side=one.sector,
            sent_on=day(fact["invited_on"], today),
            comment=comment,
        )
    file_report(report, people.monitor.user, day(fact["filed_on"], today))


def answers(fact: dict[str, Any], evidence: dict[str, str], plan: DemoPlan) -> dict[str, str]:
    """Requirements with their evidence, practices, and three criteria of each commitment (INC-02, INC-03)."""
    given = dict.fromkeys(REQUIREMENTS, "met")
    given |= {f"{rule}-evidence": text for rule, text in evidence.items()}
    given |= {rule: "no" if rule in fact["not_kept"] else "yes" for rule in PRACTICES}
    for code, ratings in fact["ratings"].items():
        key = plan.commitments[code].key
        given |= {f"{key}:{one}": rating for one, rating in zip(CRITERIA.slugs, ratings, strict=True)}
    return given
