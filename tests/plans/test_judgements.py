"""What people judged is kept: answers and reasons, by whom and when; a new answer supersedes the one before."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.facts import PlanFacts
from ogp_wagtail.handbook.questions import QUESTIONS, open_questions
from ogp_wagtail.handbook.review import review
from ogp_wagtail.law import LawError
from ogp_wagtail.pages import whole
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.judgements import judgements
from ogp_wagtail.plans.models import OverruledWarning, Plan, ReviewAnswer
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 1, 20)


@pytest.fixture
def plan(home: Page) -> Plan:
    page = factories.complete_plan(factories.landing(home))
    return Plan.objects.with_owner().get(key=page.key)


def facts(plan: Plan) -> PlanFacts:
    return whole.published(plan)


def test_an_answer_keeps_the_person_the_day_and_the_note(plan: Plan, superuser: Any) -> None:
    commitment = plan.commitments.first()
    actions.answer_question(plan, "ambitious", str(commitment.key), "no", "As before.", superuser, DAY)
    (answer,) = facts(plan).answers
    assert (answer.question, answer.about, answer.answer) == ("ambitious", str(commitment.key), "no")
    assert (answer.by, answer.on, answer.note) == (superuser.get_username(), DAY, "As before.")
    doubted = [one for one in review(facts(plan), CURRENT, day=DAY) if one.field == "ambitious"]
    assert [(one.rule, one.severity) for one in doubted] == [("QUAL-08", "warning")]


def test_a_new_answer_supersedes_and_the_old_one_stays(plan: Plan, superuser: Any) -> None:
    about = str(plan.key)
    before = len(open_questions(facts(plan), DAY))
    for answer in ("no", "yes"):
        actions.answer_question(plan, "beyond-practice", about, answer, user=superuser, day=DAY)
    assert ReviewAnswer.objects.count() == 2
    assert len(open_questions(facts(plan), DAY)) == before - 1
    assert [one for one in review(facts(plan), CURRENT, day=DAY) if one.field == "beyond-practice"] == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"slug": "beauty"}, "question"),
        ({"answer": "maybe"}, "answer"),
        ({"about": "elsewhere"}, "about"),
        ({"about": ""}, "about"),
        ({"user": None}, "judged_by"),
    ],
)
def test_an_answer_that_is_none_is_refused_at_its_field(
    plan: Plan, superuser: Any, change: dict[str, Any], field: str
) -> None:
    values = {"slug": "beyond-practice", "about": str(plan.key), "answer": "yes", "user": superuser} | change
    with pytest.raises(LawError) as refusal:
        actions.answer_question(plan, day=DAY, **values)
    assert [one.field for one in refusal.value.findings] == [field]
    assert not ReviewAnswer.objects.exists()


def test_a_question_about_commitments_is_not_asked_of_the_plan(plan: Plan, superuser: Any) -> None:
    with pytest.raises(LawError, match="nothing in this plan"):
        actions.answer_question(plan, "ambitious", str(plan.key), "yes", user=superuser, day=DAY)


def test_a_warning_is_overruled_with_a_reason_and_shown_apart(plan: Plan, superuser: Any) -> None:
    warning = next(one for one in review(facts(plan), CURRENT, day=DAY) if one.may_be_overruled)
    actions.overrule(plan, warning.rule, warning.key, warning.field, "Agreed with the forum.", superuser, DAY)
    found = review(facts(plan), CURRENT, day=DAY)
    marked = [one for one in found if one.overruled]
    assert {(one.rule, one.key, one.field) for one in marked} == {(warning.rule, warning.key, warning.field)}
    assert {one.overruled for one in marked} == {"Agreed with the forum."}
    assert found[-1].overruled


@pytest.mark.parametrize(("rule", "reason"), [("QUAL-02", "  "), ("QUAL-99", "Because.")])
def test_without_a_reason_or_a_rule_nothing_is_overruled(
    plan: Plan, superuser: Any, rule: str, reason: str
) -> None:
    with pytest.raises(LawError):
        actions.overrule(plan, rule, "c1", "ogp_values", reason, superuser, DAY)
    assert not OverruledWarning.objects.exists()


def made(plan: Plan, user: Any) -> list[Any]:
    return [
        actions.answer_question(plan, "beyond-practice", str(plan.key), "yes", user=user, day=DAY),
        actions.overrule(plan, "QUAL-02", "c1", "ogp_values", "It serves C2.", user, DAY),
    ]


def test_what_was_judged_is_not_changed_and_not_deleted(plan: Plan, superuser: Any) -> None:
    for row in made(plan, superuser):
        rows = type(row).objects.all()
        row.judged_by_name = "Somebody else"
        for change in (row.save, row.delete, rows.delete, lambda rows=rows: rows.update(about="x")):
            with pytest.raises(LawError):
                change()
        row.refresh_from_db()
        assert row.judged_by_name == superuser.get_username()


def test_nobody_writes_a_judgement_past_the_act(plan: Plan, superuser: Any) -> None:
    values = {"plan": plan, "about": str(plan.key), "judged_on": DAY, "judged_by_name": "X"}
    with pytest.raises(LawError):
        ReviewAnswer.objects.create(question="beyond-practice", answer="yes", **values)
    with pytest.raises(LawError):
        OverruledWarning.objects.bulk_create([OverruledWarning(rule="QUAL-02", reason="X", **values)])


def test_a_name_outlives_its_account(plan: Plan, superuser: Any) -> None:
    made(plan, superuser)
    name = superuser.get_username()
    superuser.delete()
    assert ReviewAnswer.objects.get().judged_by is None
    assert facts(plan).answers[0].by == name


def test_any_number_of_judgements_is_read_in_one_query(plan: Plan, superuser: Any) -> None:
    for question in QUESTIONS:
        about = str(plan.key) if question.about == "plan" else "some-draft"
        actions.answer_question(plan, question.slug, about, "yes", user=superuser, day=DAY)
    made(plan, superuser)
    with CaptureQueriesContext(connection) as counted:
        judged = judgements(plan, PlanFacts("1", "P"))
    assert len(counted) == 1
    assert (len(judged["answers"]), len(judged["overruled"])) == (len(QUESTIONS) + 1, 1)


@pytest.mark.parametrize("name", ["ogp_review_answer", "ogp_overruled"])
def test_judgements_are_looked_at_and_not_added_in_the_admin(
    admin: Client, plan: Plan, superuser: Any, name: str
) -> None:
    rows = made(plan, superuser)
    row = next(row for row in rows if row._meta.model_name in name.replace("_", "") + "warning")
    page = admin.get(reverse(f"{name}:index"))
    assert page.status_code == 200
    assert superuser.get_username() in page.content.decode()
    assert admin.get(reverse(f"{name}:inspect", args=[row.pk])).status_code == 200
    assert admin.get(reverse(f"{name}:add")).status_code in (302, 403)
    assert admin.get(reverse(f"{name}:delete", args=[row.pk])).status_code in (302, 403)
