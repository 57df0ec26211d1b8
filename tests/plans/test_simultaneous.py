"""Forty simultaneous additions at a limit leave exactly the limit (PLAN-COUNT-01), whatever the isolation."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections
from wagtail.models import Locale, Page

from ogp_wagtail.law import LawError
from ogp_wagtail.pages.filing import file_amendment, file_plan
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.plans.models import Commitment, Filing, Plan, Slot
from ogp_wagtail.plans.slots import NoFreeSlot, take
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 40


@pytest.fixture
def plan() -> ActionPlanPage:
    """A plan of one city on a site made by this test: five slots."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root", locale=locale)
    home = root.add_child(instance=Page(title="Home", slug="home-of-many", locale=locale))
    return factories.plan(factories.landing(home), jurisdiction=factories.jurisdiction())


def at_once(number: int, work: Any) -> list[Any]:
    """Run the work in so many threads that start together; returns what each did or raised."""
    barrier = Barrier(number)

    def one(index: int) -> Any:
        try:
            barrier.wait()
            return work(index)
        except (LawError, NoFreeSlot) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def test_forty_publications_at_once_leave_five_commitments_and_thirty_five_refusals(
    plan: ActionPlanPage,
) -> None:
    drafts = [factories.commitment(plan, live=False) for _number in range(MANY)]

    answers = at_once(MANY, lambda index: factories.publish(CommitmentPage.objects.get(pk=drafts[index].pk)))

    refusals = [answer for answer in answers if isinstance(answer, LawError)]
    assert len(refusals) == MANY - 5
    assert {finding.rule for refusal in refusals for finding in refusal.findings} == {"PLAN-COUNT-01"}
    assert CommitmentPage.objects.filter(live=True).count() == 5
    assert Commitment.objects.in_force().count() == 5
    assert ActionPlanPage.objects.get(pk=plan.pk).numchild == MANY
    assert Page.find_problems() == ([], [], [], [], [])


def test_forty_takers_without_the_plans_lock_find_five_slots(plan: ActionPlanPage) -> None:
    row = Plan.objects.get(key=plan.key)
    made = [
        Commitment.objects.create(
            plan=row, code=f"X{index}", title="x", scope="separate", start=factories.START, end=factories.END
        )
        for index in range(MANY)
    ]

    answers = at_once(MANY, lambda index: take(row, made[index], factories.START))

    assert sum(isinstance(answer, NoFreeSlot) for answer in answers) == MANY - 5
    assert Slot.objects.filter(commitment__isnull=False).count() == 5
    assert connection.vendor in {"sqlite", "postgresql", "mysql"}


def test_plan_sub_01_of_eight_who_file_at_once_one_files_and_the_others_are_told(
    plan: ActionPlanPage, django_user_model: Any
) -> None:
    user = django_user_model.objects.create_superuser("ana", "ana@example.org", "ana")
    whole = factories.complete_plan(plan.get_parent(), user)

    answers = at_once(8, lambda index: file_plan(whole.key, user, date(2026, 2, 1)))

    assert sum(isinstance(answer, Filing) for answer in answers) == 1
    refused = [answer for answer in answers if isinstance(answer, LawError)]
    assert {finding.rule for one in refused for finding in one.findings} == {"PLAN-SUB-01"}
    assert Filing.objects.count() == 1


def test_plan_sub_01_of_four_who_file_an_amendment_at_once_one_files_it(
    plan: ActionPlanPage, django_user_model: Any
) -> None:
    user = django_user_model.objects.create_superuser("ana", "ana@example.org", "ana")
    whole = factories.complete_plan(plan.get_parent(), user)
    file_plan(whole.key, user, date(2026, 2, 1))
    page = CommitmentPage.objects.child_of(whole).get(scope="separate")
    page.end = date(2027, 9, 30)
    page.save_revision()
    amendment = factories.amendment(page, date(2026, 3, 1))

    answers = at_once(4, lambda index: file_amendment(amendment.pk, user, date(2026, 3, 1)))

    assert sum(isinstance(answer, Filing) for answer in answers) == 1
    refused = [answer for answer in answers if isinstance(answer, LawError)]
    assert {finding.rule for one in refused for finding in one.findings} == {"PLAN-SUB-01"}
    assert Commitment.objects.get(key=page.key).end == date(2027, 9, 30)
