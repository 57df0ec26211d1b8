"""A term moves after a plan was filed: nothing shifts, the conflicts are said, the rest is logged (PLAN-PERIOD-09)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from ogp_wagtail.handbook.findings import errors
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review
from ogp_wagtail.handbook.timetable import timetable
from ogp_wagtail.law import LawError
from ogp_wagtail.members.models import Jurisdiction, Term
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.filing import file_plan
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import DateChange, Plan
from tests import factories

pytestmark = pytest.mark.django_db

FILED = date(2026, 2, 1)
EARLIER = date(2028, 6, 30)


@pytest.fixture
def page(home: Page, superuser: Any) -> ActionPlanPage:
    made = factories.complete_plan(factories.landing(home), superuser)
    file_plan(made.key, superuser, FILED)
    return made


@pytest.fixture
def plan(page: ActionPlanPage) -> Plan:
    return Plan.objects.with_owner().get(key=page.key)


def all_terms_end(plan: Plan, end: date) -> None:
    for seat in plan.members.all():
        seat.term.end = end
        seat.term.save()


def test_plan_period_09_the_filed_end_stays_and_the_conflict_is_a_warning(plan: Plan) -> None:
    before = errors(review(whole.published(plan), day=FILED))

    all_terms_end(plan, EARLIER)

    plan.refresh_from_db()
    assert plan.period_end == factories.PLAN_END
    found = review(whole.published(plan), day=FILED)
    said = [one.message for one in found if one.rule == "PLAN-PERIOD-09"]
    assert any("by the terms of today it would end by 2028-04-30" in one for one in said)
    assert errors(found) == before


def test_plan_period_09_what_moved_is_logged_with_old_and_new_dates(plan: Plan) -> None:
    seat = plan.members.all()[0]

    seat.term.end = EARLIER
    seat.term.save()

    change = DateChange.objects.get()
    assert (change.member, change.what) == (seat, "term-end")
    assert (change.old, change.new) == (factories.TERM_END, EARLIER)
    own = [one for one in change.moved + change.stayed if one["rule"] == "COAL-06"]
    assert [(one["old"], one["new"]) for one in own] == [("2028-10-31", "2028-04-30")]


def test_convention_10_a_deadline_that_had_passed_stays_where_it_was(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: date(2028, 11, 15))
    seat = plan.members.all()[0]

    seat.term.end = EARLIER
    seat.term.save()

    change = DateChange.objects.get()
    assert {"COAL-06"} <= {one["rule"] for one in change.stayed}
    fresh = Plan.objects.with_owner().get(pk=plan.pk)
    dates = timetable(whole.published(fresh), edition_of(fresh))
    kept = [one for one in dates if one.rule == "COAL-06" and one.subject.endswith(seat.jurisdiction.name)]
    assert [(one.date, one.anchor_date) for one in kept] == [(date(2028, 10, 31), factories.TERM_END)]


def test_a_term_that_keeps_its_end_or_moves_before_filing_is_not_logged(home: Page, plan: Plan) -> None:
    plan.members.all()[0].term.save()
    draft = factories.plan(factories.landing(home), jurisdiction=factories.jurisdiction("Draft"))
    term = Term.objects.get(jurisdiction__name="Draft")
    term.end = date(2029, 1, 31)
    term.save()

    assert draft.period_end == factories.PLAN_END
    assert not DateChange.objects.exists()


def test_a_term_is_not_moved_in_bulk_past_the_log(plan: Plan) -> None:
    terms = list(Term.objects.all())
    for write in (
        lambda: Term.objects.update(end=EARLIER),
        lambda: Term.objects.bulk_update(terms, ["end"]),
        lambda: Jurisdiction.objects.update(joined_on=EARLIER),
    ):
        with pytest.raises(LawError, match="PLAN-PERIOD-09"):
            write()


def test_a_day_of_joining_that_is_corrected_is_logged(plan: Plan) -> None:
    city = plan.members.all()[0].jurisdiction
    city.joined_on = date(2025, 11, 1)
    city.save()
    assert not DateChange.objects.filter(old=None).exists()
    before = DateChange.objects.count()
    city.joined_on = date(2025, 12, 1)

    city.save()

    assert DateChange.objects.count() == before + 1
    assert DateChange.objects.last().what == "joined-on"


def test_plan_period_09_a_filed_plan_whose_term_moved_can_still_be_published(
    page: ActionPlanPage, plan: Plan
) -> None:
    all_terms_end(plan, EARLIER)
    page = ActionPlanPage.objects.get(pk=page.pk)
    page.achievements = "<p>A typo is mended.</p>"

    factories.publish(page)

    assert "mended" in ActionPlanPage.objects.get(pk=page.pk).achievements


def test_plan_period_09_who_moved_it_in_the_admin_is_noted(admin: Client, plan: Plan, superuser: Any) -> None:
    seat = plan.members.all()[0]
    city = seat.jurisdiction
    form = admin.get(f"/admin/ogp/jurisdictions/edit/{city.pk}/").context["form"]
    data = {name: value for name, value in form.initial.items() if value is not None}
    data |= {"name": city.name, "country": city.country_id, "kind": city.kind, "elected": "on"}
    for prefix in form.formsets:
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
        if prefix == "terms":
            data |= {"terms-TOTAL_FORMS": 1, "terms-INITIAL_FORMS": 1, "terms-0-id": seat.term_id}
            data |= {"terms-0-start": "", "terms-0-end": EARLIER.isoformat(), "terms-0-DELETE": ""}

    answer = admin.post(f"/admin/ogp/jurisdictions/edit/{city.pk}/", data)

    assert answer.status_code == 302
    assert DateChange.objects.get(what="term-end").changed_by == superuser


def test_plan_period_09_the_log_is_kept_and_only_the_note_is_added(plan: Plan) -> None:
    all_terms_end(plan, EARLIER)
    change = DateChange.objects.all()[0]
    change.note, change.told_on = "Early election", date(2028, 1, 10)
    change.save()
    change.new = date(2029, 1, 1)

    with pytest.raises(LawError, match="PLAN-PERIOD-09"):
        change.save()
    with pytest.raises(LawError, match="PLAN-PERIOD-09"):
        DateChange.objects.all().delete()
