"""What is done with an application: it is filed, taken back before a decision, and decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from ogp_wagtail.handbook.applications import check_decision, review_application
from ogp_wagtail.handbook.editions import CURRENT, Edition, edition_named
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.words import _
from ogp_wagtail.law import refuse_if
from ogp_wagtail.members.facts import application_facts, stands_well, term_on
from ogp_wagtail.members.models import Application
from ogp_wagtail.members.permissions import role_of

READ_WITH = ("jurisdiction__country", "jurisdiction__lead_agency", "jurisdiction__senior_official")


def findings(application: Application, day: date) -> list[Finding]:
    """What the handbook says of an application on a day (ELIG, LOS).

    Once it is filed only the decision is left to be asked: the rest was asked on the day of filing.
    """
    facts, edition = application_facts(application, day), edition_of(application)
    if application.submitted_on:
        return check_decision(facts, edition, day=day)
    return review_application(facts, edition, day=day)


def edition_of(application: Application) -> Edition:
    """The edition that judges an application: the one it was filed under; a draft goes by the present one."""
    return edition_named(application.edition) if application.submitted_on else CURRENT


@transaction.atomic
def submit(application: Application, day: date) -> Application:
    """File an application on a day; refused while anything the handbook asks is missing (LOS-01, ELIG-11)."""
    row = _locked(application)
    refuse_if(_filed_already(row))
    refuse_if(findings(row, day))
    term = term_on(row.jurisdiction, day)
    row.edition = CURRENT.code
    row.submitted_on, row.country_stood_well = day, stands_well(row.jurisdiction.country)
    row.term_end = term.end if term and row.jurisdiction.elected else None
    return row._save_lawfully()


@transaction.atomic
def take_back(application: Application) -> Application:
    """Make a filed application a draft again, as long as nothing is decided (LOS-08)."""
    row = _locked(application)
    if row.decision:
        refuse_if([_refusal(row, "LOS-08", _("It is decided on, so it is not taken back."))])
    row.submitted_on = row.country_stood_well = row.term_end = None
    return row._save_lawfully()


@transaction.atomic
def decide(
    application: Application, decision: str, *, reasons: str, day: date, user: Any = None, role: str = ""
) -> Application:
    """Record what the Support Unit decided (LOS-08). Who records it acts for the Support Unit, never for itself.

    Whoever is accepted has joined: on that day, unless another is known.
    """
    row = _locked(application)
    role = role or role_of(user, row.jurisdiction)
    facts = replace(
        application_facts(row, day),
        decision=decision,
        decided_on=day,
        decided_by=role,
        decision_reasons=reasons,
    )
    refuse_if(check_decision(facts, edition_of(row), day=day))
    row.decision, row.decided_on, row.decision_reasons = decision, day, reasons
    row.decided_as, row.decided_by = role, user
    row._save_lawfully()
    _join(row)
    return row


def _join(row: Application) -> None:
    home = row.jurisdiction
    if row.decision == "accepted" and home.joined_on is None:
        home.joined_on = row.decided_on
        home.save(update_fields=["joined_on"])


def _locked(application: Application) -> Application:
    """The row under a lock, then with what is read beside it: no database is asked to lock an outer join."""
    Application._base_manager.select_for_update().get(pk=application.pk)
    rows = Application._base_manager.select_related(*READ_WITH, "jurisdiction__point_of_contact", "call")
    return rows.get(pk=application.pk)


def _filed_already(row: Application) -> list[Finding]:
    template = _("It is filed already.")
    return [_refusal(row, "LOS-01", template)] if row.submitted_on else []


def _refusal(row: Application, rule: str, template: str) -> Finding:
    return error(rule, application_facts(row, row.submitted_on or date.max), template)
