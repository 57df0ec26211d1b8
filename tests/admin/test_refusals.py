"""What the law refuses reaches an editor as a message at the field, never as an error page (D5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from ogp_wagtail.law import LawError
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage
from ogp_wagtail.plans.models import Commitment
from tests import factories
from tests.posting import posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def landing(home: Page) -> Any:
    return factories.landing(home)


@pytest.fixture
def full(landing: Any) -> ActionPlanPage:
    """A plan of one city with five commitments: no slot is free."""
    plan = factories.plan(landing, jurisdiction=factories.jurisdiction())
    for _number in range(5):
        factories.commitment(plan)
    return ActionPlanPage.objects.get(pk=plan.pk)


def filled_in(admin: Client, url: str, **changed: Any) -> dict[str, Any]:
    """A form as the browser shows it, with what the editor fills in: dates, and whatever else a test changes."""
    typed = {"title": "A new commitment", "start": "2026-03-01", "end": "2027-06-30"} | changed
    return posted(admin.get(url).content) | typed


def create(admin: Client, plan: ActionPlanPage, **changed: Any) -> Any:
    url = reverse("wagtailadmin_pages:add", args=["ogp_wagtail", "commitmentpage", plan.pk])
    part = inline_formset([{"jurisdiction": str(factories.cities(plan)[0].pk), "end": ""}])
    new = {"slug": "a-new-commitment", **nested_form_data({"participations": part})}
    return admin.post(url, filled_in(admin, url, **new, **changed))


def test_a_sixth_commitment_is_refused_in_the_form_and_nothing_typed_is_lost(
    admin: Client, full: ActionPlanPage
) -> None:
    answer = create(admin, full, **{"action-publish": "1"})

    assert answer.status_code == 200
    page = answer.content.decode()
    assert "PLAN-COUNT-01" in page
    assert "A new commitment" in page
    assert CommitmentPage.objects.count() == 5


def test_the_same_commitment_is_saved_as_a_draft(admin: Client, full: ActionPlanPage) -> None:
    answer = create(admin, full)

    assert answer.status_code == 302
    assert CommitmentPage.objects.filter(live=False).count() == 1


def test_com_dur_01_is_shown_at_the_last_day(admin: Client, landing: Any) -> None:
    plan = factories.plan(landing)

    answer = create(admin, plan, **{"action-publish": "1", "end": "2027-02-27"})

    assert answer.status_code == 200
    errors = answer.context["form"].errors
    assert "COM-DUR-01" in str(errors["end"])
    assert "2027-02-28" in str(errors["end"])


def test_publishing_in_the_form_includes_the_commitment(admin: Client, landing: Any) -> None:
    plan = factories.plan(landing)

    answer = create(admin, plan, **{"action-publish": "1"})

    assert answer.status_code == 302
    assert Commitment.objects.in_force().get().code == "C1"


def test_an_edit_that_breaks_a_rule_is_refused_and_leaves_the_published_page(
    admin: Client, landing: Any
) -> None:
    plan = factories.plan(landing)
    page = factories.commitment(plan)
    revisions = page.revisions.count()

    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled_in(admin, url, **{"action-publish": "1", "end": "2029-01-01"})
    answer = admin.post(url, data)

    assert answer.status_code == 200
    assert "COM-DUR-02" in str(answer.context["form"].errors["end"])
    page.refresh_from_db()
    assert page.revisions.count() == revisions
    assert page.end == factories.END


def test_bulk_publishing_over_the_limit_is_refused_with_a_message(
    admin: Client, full: ActionPlanPage
) -> None:
    draft = factories.commitment(full, live=False)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = admin.post(f"{url}?id={draft.pk}", follow=True)

    assert answer.status_code == 200
    assert "PLAN-COUNT-01" in answer.content.decode()
    assert not CommitmentPage.objects.get(pk=draft.pk).live


def test_a_move_of_a_commitment_in_force_is_refused_with_a_message(
    admin: Client, full: ActionPlanPage, landing: Any
) -> None:
    other = factories.plan(landing, jurisdiction=factories.jurisdiction())
    page = CommitmentPage.objects.first()

    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other.pk])
    answer = admin.post(url, follow=True)

    assert answer.status_code == 200
    assert "PLAN-COUNT-03" in answer.content.decode()
    assert CommitmentPage.objects.get(pk=page.pk).get_parent().pk == full.pk


def test_a_period_after_the_limit_is_refused_at_the_last_day_of_the_plan(landing: Any) -> None:
    with pytest.raises(LawError) as refusal:
        factories.plan(landing, period_end=date(2028, 11, 1))

    assert "COAL-05" in str(refusal.value)
    assert "2028-10-31" in str(refusal.value)


def test_a_workflow_approval_over_the_limit_is_refused_and_stays_in_progress(
    admin: Client, full: ActionPlanPage, superuser: Any
) -> None:
    draft = factories.commitment(full, live=False)
    draft.save_revision()
    workflow = Workflow.objects.get()
    state = workflow.start(CommitmentPage.objects.get(pk=draft.pk), superuser)
    task = state.current_task_state

    url = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task.pk])
    answer = admin.post(url, {"comment": ""})

    assert answer.status_code in {200, 302}
    assert not CommitmentPage.objects.get(pk=draft.pk).live
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_unpublishing_and_deleting_what_was_filed_is_refused_with_a_message(
    admin: Client, landing: Any, superuser: Any
) -> None:
    plan = factories.complete_plan(landing, superuser)
    file_plan(plan.key, superuser, date(2026, 2, 1))
    page = CommitmentPage.objects.first()

    answer = admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)

    assert answer.status_code == 200
    assert "AMEND-08" in answer.content.decode()
    assert CommitmentPage.objects.filter(pk=page.pk).exists()


def test_a_draft_that_is_no_valid_page_is_not_published_in_bulk_and_the_reason_is_said(
    admin: Client, landing: Any
) -> None:
    factories.plan(landing, code="river")
    draft = factories.plan(landing, live=False)
    ActionPlanPage.objects.filter(pk=draft.pk).update(code="river")
    draft = ActionPlanPage.objects.get(pk=draft.pk)
    draft.save_revision(clean=False)

    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = admin.post(f"{url}?id={draft.pk}", follow=True)

    assert answer.status_code == 200
    assert "Another plan has the code" in answer.content.decode()
    assert not ActionPlanPage.objects.get(pk=draft.pk).live
