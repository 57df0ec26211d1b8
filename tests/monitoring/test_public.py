"""What everybody sees of reports and updates: what was filed or published, and nothing else (MON-PUB-01, TRK-02)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from ogp_wagtail.monitoring.actions import file_report, publish_update
from ogp_wagtail.monitoring.deeds import monitored
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    InceptionReport,
    ProgressUpdate,
)
from ogp_wagtail.monitoring.sections import monitoring_of_plan
from ogp_wagtail.pages.public.plan import PlanView
from ogp_wagtail.plans.models import Plan
from tests import factories
from tests.monitoring.worlds import (
    IN_QUARTER,
    IN_TIME,
    World,
    assessment,
    implemented,
    inception,
    learning,
    update,
)

pytestmark = pytest.mark.django_db


def seen(page: Any) -> str:
    return Client().get(page.get_url()).content.decode()


def commitment_page(world: World, code: str = "C1") -> Any:
    return world.page.get_children().get(translation_key=world.commitment(code).key).specific


def test_mon_pub_01_a_filed_report_is_on_the_plan_page_with_day_and_reference(filed: World) -> None:
    draft = inception(filed)
    assert "Inception report" not in seen(filed.page)

    file_report(draft, filed.monitor, IN_TIME)

    text = seen(filed.page)
    assert "Inception report" in text
    assert 'datetime="2026-04-01"' in text
    assert 'href="https://ogp.example/1"' in text
    assert "Minutes of the forum" in text
    assert "C1: Verifiability" in text


def test_the_contents_of_the_page_lead_to_the_reports(filed: World) -> None:
    link = '<a href="#ogp-reports">Reports of the monitoring body</a>'
    assert link not in seen(filed.page)

    file_report(inception(filed), filed.monitor, IN_TIME)

    assert link in seen(filed.page)


def test_mon_pub_01_an_assessment_is_on_the_page_of_its_commitment(filed: World) -> None:
    implemented(filed, "C1", date(2027, 6, 20))
    draft = assessment(filed)
    assert "End-of-commitment report" not in seen(commitment_page(filed))

    file_report(draft, filed.monitor, date(2027, 7, 10))

    text = seen(commitment_page(filed))
    assert "Everybody reads the budget." in text
    assert "OGP-2" in text
    assert "End-of-commitment report" not in seen(commitment_page(filed, "C2"))
    assert "Commitments assessed" in seen(filed.page)


def test_mon_pub_01_the_learning_report_names_the_day_of_the_exercise(filed: World) -> None:
    file_report(learning(filed), filed.monitor, date(2028, 12, 31))
    assert 'datetime="2028-12-10"' in seen(filed.page)


def test_trk_02_a_published_update_is_on_both_pages_and_a_draft_on_none(filed: World) -> None:
    draft = update(filed, ("C1", "in-progress"))
    assert "We began." not in seen(filed.page)
    assert "We began." not in seen(commitment_page(filed))

    publish_update(draft, filed.contact, IN_QUARTER)

    for page in (filed.page, commitment_page(filed)):
        text = seen(page)
        assert "2026-Q2" in text
        assert "We began." in text
        assert "In progress" in text
    assert "2026-Q2" not in seen(commitment_page(filed, "C2"))


def test_what_is_said_of_a_page_that_is_not_public_is_not_public(filed: World) -> None:
    publish_update(update(filed), filed.contact, IN_QUARTER)
    file_report(inception(filed), filed.monitor, IN_TIME)
    implemented(filed, "C1", date(2027, 6, 20))
    file_report(assessment(filed), filed.monitor, date(2027, 7, 10))
    assert ProgressUpdate.objects.public().count() == 1
    assert "We began." in seen(filed.page)
    assert (InceptionReport.objects.public().count(), EndOfCommitmentReport.objects.public().count()) == (
        1,
        1,
    )

    PageViewRestriction.objects.create(page=commitment_page(filed), restriction_type="login")
    assert ProgressUpdate.objects.public().count() == 1
    assert "We began." not in seen(filed.page)
    assert "Everybody reads the budget." not in seen(filed.page)
    assert EndOfCommitmentReport.objects.public().count() == 0

    PageViewRestriction.objects.create(page=filed.page, restriction_type="login")
    assert ProgressUpdate.objects.public().count() == 0
    assert InceptionReport.objects.public().count() == 0


def ahead(of: World, day: date) -> set[tuple[str, date]]:
    return {(one.rule, one.date) for one in PlanView(of.page, None, day).next_dates}


def test_the_next_dates_leave_out_the_report_that_is_filed(filed: World) -> None:
    draft = inception(filed)
    due = ("INC-01", IN_TIME)
    assert due in ahead(filed, date(2026, 3, 20))

    file_report(draft, filed.monitor, date(2026, 3, 20))

    assert due not in ahead(filed, date(2026, 3, 20))


def test_the_next_dates_leave_out_the_final_learning_exercise_once_its_report_is_filed(filed: World) -> None:
    draft = learning(filed)
    assert "FLE-01" in {rule for rule, _day in ahead(filed, date(2028, 12, 15))}

    file_report(draft, filed.monitor, date(2028, 12, 15))

    assert "FLE-01" not in {rule for rule, _day in ahead(filed, date(2028, 12, 15))}


def test_the_next_dates_leave_out_the_quarter_whose_update_is_published(filed: World) -> None:
    due = ("TRK-01", IN_QUARTER)
    draft = update(filed)
    assert due in ahead(filed, date(2026, 6, 20))

    publish_update(draft, filed.contact, date(2026, 6, 20))

    assert due not in ahead(filed, date(2026, 6, 20))


def test_the_next_dates_leave_out_the_next_plan_of_a_member_that_submitted_it(filed: World) -> None:
    first, _second = factories.cities(filed.page)
    day = date(2028, 12, 31)

    def waiting() -> set[str]:
        dates = PlanView(filed.page, None, day).next_dates
        return {name for one in dates if one.rule.endswith("COAL-18") for name in one.subjects}

    assert first.name in waiting()
    following = factories.plan(filed.page.get_parent().specific, jurisdiction=first)
    Plan.objects.filter(key=following.key)._update_lawfully(submitted_on=day)
    assert waiting()
    assert first.name not in waiting()


def test_what_is_done_stands_on_the_plan_page_anyway_and_is_read_once(filed: World) -> None:
    file_report(inception(filed), filed.monitor, IN_TIME)
    plan = filed.plan
    monitoring_of_plan(RequestFactory().get("/"), filed.page, plan)
    with CaptureQueriesContext(connection) as queries:
        (report,) = monitored([plan], IN_TIME)[plan.pk]["reports"]
    assert (len(queries), report.submitted_on) == (0, IN_TIME)
