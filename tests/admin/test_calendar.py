"""The calendar of a plan, in the admin and on the command line."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from ogp_wagtail.pages import filing
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home: Page, superuser: AbstractBaseUser) -> Any:
    page = factories.complete_plan(factories.landing(home), user=superuser)
    filing.file_plan(page.key, superuser, date(2026, 2, 1))
    return page


def test_the_calendar_says_how_each_date_stands_and_how_it_was_reckoned(admin: Client, page: Any) -> None:
    answer = admin.get(reverse("ogp_plan_calendar", args=[page.key]), {"day": "2026-04-02"})
    shown = answer.content.decode()
    assert "April 1, 2026" in shown
    assert "INC-01" in shown
    assert "Missed" in shown
    states = {
        (one.entry.deadline.rule, str(one.entry.standing))
        for _t, ones in answer.context["groups"]
        for one in ones
    }
    assert ("INC-01", "missed") in states
    assert ("FLE-01", "open") in states
    assert ("PLAN-COUNT-06", "limit") in states


def test_gap_01_and_coal_18_are_one_line_that_names_both(admin: Client, page: Any) -> None:
    context = admin.get(reverse("ogp_plan_calendar", args=[page.key])).context
    lines = [one for _title, ones in context["groups"] for one in ones if "GAP-01" in one.rules]
    (line,) = lines
    assert line.rules == "GAP-01, COAL-18"
    assert all(city.name in line.subject for city in factories.cities(page))
    assert not [one for _title, ones in context["groups"] for one in ones if one.rules == "COAL-18"]


def test_a_day_that_is_none_is_said_and_today_is_shown(admin: Client, page: Any) -> None:
    answer = admin.get(reverse("ogp_plan_calendar", args=[page.key]), {"day": "yesterday"})
    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_a_visitor_sees_no_calendar(page: Any) -> None:
    assert Client().get(reverse("ogp_plan_calendar", args=[page.key])).status_code == 302


def test_ogp_calendar_prints_the_same_dates(page: Any) -> None:
    out = StringIO()
    call_command("ogp_calendar", page.code, "--day", "2026-04-02", "--json", stdout=out)
    document = json.loads(out.getvalue())
    assert (document["plan"], document["day"]) == (page.code, "2026-04-02")
    inception = next(one for one in document["deadlines"] if one["rule"] == "INC-01")
    assert (inception["date"], inception["state"]) == ("2026-04-01", "missed")
    assert inception["formula"] == "plan submitted 2026-02-01 + 2 months"
    lines = StringIO()
    call_command("ogp_calendar", page.code, "--day", "2026-04-02", stdout=lines)
    assert "2026-04-01  missed" in lines.getvalue()


def test_on_a_shell_both_commands_speak_the_language_of_the_site(page: Any) -> None:
    out = StringIO()
    with translation.override("es"):
        call_command("ogp_calendar", page.code, "--day", "2026-04-02", stdout=out)
        with suppress(SystemExit):
            call_command("ogp_check", page.code, "--day", "2026-04-02", stdout=out)
    told = out.getvalue()
    assert "Informe inicial" in told
    assert "presentación del plan" in told
    assert "miembro " in told
    assert "member " not in told


def test_a_term_that_ends_early_is_told_with_what_it_moved(admin: Client, page: Any) -> None:
    term = factories.cities(page)[0].terms.get()
    term.end = date(2028, 6, 30)
    term.save()
    shown = admin.get(reverse("ogp_plan_calendar", args=[page.key])).content.decode()
    assert "What changed, and why" in shown
    assert "Dec. 31, 2028 → June 30, 2028" in shown
    out = StringIO()
    call_command("ogp_calendar", page.code, "--json", stdout=out)
    (change,) = json.loads(out.getvalue())["changes"]
    assert (change["what"], change["old"], change["new"]) == ("term-end", "2028-12-31", "2028-06-30")
