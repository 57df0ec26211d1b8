"""Later commitments and amendments on the desk (PLAN-COUNT-04, AMEND-01, ROLE-03)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from ogp_wagtail.pages.filing import file_amendment, file_plan
from ogp_wagtail.pages.models import CommitmentPage
from ogp_wagtail.plans.models import Amendment, Commitment, Filing
from tests import factories

pytestmark = pytest.mark.django_db

FILED, DAY = date(2026, 2, 1), date(2026, 3, 1)
LATER_END = date(2027, 9, 30)


@pytest.fixture
def plan(home: Page, superuser: Any) -> Any:
    page = factories.complete_plan(factories.landing(home), superuser)
    file_plan(page.key, superuser, FILED)
    return page


@pytest.fixture
def amendment(plan: Any) -> Amendment:
    """An amendment that may be filed, of the separate commitment, and the draft that it amends."""
    page = CommitmentPage.objects.get(scope="separate")
    page.end = LATER_END
    page.save_revision()
    return factories.amendment(page, DAY)


def desk(page: Any) -> str:
    return reverse("ogp_plan_desk", args=[page.key])


def test_the_point_of_contact_files_an_amendment_from_the_desk(
    admin: Client, plan: Any, amendment: Amendment
) -> None:
    button = f'name="file" value="amendment:{amendment.pk}"'
    assert button in admin.get(desk(plan)).content.decode()

    answer = admin.post(desk(plan), {"file": f"amendment:{amendment.pk}"}, follow=True).content.decode()

    assert Filing.objects.get(amendment=amendment).sha256 in answer
    assert Commitment.objects.get(scope="separate").end == LATER_END
    assert button not in answer


def test_role_03_another_editor_sees_who_files_and_is_refused(
    client: Client, plan: Any, amendment: Amendment, django_user_model: Any
) -> None:
    client.force_login(django_user_model.objects.create_superuser("eva", "eva@example.org", "eva"))
    assert 'name="file"' not in client.get(desk(plan)).content.decode()

    answer = client.post(desk(plan), {"file": f"amendment:{amendment.pk}"}, follow=True).content.decode()

    assert "ROLE-03" in answer
    assert not Filing.objects.filter(amendment=amendment).exists()


def test_the_desk_says_what_an_amendment_lacks_and_leads_to_it(
    admin: Client, plan: Any, amendment: Amendment
) -> None:
    amendment.notified_on = None
    amendment.save()

    answer = admin.get(desk(plan)).content.decode()

    assert "AMEND-05" in answer
    assert reverse("ogp_amendment:edit", args=[amendment.pk]) in answer
    assert 'name="file"' not in answer


def test_the_desk_says_what_a_later_commitment_lacks(admin: Client, plan: Any) -> None:
    page = factories.complete_commitment(plan, live=False, title="One more")

    answer = admin.get(desk(plan)).content.decode()
    assert "Later commitment C3: One more" in answer
    assert "QUAL-09" in answer
    answer = admin.post(desk(plan), {"file": f"commitment:{page.key}"}, follow=True).content.decode()
    assert "QUAL-09" in answer
    assert not Commitment.objects.filter(key=page.key).exists()


@pytest.mark.parametrize("wrong", ["amendment:0", "amendment:x", "commitment:x", "spaceship:1", ":"])
def test_what_nobody_can_file_is_not_found(admin: Client, plan: Any, wrong: str) -> None:
    assert admin.post(desk(plan), {"file": wrong}, follow=True).status_code == 404


def test_the_forms_of_amendments_open_and_one_in_force_is_shown(
    admin: Client, plan: Any, superuser: Any, amendment: Amendment
) -> None:
    edit = reverse("ogp_amendment:edit", args=[amendment.pk])
    assert admin.get(reverse("ogp_amendment:add")).status_code == 200
    assert admin.get(reverse("ogp_amendment:index")).status_code == 200
    assert admin.get(edit).status_code == 200

    file_amendment(amendment.pk, superuser, DAY)

    inspect = reverse("ogp_amendment:inspect", args=[amendment.pk])
    assert admin.get(edit).headers["Location"] == inspect
    assert amendment.reason in admin.get(inspect).content.decode()


def test_who_publishes_in_the_editor_is_told_what_was_filed(
    admin: Client, plan: Any, amendment: Amendment
) -> None:
    page = CommitmentPage.objects.get(scope="separate")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = typed(admin.get(edit).content.decode()) | {"action-publish": "1"}

    answer = admin.post(edit, form, follow=True).content.decode()

    assert Filing.objects.get(amendment=amendment).sha256 in answer
    assert Commitment.objects.get(scope="separate").end == LATER_END


def typed(source: str) -> dict[str, Any]:
    """What the browser sends for the form of a page."""
    form: dict[str, Any] = {}
    root = BeautifulSoup(source, "html.parser").select_one("form[data-edit-form]")
    for one in root.select("input[name], textarea[name], select[name]"):
        name = one["name"]
        is_off = one.get("type") in {"checkbox", "radio"} and not one.has_attr("checked")
        if one.get("type") in {"submit", "file"} or is_off or "__prefix__" in name:
            continue
        if one.name == "select":
            form[name] = [option.get("value", "") for option in one.select("option[selected]")]
        elif one.get("type") == "checkbox":
            form.setdefault(name, []).append(one.get("value", "on"))
        else:
            form[name] = one.get_text() if one.name == "textarea" else one.get("value", "")
    return form
