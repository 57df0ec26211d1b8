"""Applications are kept as drafts, filed when nothing is missing, and decided on by the Support Unit."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction

from ogp_wagtail.handbook.editions import CURRENT, Edition
from ogp_wagtail.law import LawError
from ogp_wagtail.members import applications
from ogp_wagtail.members.models import Application, Jurisdiction, Signatory
from tests import factories

from .joining import CLOSES, FILED, applicant, application

pytestmark = pytest.mark.django_db
DECIDED = date(2026, 10, 15)


def refused(error: Any) -> set[str]:
    return {finding.rule for finding in error.value.findings}


def filed(**kw: Any) -> Application:
    return applications.submit(application(**kw), FILED)


def accepted(row: Application, **kw: Any) -> Application:
    values = {"reasons": "It meets the criteria.", "day": DECIDED, "role": "support-unit"} | kw
    return applications.decide(row, "accepted", **values)


def test_a_draft_is_kept_however_little_it_says() -> None:
    empty = Application.objects.create(jurisdiction=applicant())

    assert {"LOS-01", "ELIG-11", "ELIG-06"} <= {one.rule for one in applications.findings(empty, FILED)}


def test_an_application_with_nothing_missing_is_filed() -> None:
    row = application()
    assert applications.findings(row, FILED) == []

    applications.submit(row, FILED)

    row.refresh_from_db()
    assert row.submitted_on == FILED
    assert row.term_end == factories.TERM_END


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"letter": None}, "LOS-01"),
        ({"pages": 4}, "LOS-02"),
        ({"language": "fr"}, "LOS-03"),
        ({"in_letter_spreading": ""}, "LOS-06"),
        ({"call": None}, "ELIG-11"),
        ({"ambition": ""}, "ELIG-06"),
    ],
)
def test_what_is_missing_refuses_the_filing(values: dict[str, Any], rule: str) -> None:
    row = application(**values)

    with pytest.raises(LawError) as error:
        applications.submit(row, FILED)

    assert refused(error) == {rule}
    assert Application.objects.get().submitted_on is None


def test_elig_11_the_last_day_of_the_call_is_in_time_and_the_next_is_not() -> None:
    with pytest.raises(LawError) as error:
        applications.submit(application(), date(2026, 10, 1))
    assert refused(error) == {"ELIG-11"}

    assert applications.submit(Application.objects.get(), CLOSES).submitted_on == CLOSES


def test_elig_01_a_country_that_is_not_in_good_standing() -> None:
    row = application()
    type(row.jurisdiction.country).objects.update(good_standing=False)

    with pytest.raises(LawError) as error:
        applications.submit(row, FILED)

    assert refused(error) == {"ELIG-01"}


def test_elig_05_the_term_counts_as_it_was_on_the_day_of_filing() -> None:
    row = filed()
    term = row.jurisdiction.terms.get()
    term.end = date(2026, 12, 31)
    term.save()

    assert applications.findings(Application.objects.get(), DECIDED) == []


def test_los_07_the_contact_is_that_of_the_jurisdiction() -> None:
    row = application(applicant(point_of_contact=None))

    with pytest.raises(LawError) as error:
        applications.submit(row, FILED)

    assert refused(error) == {"LOS-07"}


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"submitted_on": FILED}, "ELIG-11"),
        ({"decision": "accepted"}, "LOS-08"),
        ({"decision_reasons": "Because."}, "LOS-08"),
    ],
)
def test_filing_and_decision_are_acts_and_no_fields_to_fill(values: dict[str, Any], rule: str) -> None:
    row = application()
    for name, value in values.items():
        setattr(row, name, value)

    with pytest.raises(LawError) as by_save:
        row.save()
    with pytest.raises(LawError) as by_update:
        Application.objects.update(**values)

    assert refused(by_save) == refused(by_update) == {rule}


def test_what_was_filed_is_settled() -> None:
    row = filed()
    signatory = row.signatories.first()
    signatory.name = "Somebody else"

    for change in (
        lambda: Application.objects.update(pages=2),
        lambda: Signatory.objects.create(application=row, name="Late", capacity="ngs"),
        lambda: signatory.save(),
        lambda: signatory.delete(),
        lambda: row.delete(),
    ):
        with pytest.raises(LawError):
            change()


def later_edition(monkeypatch: pytest.MonkeyPatch) -> Edition:
    """From now on another edition is in force, which allows two pages."""
    later = dataclasses.replace(CURRENT, code="2030", los=dataclasses.replace(CURRENT.los, max_pages=2))
    every = {CURRENT.code: CURRENT, later.code: later}
    monkeypatch.setattr("ogp_wagtail.handbook.editions.EDITIONS", every)
    monkeypatch.setattr("ogp_wagtail.fields.EDITIONS", every)
    monkeypatch.setattr(applications, "CURRENT", later)
    return later


def test_an_application_is_judged_by_the_edition_it_was_filed_under(monkeypatch: pytest.MonkeyPatch) -> None:
    row = filed()
    assert row.edition == CURRENT.code
    later_edition(monkeypatch)
    row.decision, row.decided_as = "ineligible", "support-unit"
    assert "LOS-09" in {one.rule for one in applications.findings(row, FILED)}
    assert applications.edition_of(Application.objects.get(pk=row.pk)) == CURRENT


def test_a_draft_is_judged_and_filed_by_the_edition_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = applications.take_back(filed())
    later = later_edition(monkeypatch)
    assert "LOS-02" in {one.rule for one in applications.findings(draft, FILED)}
    draft.pages = 2
    draft.save()
    assert applications.submit(draft, FILED).edition == later.code


def test_the_edition_of_an_application_is_nobodys_to_change() -> None:
    row = filed()
    with pytest.raises(LawError) as error:
        Application.objects.filter(pk=row.pk).update(edition="1999")
    assert refused(error) == {"LOS-01"}


def test_it_is_taken_back_and_mended_before_the_decision() -> None:
    row = applications.take_back(filed())
    row.pages = 2
    row.save()

    assert applications.submit(row, FILED).pages == 2


def test_once_decided_it_is_not_taken_back() -> None:
    row = accepted(filed())

    with pytest.raises(LawError) as error:
        applications.take_back(row)

    assert refused(error) == {"LOS-08"}


def test_filing_twice_is_filing_once() -> None:
    row = filed()

    with pytest.raises(LawError):
        applications.submit(row, CLOSES)

    assert Application.objects.get().submitted_on == FILED


def test_los_08_the_support_unit_decides_and_the_applicant_has_joined() -> None:
    row = accepted(filed())

    assert (row.decision, row.decided_on, row.decided_as) == ("accepted", DECIDED, "support-unit")
    assert Jurisdiction.objects.get().joined_on == DECIDED


def test_los_08_the_contact_accepts_no_application_of_its_own_whatever_the_log_in_may(superuser: Any) -> None:
    contact = factories.person("Ana Ruiz", user=superuser)
    row = filed(jurisdiction=applicant(point_of_contact=contact))

    with pytest.raises(LawError) as error:
        accepted(row, role="", user=superuser)

    assert refused(error) == {"LOS-08"}
    assert Application.objects.get().decision == ""


def test_los_08_it_takes_the_permission_to_act_for_the_support_unit(django_user_model: Any) -> None:
    user = django_user_model.objects.create_user("su", "su@example.org", "su")
    row = filed()
    with pytest.raises(LawError):
        accepted(row, role="", user=user)

    user.user_permissions.add(Permission.objects.get(codename="act_for_support_unit"))
    user = django_user_model.objects.get(pk=user.pk)

    assert accepted(row, role="", user=user).decided_by == user


@pytest.mark.parametrize("values", [{"reasons": ""}, {"day": date(2026, 6, 30)}])
def test_los_08_a_decision_has_reasons_and_follows_the_letter(values: dict[str, Any]) -> None:
    with pytest.raises(LawError) as error:
        accepted(filed(), **values)

    assert refused(error) == {"LOS-08"}


def test_los_08_the_database_holds_no_decision_of_another() -> None:
    filed()

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects._update_lawfully(
            decision="accepted", decided_on=DECIDED, decided_as="point-of-contact", decision_reasons="Mine."
        )


def test_los_10_the_two_follow_ups_are_asked_for_and_recorded() -> None:
    row = applications.decide(filed(), "not-selected", reasons="Balance.", day=DECIDED, role="support-unit")
    assert [one.rule for one in applications.findings(row, DECIDED)] == ["LOS-10", "LOS-10"]

    row.invited_to_community_on = row.connected_to_national_on = DECIDED
    row.save()

    assert applications.findings(Application.objects.get(), DECIDED) == []
    assert Jurisdiction.objects.get().joined_on is None


def test_los_11_an_updated_letter_needs_no_call() -> None:
    row = application(kind="updated", call=None)

    assert applications.submit(row, date(2029, 1, 1)).submitted_on == date(2029, 1, 1)


def test_the_facts_of_an_application_take_as_many_queries_however_many_rows(
    django_assert_num_queries: Any,
) -> None:
    row = application()
    row.signatories = [Signatory(name=f"Group {n}", capacity="ngs") for n in range(9)]
    row.save()
    row = Application.objects.select_related(*applications.READ_WITH, "call").get()

    with django_assert_num_queries(4):  # signatories, track record, terms, point of contact
        applications.findings(row, FILED)
