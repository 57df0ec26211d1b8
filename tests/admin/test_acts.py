"""Acts from the desk: declaring, leaving, noting a changed date, choosing readings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from ogp_wagtail.admin.acts import ActView
from ogp_wagtail.handbook import CURRENT
from ogp_wagtail.handbook.readings import readings_of
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.plans.models import DateChange, Plan
from tests import factories
from tests.plans.proofs import evidence_of

pytestmark = pytest.mark.django_db

FILED = date(2026, 2, 1)


@pytest.fixture
def plan(home: Page, superuser: Any) -> Plan:
    page = factories.complete_plan(factories.landing(home), superuser)
    file_plan(page.key, superuser, FILED)
    return Plan.objects.with_owner().get(key=page.key)


def desk(plan: Plan) -> str:
    return reverse("ogp_plan_desk", args=[plan.key])


def test_com_life_01_the_point_of_contact_declares_from_the_desk(admin: Client, plan: Plan) -> None:
    row = plan.commitments.get(scope="separate")
    row.milestones.all()._update_lawfully(status="finished")
    url = reverse("ogp_declare", args=[plan.key, row.key])
    day = max(factories.START, timezone.localdate())

    assert url in admin.get(desk(plan)).content.decode()
    with evidence_of(row.key):
        admin.post(url, {"implemented_on": day.isoformat()})

    row.refresh_from_db()
    assert row.implemented_on == day
    assert "waiting for assessment" in admin.get(desk(plan)).content.decode()


def test_com_life_01_a_refusal_is_said_at_the_field(admin: Client, plan: Plan) -> None:
    row = plan.commitments.get(scope="separate")
    url = reverse("ogp_declare", args=[plan.key, row.key])
    tomorrow = timezone.localdate() + timedelta(days=1)

    answer = admin.post(url, {"implemented_on": tomorrow.isoformat()})

    assert answer.status_code == 200
    assert "later than today" in str(answer.context["form"].errors["implemented_on"])
    assert "Milestones finished: 0 of 2" in str(answer.context["form"].non_field_errors())


def test_coal_10_one_members_part_is_declared(admin: Client, plan: Plan) -> None:
    row = plan.commitments.get(scope="joint")
    first = plan.members.all()[0]
    url = reverse("ogp_declare", args=[plan.key, row.key])
    day = max(factories.START, timezone.localdate())

    admin.post(url, {"implemented_on": day.isoformat(), "members": [str(first.jurisdiction_id)]})

    done = dict(row.participations.values_list("member", "implemented_on"))
    assert done[first.pk] == day
    assert list(done.values()).count(None) == 1


def test_coal_21_a_member_leaves_from_the_desk(admin: Client, plan: Plan) -> None:
    seat = plan.members.all()[0]
    url = reverse("ogp_leave", args=[plan.key, seat.pk])
    assert url in admin.get(desk(plan)).content.decode()

    assert admin.post(url, {"left_on": "2026-09-01", "reason": ""}).status_code == 200
    admin.post(url, {"left_on": "2026-09-01", "reason": "A new council decided so."})

    seat.refresh_from_db()
    assert seat.left_on == date(2026, 9, 1)
    assert "A new council decided so." in admin.get(desk(plan)).content.decode()


def test_plan_period_09_a_changed_term_is_noted_from_the_desk(admin: Client, plan: Plan) -> None:
    term = plan.members.all()[0].term
    term.end = date(2028, 6, 30)
    term.save()
    change = DateChange.objects.get()
    url = reverse("ogp_date_change", args=[plan.key, change.pk])
    assert url in admin.get(desk(plan)).content.decode()

    admin.post(url, {"note": "Early election", "told_on": "2026-11-01"})

    change.refresh_from_db()
    assert (change.note, change.told_on) == ("Early election", date(2026, 11, 1))


def test_readings_are_chosen_before_the_plan_is_filed(admin: Client, home: Page) -> None:
    page = factories.plan(factories.landing(home), jurisdiction=factories.jurisdiction())
    url = reverse("ogp_readings", args=[page.key])
    asked = admin.get(url).content.decode()
    assert "When does a commitment free its place for a new one?" in asked
    assert "has assessed it (the handbook&#x27;s own reading)" in asked
    assert "As soon as it is fully implemented" in asked
    assert "It decides: PLAN-COUNT-03, PLAN-COUNT-04 (§3.2, §3.2.1.2)." in asked

    admin.post(url, {"slot.release": "implemented", "tracker.grace_days": "5"})
    assert Plan.objects.get().readings == {"slot.release": "implemented", "tracker.grace_days": "5"}

    answer = admin.post(url, {"tracker.grace_days": "-1", "commitment.min_months": "0"})
    assert "a whole number" in str(answer.context["form"].errors["tracker.grace_days"])
    assert "not below 1" in str(answer.context["form"].errors["commitment.min_months"])


def test_a_reading_is_chosen_in_words_and_without_keys(admin: Client, home: Page) -> None:
    page = factories.plan(factories.landing(home), jurisdiction=factories.jurisdiction())
    form = admin.get(reverse("ogp_readings", args=[page.key])).context["form"]

    shown = [str(said) for field in form for said in (field.label, field.help_text)]
    shown += [str(said) for field in form for _, said in getattr(field.field, "choices", ())]
    known = readings_of(CURRENT)
    slugs = {*known, *(word for one in known.values() for word in one.words)}
    assert [said for said in shown if said in slugs or any(key in said for key in known)] == []
    assert {field.name for _, fields in form.groups() for field in fields} == set(form.fields)


def test_plan_sub_01_the_readings_of_a_filed_plan_stay(admin: Client, plan: Plan) -> None:
    answer = admin.post(reverse("ogp_readings", args=[plan.key]), {"slot.release": "implemented"})

    assert "PLAN-SUB-01" in answer.content.decode()
    assert Plan.objects.get(pk=plan.pk).readings == {}


def test_nobody_acts_without_the_right_to_edit_the_plan(client: Client, plan: Plan) -> None:
    row = plan.commitments.all()[0]

    answer = client.get(reverse("ogp_declare", args=[plan.key, row.key]))

    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_an_act_that_does_not_say_what_it_does_is_no_view() -> None:
    class Unfinished(ActView):
        def find(self, which: Any) -> Any:
            return self.plan

    with pytest.raises(TypeError, match="act"):
        Unfinished()
