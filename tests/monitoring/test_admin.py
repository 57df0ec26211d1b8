"""Reports, results and updates in the admin: forms, what blocks them, and the acts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    InceptionReport,
    ProgressUpdate,
    RequirementResult,
)
from tests.monitoring.worlds import World, assessment, inception, learning, update

pytestmark = pytest.mark.django_db

INVITATIONS = inline_formset(
    [
        {"recipient": "City hall", "side": "government", "sent_on": "2026-03-01", "comment": ""},
        {"recipient": "Water users", "side": "ngs", "sent_on": "2026-03-01", "comment": "Well done."},
    ]
)


@pytest.fixture
def monitor(filed: World) -> Client:
    """A browser in which the person of the monitoring body has logged in."""
    names = ("access_admin", "view_inceptionreport", "change_inceptionreport", "add_inceptionreport")
    filed.monitor.user_permissions.set(Permission.objects.filter(codename__in=names))
    browser = Client()
    browser.force_login(filed.monitor)
    return browser


def report_data(**values: Any) -> dict[str, Any]:
    values = {"started_on": "", "uses_form": "on", "reference": "", "document": "", **values}
    return nested_form_data({"invitations": INVITATIONS, **values})


def test_mb_06_a_report_is_written_question_by_question(monitor: Client, filed: World) -> None:
    data = report_data(plan=filed.plan.pk, commitment="")
    assert monitor.post(reverse("ogp_inception_report:add"), data).status_code == 302

    row = InceptionReport.objects.get()
    assert [one.side for one in row.invitations.all()] == ["government", "ngs"]
    form = monitor.get(reverse("ogp_inception_report:edit", args=[row.pk])).content.decode()
    rating = f"answers-{filed.commitment().key}:impact"
    for name in ("answers-COCR-01", "answers-COCR-01-evidence", "answers-REC-08", rating):
        assert f'name="{name}"' in form


def edit(browser: Client, row: Any, filed: World, **answers: str) -> Any:
    kept = [
        {
            "id": one.pk,
            "recipient": one.recipient,
            "side": one.side,
            "sent_on": str(one.sent_on),
            "comment": "",
        }
        for one in row.invitations.all()
    ]
    formset = inline_formset(kept, initial=len(kept))
    data = report_data(plan=filed.plan.pk, commitment="") | {f"answers-{k}": v for k, v in answers.items()}
    data |= nested_form_data({"invitations": formset})
    return browser.post(reverse("ogp_inception_report:edit", args=[row.pk]), data)


def test_inc_02_answers_are_kept_by_question_and_only_those_of_the_scale(
    monitor: Client, filed: World
) -> None:
    row = inception(filed, answers={})

    assert edit(monitor, row, filed, **{"COCR-01": "met", "COCR-01-evidence": "Decree 5"}).status_code == 302
    row.refresh_from_db()
    assert row.answers == {"COCR-01": "met", "COCR-01-evidence": "Decree 5"}
    refused = edit(monitor, row, filed, **{"COCR-01": "perhaps"})
    assert refused.status_code == 200
    assert "is no answer to" in refused.content.decode()


def test_mb_08_what_blocks_a_report_is_shown_and_the_body_files_it(monitor: Client, filed: World) -> None:
    row = inception(filed, reference="")
    page = reverse("ogp_inception_report:inspect", args=[row.pk])

    assert "MB-08" in monitor.get(page).content.decode()
    monitor.post(page, {"day": "2026-04-01"})
    assert InceptionReport.objects.get().submitted_on is None

    InceptionReport.objects.update(reference="OGP-1")
    assert "File the report" in monitor.get(page).content.decode()
    monitor.post(page, {"day": "2026-04-01"})
    assert InceptionReport.objects.get().submitted_on == date(2026, 4, 1)
    shown = monitor.get(page).content.decode()
    assert "Eve Stone" in shown
    assert "File the report" not in shown


def test_a_filed_report_is_shown_and_not_edited(monitor: Client, filed: World) -> None:
    row = inception(filed)
    page = reverse("ogp_inception_report:inspect", args=[row.pk])
    monitor.post(page, {"day": "2026-04-01"})

    answer = monitor.get(reverse("ogp_inception_report:edit", args=[row.pk]))
    assert (answer.status_code, answer["Location"]) == (302, page)
    refused = edit(monitor, row, filed, **{"COCR-01": "not-met"})
    assert refused.status_code == 200
    assert "MB-0" in refused.content.decode()


def test_role_09_the_point_of_contact_sees_the_report_and_cannot_file_it(admin: Client, filed: World) -> None:
    row = inception(filed)
    page = reverse("ogp_inception_report:inspect", args=[row.pk])
    assert "File the report" not in admin.get(page).content.decode()
    admin.post(page, {"day": "2026-04-01"})
    assert InceptionReport.objects.get().submitted_on is None


@pytest.mark.parametrize("day", ["", "2999-01-01"])
def test_a_day_to_come_is_refused(monitor: Client, filed: World, day: str) -> None:
    page = reverse("ogp_inception_report:inspect", args=[inception(filed).pk])
    assert monitor.post(page, {"day": day}).status_code == 200


def test_the_lists_and_forms_of_all_kinds_open(admin: Client, filed: World) -> None:
    rows = {
        "ogp_inception_report": inception(filed),
        "ogp_end_of_commitment_report": assessment(filed),
        "ogp_learning_report": learning(filed),
        "ogp_progress_update": update(filed),
    }
    for name, row in rows.items():
        for view, args in (("index", []), ("add", []), ("edit", [row.pk]), ("inspect", [row.pk])):
            assert admin.get(reverse(f"{name}:{view}", args=args)).status_code == 200, (name, view)
    assert admin.get(reverse("ogp_requirement_result:index")).status_code == 200
    assert EndOfCommitmentReport.objects.get().plan == filed.plan


def test_trk_03_an_update_with_its_rows_is_drafted_and_published(admin: Client, filed: World) -> None:
    entry = {"commitment": filed.commitment().pk, "text": "We began.", "step": "", "percentage": ""}
    move = {"milestone": filed.milestone().pk, "new": "in-progress", "reason": "", "next_steps": ""}
    data = nested_form_data(
        {
            "plan": filed.plan.pk,
            "quarter": "2026-05-11",
            "entries": inline_formset([entry | {"delay_reason": "", "next_steps": ""}]),
            "moves": inline_formset([move]),
        }
    )
    assert admin.post(reverse("ogp_progress_update:add"), data).status_code == 302
    row = ProgressUpdate.objects.get()
    assert row.quarter == date(2026, 4, 1)

    page = reverse("ogp_progress_update:inspect", args=[row.pk])
    assert "Publish the update" in admin.get(page).content.decode()
    admin.post(page)

    assert ProgressUpdate.objects.get().published_by_name == "Ana Ruiz"
    assert filed.milestone().status == "in-progress"


def test_cocr_06_the_point_of_contact_records_no_result_of_the_support_unit(
    admin: Client, filed: World
) -> None:
    data = {
        "plan": filed.plan.pk,
        "member": "",
        "requirement": "COCR-01",
        "result": "met",
        "evaluated_by": "support-unit",
        "evaluated_on": "2026-05-01",
        "evidence": "",
        "letter": "",
    }
    refused = admin.post(reverse("ogp_requirement_result:add"), data)
    assert "COCR-06" in refused.content.decode()
    assert not RequirementResult.objects.exists()

    admin.post(
        reverse("ogp_requirement_result:add"), data | {"result": "self-assessed", "evaluated_by": "member"}
    )
    assert RequirementResult.objects.get().result == "self-assessed"


def test_cocr_06_who_may_evaluate_records_it(filed: World) -> None:
    names = ("access_admin", "add_requirementresult", "evaluate_requirements")
    filed.monitor.user_permissions.set(Permission.objects.filter(codename__in=names))
    browser = Client()
    browser.force_login(filed.monitor)
    data = {"plan": filed.plan.pk, "requirement": "COCR-01", "result": "met", "evaluated_by": "support-unit"}
    data |= {"evaluated_on": "2026-05-01", "member": "", "evidence": "", "letter": ""}
    browser.post(reverse("ogp_requirement_result:add"), data)
    assert RequirementResult.objects.get().result == "met"


def test_a_finding_leads_to_the_list_where_it_is_mended(admin: Client, filed: World) -> None:
    desk = admin.get(f"/admin/ogp/desk/{filed.page.key}/").content.decode()
    assert "INC-01" in desk
    assert f'href="{reverse("ogp_inception_report:index")}"' in desk
    assert f'href="{reverse("ogp_monitoring_body:edit", args=[filed.plan.monitoring_body.pk])}' in desk
