"""The desk by stages; warnings overruled with a reason; questions that only a person answers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.base_user import AbstractBaseUser
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.pages import filing
from ogp_wagtail.plans.models import Commitment, OverruledWarning, Plan, ReviewAnswer
from ogp_wagtail.plans.permissions import can_judge
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home: Page, superuser: AbstractBaseUser) -> Any:
    page = factories.complete_plan(factories.landing(home), user=superuser)
    filing.file_plan(page.key, superuser, date(2026, 2, 1))
    return page


def desk(page: Any) -> str:
    return reverse("ogp_plan_desk", args=[page.key])


def stages(admin: Client, page: Any) -> dict[str, list[Finding]]:
    return {name: [one.finding for one in ones] for name, ones in admin.get(desk(page)).context["stages"]}


def test_findings_stand_at_the_stage_they_stand_in_the_way_of(admin: Client, page: Any) -> None:
    shown = stages(admin, page)
    assert "REC-01" in {one.rule for one in shown["To file the plan"]}
    assert "INC-01" in {one.rule for one in shown["To keep the plan going"]}


def test_a_warning_is_overruled_with_a_reason_which_is_kept_and_shown(admin: Client, page: Any) -> None:
    warning = next(one for one in stages(admin, page)["To file the plan"] if one.rule == "REC-01")
    given = {
        "overrule": "REC-01",
        "about": warning.key,
        "field": warning.field,
        "reason": "The radio is our site.",
    }
    answer = admin.post(desk(page), given, follow=True)
    assert "The radio is our site." in answer.content.decode()
    shown = stages(admin, page)
    assert "REC-01" not in {one.rule for one in shown["To file the plan"]}
    assert [one.overruled for one in shown["Overruled with a reason"]] == ["The radio is our site."]
    assert OverruledWarning.objects.get().judged_by_name == "ana"


def test_without_a_reason_nothing_is_overruled(admin: Client, page: Any) -> None:
    given = {"overrule": "REC-01", "about": str(page.key), "field": "website", "reason": " "}
    answer = admin.post(desk(page), given, follow=True)
    assert "with a reason" in answer.content.decode()
    assert not OverruledWarning.objects.exists()


def test_an_error_stands_whatever_is_recorded(admin: Client, page: Any) -> None:
    late = next(one for one in stages(admin, page)["To keep the plan going"] if one.rule == "INC-01")
    admin.post(
        desk(page), {"overrule": "INC-01", "about": late.key, "field": late.field, "reason": "Holidays."}
    )
    assert "INC-01" in {one.rule for one in stages(admin, page)["To keep the plan going"]}


def test_a_question_is_answered_with_name_and_day_and_can_be_answered_again(admin: Client, page: Any) -> None:
    given = {
        "question": "beyond-practice",
        "about": str(page.key),
        "answer": "no",
        "note": "It repeats the last.",
    }
    answer = admin.post(desk(page), given, follow=True).content.decode()
    assert "It repeats the last." in answer
    admin.post(desk(page), given | {"answer": "yes", "note": ""})
    assert list(ReviewAnswer.objects.order_by("pk").values_list("answer", flat=True)) == ["no", "yes"]
    asked = {one.question.question.slug: one.answer for one in admin.get(desk(page)).context["questions"]}
    assert asked["beyond-practice"].answer == "yes"


@pytest.mark.parametrize("wrong", [{"question": "nonsense"}, {"answer": "perhaps"}, {"about": "another"}])
def test_a_wrong_answer_is_refused_with_what_is_allowed(
    admin: Client, page: Any, wrong: dict[str, str]
) -> None:
    given = {"question": "beyond-practice", "about": str(page.key), "answer": "yes"} | wrong
    assert admin.post(desk(page), given, follow=True).status_code == 200
    assert not ReviewAnswer.objects.exists()


def test_a_question_is_asked_again_once_its_text_has_changed_and_the_answer_stays_as_history(
    admin: Client, home: Page, superuser: AbstractBaseUser
) -> None:
    page = factories.complete_plan(factories.landing(home), user=superuser)
    given = {"question": "two-meetings-foreseen", "about": str(page.key), "answer": "partly", "note": "One?"}
    admin.post(desk(page), given)
    page.progress_discussion = "<p>Two meetings of the forum every year.</p>"
    page.save_revision()
    answer = admin.get(desk(page))
    (asked,) = [one for one in answer.context["questions"] if one.question.question.slug == given["question"]]
    assert asked.answer is None
    ((said, earlier),) = asked.earlier
    assert (said, earlier.by, earlier.note) == ("Partly", "ana", "One?")
    assert "asked again: the text has changed" in answer.content.decode()


def test_qual_08_the_government_does_not_judge_its_own_ambition(
    admin: Client, page: Any, superuser: AbstractBaseUser
) -> None:
    commitment = str(Commitment.objects.filter(plan__key=page.key).first().key)
    given = {"question": "ambitious", "about": commitment, "answer": "yes"}
    refused = admin.post(desk(page), given, follow=True).content.decode()
    assert "The monitoring body assesses this" in refused
    assert not ReviewAnswer.objects.exists()
    shown = {one.question.question.slug: one.may_answer for one in admin.get(desk(page)).context["questions"]}
    assert (shown["ambitious"], shown["beyond-practice"]) == (False, True)


def test_qual_08_the_person_of_the_monitoring_body_judges_it(page: Any, django_user_model: Any) -> None:
    monitor = django_user_model.objects.create_user("eve", password="x")
    plan = Plan.objects.with_owner().get(key=page.key)
    assert can_judge(monitor, plan, "ambitious")
    clerk = django_user_model.objects.create_user("luis", password="x")
    factories.person("Luis", user=clerk, organisation=factories.organisation("City hall", "government"))
    assert not can_judge(clerk, plan, "ambitious")
    assert can_judge(clerk, plan)
    monitor.is_active = False
    assert not can_judge(monitor, plan, "ambitious")
