"""Comments on the monitoring body's reports and on updates, and the government's answers (MON-PUB-02, WEB-07)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from ogp_wagtail.handbook.monitoring.publication import comments_are_answered
from ogp_wagtail.monitoring import actions
from ogp_wagtail.monitoring.models import InceptionReport
from ogp_wagtail.participation.models import Contribution
from ogp_wagtail.participation.models.contribution import REPORTS
from ogp_wagtail.plans.models import Plan
from tests import factories
from tests.monitoring import worlds
from tests.monitoring.worlds import World
from tests.participation import made

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(home: Page, superuser: Any) -> World:
    return worlds.world(home, superuser)


def reports(of: World) -> dict[str, Any]:
    return {
        "inception": worlds.inception(of),
        "assessment": worlds.assessment(of),
        "learning": worlds.learning(of),
        "progress_update": worlds.update(of),
    }


def test_a_contribution_can_be_about_each_report_and_update(filed: World) -> None:
    about = reports(filed)
    said = {name: made.contribution(filed.plan, kind="comment", **{name: row}) for name, row in about.items()}

    known = {one.key: one.about for one in filed.facts.contributions}

    assert known == {str(one.pk): str(about[name].key) for name, one in said.items()}
    assert set(about) == set(REPORTS)


def test_mon_pub_02_a_comment_on_an_assessment_waits_until_it_is_answered(filed: World) -> None:
    day = date(2027, 3, 1)
    worlds.implemented(filed, "C1", day)
    report = worlds.assessment(filed)
    comment = made.contribution(filed.plan, kind="comment", made_on=day, assessment=report)

    def waiting() -> list[str]:
        facts = filed.facts
        (told,) = (one for one in facts.reports if one.key == str(report.key))
        return [one.rule for one in comments_are_answered(facts, told)]

    assert waiting() == ["MON-PUB-02"]
    made.response(comment, answered_on=day)
    assert waiting() == []


def test_it_is_about_one_thing_of_its_own_plan(filed: World) -> None:
    about = reports(filed)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.contribution(filed.plan, inception=about["inception"], learning=about["learning"])
    other = factories.plan(filed.page.get_parent(), jurisdiction=factories.jurisdiction("Elsewhere"))
    plan = Plan.objects.get(key=other.key)

    for name, row in about.items():
        with pytest.raises(ValidationError) as refusal:
            made.contribution(plan, **{name: row})
        assert list(refusal.value.message_dict) == [name]


def test_mon_pub_01_what_is_said_of_a_draft_is_not_public(filed: World) -> None:
    report = worlds.inception(filed)
    made.contribution(filed.plan, text="Well observed.", kind="comment", inception=report)
    assert not Contribution.objects.public().exists()

    actions.file_report(report, filed.monitor, worlds.IN_TIME)

    assert Contribution.objects.public().count() == 1
    text = Client().get(filed.page.get_url()).content.decode()
    assert "Well observed." in text
    assert "on the report: Inception report" in text


def test_a_comment_on_a_report_is_written_in_its_form(admin: Client, filed: World) -> None:
    report = worlds.inception(filed)
    values = {
        "plan": filed.plan.pk,
        "kind": "comment",
        "made_on": "2026-04-05",
        "text": "Well observed.",
        "inception": report.pk,
    }

    assert admin.post(reverse("ogp_contribution:add"), values).status_code == 302
    assert Contribution.objects.get().report == report

    answer = admin.post(reverse("ogp_contribution:add"), values | {"commitment": filed.commitment().pk})
    assert "A contribution is about one thing" in answer.content.decode()


def test_the_form_asks_the_same_number_of_queries_however_many_reports_there_are(
    admin: Client, filed: World
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            admin.get(reverse("ogp_contribution:add"))
        return len(queries)

    worlds.inception(filed)
    cost()
    before = cost()
    for code in ("C1", "C2"):
        InceptionReport.objects.create(plan=filed.plan, commitment=filed.commitment(code))
        worlds.assessment(filed, code)
    assert cost() == before
