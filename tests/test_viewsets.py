"""The lists of the register's rows: twice as many rows, the same number of queries."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from ogp_wagtail.admin.menu import OpenGovernmentGroup
from ogp_wagtail.members.models import CivicSpaceCase, IrmPublication, Orientation, StatusEvent
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    InceptionReport,
    LearningReport,
    ProgressUpdate,
    RequirementResult,
)
from ogp_wagtail.plans.models import Amendment, Commitment, Endorsement, OverruledWarning, Plan, ReviewAnswer
from ogp_wagtail.viewsets import RegisterViewSet
from tests import factories
from tests.members import joining
from tests.participation import made

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)
LISTS = [one for one in OpenGovernmentGroup.items if isinstance(one, RegisterViewSet)]
numbers = count(1)


def one_of_each(home: Page) -> None:
    """A row for every list."""
    city = members(next(numbers))
    coalition = factories.coalition(
        city,
        factories.jurisdiction(code=city.country.code),
        monitoring_body=factories.monitoring_body(),
        point_of_contact=person(),
    )
    page = factories.plan(factories.landing(home), coalition=coalition)
    factories.commitment(page)
    plan = Plan.objects.get(key=page.key)
    participation(plan)
    monitoring(plan, city)
    judgements(plan)


def person() -> Any:
    return factories.person(organisation=factories.organisation())


def members(number: int) -> Any:
    city = factories.jurisdiction(code=f"{number:02}", point_of_contact=person())
    joining.application(city, call=joining.call(name=f"Call {number}"))
    Orientation.objects.create(jurisdiction=city, person=person(), side="ngs")
    IrmPublication.objects.create(title=f"Review {number}", url="https://irm.example.org/", published_on=DAY)
    StatusEvent.objects.create(
        jurisdiction=city,
        status="inactive",
        trigger="voluntary",
        letter_on=DAY,
        conferred_on=DAY,
        requested_on=DAY,
        reason="Flood",
    )
    CivicSpaceCase.objects.create(jurisdiction=city, received_on=DAY)
    return city


def participation(plan: Plan) -> None:
    commitment = Commitment.objects.get(plan=plan)
    made.notice(plan)
    made.contribution(plan, text="Unanswered.")
    made.response(made.contribution(plan, commitment=commitment), answered_by=factories.organisation())
    made.website(plan.coalition)
    Endorsement.objects.create(plan=plan, organisation=factories.organisation(), endorsed_on=DAY)
    amendment = Amendment(commitment=commitment, kind="removal", reason="No means")
    Amendment.objects._bulk_create_lawfully([amendment])


def monitoring(plan: Plan, city: Any) -> None:
    InceptionReport.objects.create(plan=plan)
    EndOfCommitmentReport.objects.create(commitment=Commitment.objects.get(plan=plan))
    LearningReport.objects.create(plan=plan)
    ProgressUpdate.objects.create(plan=plan, quarter=date(2026, 4, 1))
    RequirementResult.objects.create(
        plan=plan, member=city, requirement="COCR-01", result="met", evaluated_on=DAY
    )


def judgements(plan: Plan) -> None:
    values = {"plan": plan, "about": str(plan.key), "judged_on": DAY, "judged_by_name": "Ana"}
    answer = ReviewAnswer(question="beyond-practice", answer="yes", **values)
    answer._save_lawfully()
    OverruledWarning(rule="QUAL-02", reason="Small city", **values)._save_lawfully()


def costs(admin: Client) -> dict[str, tuple[int, int]]:
    """The rows and the queries of each list, by its name."""
    found = {}
    for one in LISTS:
        with CaptureQueriesContext(connection) as queries:
            answer = admin.get(reverse(f"{one.name}:index"))
        found[one.name] = (len(answer.context["object_list"]), len(queries))
    return found


def test_a_list_asks_the_same_number_of_queries_for_twice_as_many_rows(admin: Client, home: Page) -> None:
    one_of_each(home)
    one_of_each(home)
    costs(admin)
    before = costs(admin)
    one_of_each(home)
    one_of_each(home)
    after = costs(admin)

    assert [name for name, (rows, _) in after.items() if rows < 2 * before[name][0]] == []
    dearer = {
        name: (before[name][1], queries) for name, (_, queries) in after.items() if queries > before[name][1]
    }
    assert dearer == {}
    assert len(LISTS) > 20
