"""What the rows refuse, from whatever side they are written (REC-07, WEB-04)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from ogp_wagtail.law import LawError
from ogp_wagtail.participation.models import Contribution, Notice, ReasonedResponse, Website
from ogp_wagtail.plans.models import Commitment, Meeting, Plan
from tests import factories
from tests.participation import made

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"outcome": ""}, "outcome"),
        ({"reason": "  "}, "reason"),
        ({"answered_on": date(2026, 1, 14)}, "answered_on"),
    ],
)
def test_rec_07_a_response_has_an_outcome_a_reason_and_a_day(plan: Plan, values: Any, field: str) -> None:
    contribution = made.contribution(plan)

    with pytest.raises(LawError) as refusal:
        made.response(contribution, **values)

    assert [(one.rule, one.field) for one in refusal.value.findings] == [("REC-07", field)]
    assert not ReasonedResponse.objects.exists()


def test_rec_07_in_bulk_it_is_refused_as_well(plan: Plan) -> None:
    bare = ReasonedResponse(
        contribution=made.contribution(plan), outcome="included", reason="", answered_on=date(2026, 1, 20)
    )
    with pytest.raises(LawError):
        ReasonedResponse.objects.bulk_create([bare])

    answered = made.response(made.contribution(plan))
    with pytest.raises(LawError):
        ReasonedResponse.objects.filter(pk=answered.pk).update(reason=" ")
    with pytest.raises(IntegrityError), transaction.atomic():
        ReasonedResponse.objects.filter(pk=answered.pk).update(reason="")


def test_rec_07_a_response_stays_and_so_does_what_it_answers(plan: Plan) -> None:
    response = made.response(made.contribution(plan))

    with pytest.raises(LawError):
        response.delete()
    with pytest.raises(LawError):
        ReasonedResponse.objects.all().delete()
    with pytest.raises(LawError):
        response.contribution.delete()
    with pytest.raises(LawError):
        Contribution.objects.all().delete()
    assert ReasonedResponse.objects.count() == Contribution.objects.count() == 1


def test_rec_07_a_response_moves_to_no_other_contribution(plan: Plan) -> None:
    response = made.response(made.contribution(plan))
    response.contribution = made.contribution(plan, text="Another.")

    with pytest.raises(LawError):
        response.save()


def test_rec_07_its_wording_may_be_mended(plan: Plan) -> None:
    response = made.response(made.contribution(plan))
    response.reason = "It fits the goals of the plan."
    response.save()

    assert ReasonedResponse.objects.get().reason == "It fits the goals of the plan."


def test_an_unanswered_contribution_can_be_taken_out(plan: Plan) -> None:
    made.contribution(plan).delete()

    assert not Contribution.objects.exists()


def test_what_somebody_said_something_about_is_kept(page: Any, plan: Plan) -> None:
    factories.commitment(page)
    commitment = Commitment.objects.get()
    made.contribution(plan, commitment=commitment)

    with pytest.raises((ProtectedError, LawError)):
        commitment.delete()


def test_a_contribution_is_about_one_thing_of_its_own_plan(page: Any, plan: Plan, home: Any) -> None:
    factories.commitment(page)
    factories.meeting(page)
    commitment, meeting = Commitment.objects.get(), Meeting.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        made.contribution(plan, commitment=commitment, meeting=meeting)

    other = factories.plan(factories.landing(home))
    stranger = Plan.objects.get(key=other.key)
    with pytest.raises(ValidationError) as refusal:
        made.contribution(stranger, commitment=commitment)
    assert set(refusal.value.message_dict) == {"commitment"}
    with pytest.raises(ValidationError):
        made.notice(stranger, meeting=meeting)


def test_web_04_only_an_opportunity_has_a_day(plan: Plan) -> None:
    made.notice(plan, kind="opportunity", event_on=date(2026, 1, 15))
    with pytest.raises(IntegrityError), transaction.atomic():
        made.notice(plan, kind="news", event_on=date(2026, 1, 15))
    assert Notice.objects.count() == 1


def test_rec_01_each_owner_has_one_website(plan: Plan) -> None:
    made.website(plan.coalition)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.website(plan.coalition, url="https://other.example.org/")
    with pytest.raises(IntegrityError), transaction.atomic():
        Website.objects.create(url="https://nobody.example.org/")
