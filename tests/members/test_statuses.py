"""Statuses on record: who writes them, in which order, and that they stay (STAT, ROLE-10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Permission
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents import get_document_model

from ogp_wagtail.coalitions.models import CoalitionMember
from ogp_wagtail.handbook import forecast, review
from ogp_wagtail.handbook.status import status_on
from ogp_wagtail.law import LawError
from ogp_wagtail.members.facts import memberships
from ogp_wagtail.members.models import Jurisdiction, StatusEvent
from ogp_wagtail.pages import whole
from ogp_wagtail.plans.facts import plan_facts
from ogp_wagtail.plans.models import Plan
from tests import factories
from tests.members import joining

pytestmark = pytest.mark.django_db

JOINED = date(2025, 12, 1)


@pytest.fixture
def city() -> Jurisdiction:
    return factories.jurisdiction("Arica", joined_on=JOINED)


def event(city: Jurisdiction, status: str, on: date | None, trigger: str = "", **values: Any) -> StatusEvent:
    return StatusEvent(jurisdiction=city, status=status, conferred_on=on, trigger=trigger, **values)


def inactive(city: Jurisdiction, **values: Any) -> StatusEvent:
    made = event(city, "inactive", date(2026, 10, 10), "STAT-05", quarters="2026-Q2, 2026-Q3", **values)
    made.save()
    return made


def resting(city: Jurisdiction, **values: Any) -> StatusEvent:
    words = {"requested_on": date(2026, 9, 1), "reason": "A new council is being formed."}
    made = event(city, "inactive", date(2026, 10, 10), "voluntary", **(words | values))
    made.save()
    return made


def refused(row: StatusEvent) -> dict[str, list[str]]:
    with pytest.raises(LawError) as refusal:
        row.save()
    return refusal.value.message_dict


def test_stat_01_condition_and_conferral_are_kept_apart(city: Jurisdiction) -> None:
    made = inactive(city, condition_met_on=date(2026, 10, 1))
    facts = StatusEvent.objects.get(pk=made.pk).facts()
    assert (facts.condition_met_on, facts.conferred_on) == (date(2026, 10, 1), date(2026, 10, 10))
    assert (facts.trigger, facts.quarters, facts.decided_by) == (
        "STAT-05",
        ("2026-Q2", "2026-Q3"),
        "support-unit",
    )


def test_stat_01_a_step_that_is_not_in_the_table_is_refused_and_names_those_that_are(
    city: Jurisdiction,
) -> None:
    said = refused(event(city, "revoked", date(2026, 10, 10), "STAT-16"))
    assert said["status"] == [
        "“Revoked” does not follow on “Active”. Possible: Inactive, Acting contrary to process. (STAT-01, §4)"
    ]


def test_stat_01_the_whole_life_can_be_put_on_record(city: Jurisdiction) -> None:
    inactive(city)
    event(city, "probation", date(2027, 4, 15), "STAT-11").save()
    assert "STAT-16" in str(refused(event(city, "revoked", date(2027, 8, 15), "STAT-16")))
    event(city, "revoked", date(2027, 8, 16), "STAT-16").save()
    assert "final" in str(refused(event(city, "active", date(2027, 9, 1))))
    assert [one.status for one in city.status_events.all()] == ["inactive", "probation", "revoked"]


def test_stat_01_what_is_on_record_is_not_written_anew(city: Jurisdiction) -> None:
    inactive(city)
    said = refused(event(city, "probation", date(2026, 10, 9), "STAT-12"))
    assert "A later status is on record, conferred on 2026-10-10" in str(said["conferred_on"])


CHANGES: list[Callable[[StatusEvent], Any]] = [
    lambda row: (setattr(row, "reason", "Another"), row.save()),
    lambda row: StatusEvent.objects.filter(pk=row.pk).update(status="active"),
    lambda row: StatusEvent.objects.bulk_update([row], ["reason"]),
    lambda row: row.delete(),
    lambda row: StatusEvent.objects.all().delete(),
    lambda row: StatusEvent.objects.bulk_create([event(row.jurisdiction, "revoked", date(2026, 11, 1))]),
]


@pytest.mark.parametrize("change", CHANGES)
def test_stat_01_a_status_on_record_stays_as_it_is(city: Jurisdiction, change: Callable[[Any], Any]) -> None:
    row = inactive(city)
    with pytest.raises(LawError):
        change(row)
    (kept,) = StatusEvent.objects.all()
    assert (kept.status, kept.reason) == ("inactive", "")


def test_stat_01_a_status_is_not_conferred_before_its_condition(city: Jurisdiction) -> None:
    early = event(city, "inactive", date(2026, 9, 30), "STAT-05", condition_met_on=date(2026, 10, 1))
    assert "2026-10-01" in str(refused(early)["conferred_on"])
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusEvent.objects._bulk_create_lawfully([early])


def test_stat_06_inactivity_names_its_trigger(city: Jurisdiction) -> None:
    assert "STAT-06" in str(refused(event(city, "inactive", date(2026, 10, 10)))["trigger"])


def test_stat_07_a_request_has_a_day_and_a_reason(city: Jurisdiction) -> None:
    said = refused(event(city, "inactive", date(2026, 10, 10), "voluntary"))
    assert set(said) == {"requested_on", "reason"}
    assert resting(city).facts().is_voluntary


def test_stat_09_left_empty_the_status_is_conferred_on_the_day_of_the_letter(city: Jurisdiction) -> None:
    letter = joining.letter()
    made = event(
        city, "inactive", None, "STAT-05", quarters="2026-Q2", letter=letter, letter_on=date(2026, 10, 12)
    )
    made.full_clean()
    made.save()
    assert made.conferred_on == date(2026, 10, 12)
    assert "conferred_on" in refused(event(city, "active", None))
    with pytest.raises(ProtectedError):
        get_document_model().objects.all().delete()
    assert StatusEvent.objects.get().letter == letter


def test_stat_11_unavoidable_rest_never_leads_to_probation(city: Jurisdiction) -> None:
    resting(city, unavoidable=True)
    assert "STAT-11" in str(refused(event(city, "probation", date(2027, 6, 1), "STAT-11"))["status"])
    event(city, "active", date(2028, 6, 1), "STAT-10").save()


def test_stat_11_only_rest_at_own_request_is_unavoidable(city: Jurisdiction) -> None:
    forced = event(city, "inactive", date(2026, 10, 10), "STAT-05", unavoidable=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        forced.save()


# Who may


@pytest.fixture
def recorder(db: None) -> AbstractUser:
    """Somebody who may record statuses, and is nobody's point of contact."""
    user = get_user_model().objects.create_user(username="su", email="su@example.org", password="su")
    names = ("add_statusevent", "view_statusevent", "access_admin")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return user


def posted(city: Jurisdiction, **values: str) -> dict[str, str]:
    form = {
        "jurisdiction": str(city.pk),
        "status": "inactive",
        "trigger": "STAT-05",
        "quarters": "2026-Q2, 2026-Q3",
        "condition_met_on": "2026-10-01",
        "conferred_on": "2026-10-10",
        "reason": "",
    }
    return form | values


def test_role_10_whoever_may_add_statuses_records_one(
    client: Client, recorder: AbstractUser, city: Jurisdiction
) -> None:
    client.force_login(recorder)
    assert client.post(reverse("ogp_status:add"), posted(city)).status_code == 302
    row = StatusEvent.objects.get()
    assert row.recorded_by == recorder
    listed = client.get(reverse("ogp_status:index"))
    assert "Arica" in listed.content.decode()
    assert client.get(reverse("ogp_status:edit", args=[row.pk])).url == reverse(
        "ogp_status:inspect", args=[row.pk]
    )
    assert client.get(reverse("ogp_status:inspect", args=[row.pk])).status_code == 200


def test_role_10_without_the_right_nobody_does(
    client: Client, city: Jurisdiction, recorder: AbstractUser
) -> None:
    recorder.user_permissions.set(
        Permission.objects.filter(codename__in=["access_admin", "view_statusevent"])
    )
    client.force_login(recorder)
    client.post(reverse("ogp_status:add"), posted(city))
    assert not StatusEvent.objects.exists()


def test_role_10_the_members_own_point_of_contact_never_does(
    client: Client, superuser: AbstractUser, city: Jurisdiction
) -> None:
    city.point_of_contact = factories.person(user=superuser)
    city.save()
    client.force_login(superuser)
    answer = client.post(reverse("ogp_status:add"), posted(city))
    assert "The point of contact of Arica does not record its status." in answer.content.decode()
    assert not StatusEvent.objects.exists()


def test_role_10_nor_does_that_of_its_coalition(superuser: AbstractUser, city: Jurisdiction) -> None:
    other = factories.jurisdiction("Zapallar")
    joint = factories.coalition(other, point_of_contact=factories.person(user=superuser))
    CoalitionMember.objects.create(coalition=joint, jurisdiction=city)
    own = event(city, "inactive", date(2026, 10, 10), "STAT-05", recorded_by=superuser)
    assert "ROLE-10" in str(refused(own))


def test_a_refusal_is_said_in_the_form(client: Client, superuser: AbstractUser, city: Jurisdiction) -> None:
    client.force_login(superuser)
    answer = client.post(reverse("ogp_status:add"), posted(city, status="revoked", trigger="STAT-16"))
    assert answer.status_code == 200
    assert "does not follow on “Active”" in answer.content.decode()
    asked = client.post(reverse("ogp_status:add"), posted(city, conferred_on="", condition_met_on=""))
    assert "The day on which the status was conferred is not stated." in asked.content.decode()
    row = inactive(city)
    client.post(reverse("ogp_status:delete", args=[row.pk]))
    assert StatusEvent.objects.filter(pk=row.pk).exists()


# PLAN-SUB-03: the day set, and its extension


@pytest.mark.parametrize(
    "values",
    [
        {"extension_requested_on": date(2026, 1, 1)},
        {"su_deadline": date(2026, 3, 31), "extension_granted": True},
        {"su_deadline": date(2026, 3, 31), "extension_granted": False},
        {"su_deadline": date(2026, 3, 31), "extended_deadline": date(2026, 6, 30)},
        {
            "su_deadline": date(2026, 3, 31),
            "extension_requested_on": date(2026, 1, 1),
            "extension_granted": True,
        },
        {
            "su_deadline": date(2026, 3, 31),
            "extension_requested_on": date(2026, 1, 1),
            "extension_granted": True,
            "extended_deadline": date(2026, 3, 31),
        },
        {
            "su_deadline": date(2026, 3, 31),
            "extension_requested_on": date(2026, 1, 1),
            "extension_granted": False,
            "extended_deadline": date(2026, 6, 30),
        },
    ],
)
def test_plan_sub_03_an_extension_that_makes_no_sense_is_refused(
    city: Jurisdiction, values: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Jurisdiction.objects.filter(pk=city.pk).update(**values)


def test_plan_sub_03_an_extension_asked_for_and_granted_is_known_to_the_rules(city: Jurisdiction) -> None:
    values = {"su_deadline": date(2026, 3, 31), "extension_requested_on": date(2026, 3, 1)}
    Jurisdiction.objects.filter(pk=city.pk).update(**values)
    (asked,) = memberships([city.pk], {}, "")
    (waiting,) = forecast(asked, [], day=date(2026, 4, 15)).ahead
    assert (waiting.rule, waiting.state) == ("STAT-02", "pending")
    granted = {"extension_granted": True, "extended_deadline": date(2026, 6, 30)}
    Jurisdiction.objects.filter(pk=city.pk).update(**granted)
    (asked,) = memberships([city.pk], {}, "")
    assert [str(one.met_on) for one in forecast(asked, [], day=date(2026, 7, 1)).met] == ["2026-07-01"]


# Facts


def test_a_plan_knows_how_its_members_stand(home: Any, city: Jurisdiction) -> None:
    inactive(city)
    other = factories.jurisdiction("Zapallar")
    page = factories.plan(factories.landing(home), coalition=factories.coalition(city, other))
    facts = plan_facts(Plan.objects.with_owner().get(key=page.key))
    known = {one.name: one for one in facts.memberships}
    assert status_on(known["Arica"], date(2026, 10, 10)) == "inactive"
    assert known["Arica"].joined_on == JOINED
    assert known["Arica"].is_new
    assert {one.name: one.status for one in facts.members} == {"Arica": "inactive", "Zapallar": "active"}
    drafted = whole.drafted(Plan.objects.with_owner().get(key=page.key))
    assert {one.name: one.status for one in drafted.members} == {"Arica": "inactive", "Zapallar": "active"}
    assert len(drafted.memberships) == 2


def test_gap_03_a_plan_knows_the_one_before(home: Any, city: Jurisdiction) -> None:
    under = factories.landing(home)
    old = factories.plan(
        under, jurisdiction=city, period_start=date(2022, 1, 1), period_end=date(2025, 10, 31)
    )
    Plan.objects.filter(key=old.key)._update_lawfully(submitted_on=date(2022, 3, 1))
    page = factories.plan(under, jurisdiction=city, period_start=date(2026, 1, 1))
    facts = plan_facts(Plan.objects.with_owner().get(key=page.key))
    assert (facts.previous_period_end, facts.previous_submitted_on) == (date(2025, 10, 31), date(2022, 3, 1))
    (membership,) = facts.memberships
    assert [one.key for one in membership.plans] == [str(old.key)]
    assert not membership.is_new
    found = review(facts, day=date(2026, 3, 1))
    assert [one.rule for one in found if one.rule.startswith(("GAP", "STAT"))] == ["GAP-01", "STAT-03"]
    before = plan_facts(Plan.objects.with_owner().get(key=old.key))
    assert (before.previous_period_end, before.memberships[0].is_new) == (None, True)


def test_memberships_cost_two_queries_however_many(django_assert_num_queries: Any) -> None:
    def make(count: int) -> list[int]:
        cities = [factories.jurisdiction(joined_on=JOINED) for _ in range(count)]
        for one in cities:
            inactive(one)
            event(one, "active", date(2027, 2, 1), "STAT-10").save()
            for person in (factories.person(), factories.person()):
                one.orientation.create(person=person, side="ngs", invited_on=JOINED)
        return [one.pk for one in cities]

    for keys in (make(1), make(4)):
        with CaptureQueriesContext(connection) as queries:
            found = memberships(keys, {}, "")
        assert len(queries) == 2
        assert [len(one.events) for one in found] == [2] * len(keys)
        assert [len(one.orientation) for one in found] == [2] * len(keys)
