"""A filed plan of two cities, the person of its monitoring body, and reports with every question answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Page

from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.handbook.monitoring.questions import LEARNING_FORM, PRACTICES, REQUIREMENTS
from ogp_wagtail.members.models import Person
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    FeedbackInvitation,
    InceptionReport,
    LearningReport,
    MilestoneMove,
    ProgressEntry,
    ProgressUpdate,
)
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Commitment, Milestone, Participation, Plan
from tests import factories

FILED, IN_TIME, END = date(2026, 2, 1), date(2026, 4, 1), date(2028, 10, 31)
QUARTER, IN_QUARTER = date(2026, 4, 1), date(2026, 6, 30)


@dataclass
class World:
    """The plan's page, its point of contact's log-in and that of its monitoring body."""

    page: ActionPlanPage
    contact: Any
    monitor: Any

    @property
    def plan(self) -> Plan:
        return Plan.objects.with_owner().get(key=self.page.key)

    @property
    def facts(self) -> PlanFacts:
        return whole.published(self.plan)

    def commitment(self, code: str = "C1") -> Commitment:
        return Commitment.objects.get(plan=self.plan, code=code)

    def milestone(self, code: str = "C1", number: int = 1) -> Milestone:
        return Milestone.objects.get(commitment=self.commitment(code), number=number)


def world(home: Page, contact: Any) -> World:
    page = factories.complete_plan(factories.landing(home), contact)
    monitor = get_user_model().objects.create_user("monitor", "monitor@example.org", "monitor")
    body = Plan.objects.get(key=page.key).monitoring_body
    body.person = Person.objects.create(name="Eve Stone", email="eve@example.org", user=monitor)
    body.save()
    file_plan(page.key, contact, FILED)
    return World(page, contact, monitor)


def invite(report: Any, **relation: Any) -> None:
    for side, who in (("government", "City hall"), ("ngs", "Water users")):
        FeedbackInvitation.objects.create(
            recipient=who, side=side, sent_on=date(2026, 3, 1), **relation or {"inception": report}
        )


def inception(of: World, **values: Any) -> InceptionReport:
    answers = dict.fromkeys(REQUIREMENTS, "met") | dict.fromkeys(PRACTICES, "yes")
    answers |= {f"{rule}-evidence": "Minutes of the forum" for rule in REQUIREMENTS}
    for commitment in of.plan.commitments.all():
        answers |= {f"{commitment.key}:{one}": "high" for one in ("relevance", "verifiability", "impact")}
    values = {"answers": answers, "reference": "https://ogp.example/1", **values}
    report = InceptionReport.objects.create(plan=of.plan, **values)
    invite(report)
    return report


def assessment(of: World, code: str = "C1", **values: Any) -> EndOfCommitmentReport:
    answers = {"completion-evidence": "The data set", "outcomes": "Everybody reads the budget."}
    values = {"answers": answers, "completion": "complete", "reference": "OGP-2", **values}
    report = EndOfCommitmentReport.objects.create(commitment=of.commitment(code), **values)
    invite(report, assessment=report)
    return report


def learning(of: World, **values: Any) -> LearningReport:
    answers = {one.id: "In words." for one in LEARNING_FORM if one.id != "exercise_on"}
    values = {"answers": answers, "exercise_on": date(2028, 12, 10), "reference": "OGP-3", **values}
    report = LearningReport.objects.create(plan=of.plan, **values)
    invite(report, learning=report)
    return report


def implemented(of: World, code: str, day: date) -> Commitment:
    """A commitment whose every part was declared fully implemented."""
    row = of.commitment(code)
    Commitment.objects.filter(pk=row.pk)._update_lawfully(implemented_on=day)
    Participation.objects.filter(commitment=row)._update_lawfully(implemented_on=day)
    return of.commitment(code)


def update(of: World, *moves: tuple[str, str], text: str = "We began.", **values: Any) -> ProgressUpdate:
    """A draft of the second quarter; ``moves`` are pairs of a commitment's code and a new status."""
    row = ProgressUpdate.objects.create(plan=of.plan, quarter=QUARTER)
    if text:
        ProgressEntry.objects.create(update=row, commitment=of.commitment(), text=text)
    for code, new in moves:
        MilestoneMove.objects.create(update=row, milestone=of.milestone(code), new=new, **values)
    return row
