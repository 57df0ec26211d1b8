"""``ogp_plan_create``: a draft plan with its page, or a refusal that says what is allowed."""

from __future__ import annotations

import io
import json
import uuid
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Locale, Page, Revision, Site

from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.members.models import Country, Jurisdiction, Term
from ogp_wagtail.pages.models import ActionPlanPage, OpenGovernmentPage
from ogp_wagtail.plans.models import Plan
from tests import factories
from tests.processes import run

COUNTED = (Page, Revision, Plan, Country, Jurisdiction, Term, Coalition)


def create(*arguments: str, exit_code: int = 0) -> dict[str, Any]:
    """What ``ogp_plan_create … --json`` prints."""
    out, code = io.StringIO(), 0
    try:
        call_command("ogp_plan_create", *arguments, "--json", stdout=out)
    except SystemExit as end:
        code = end.code
    assert code == exit_code
    return json.loads(out.getvalue())


def plan(*arguments: str, code: str = "norte-2026") -> dict[str, Any]:
    """A plan that starts on 2026-01-01, of one city unless the arguments name others."""
    cities = () if "--jurisdiction" in arguments else ("--jurisdiction", "Norte:2028-12-31")
    return create(code, "--title", "Plan", "--country", "cl", "--start", "2026-01-01", *cities, *arguments)


def refusal(*arguments: str) -> str:
    """The message of a refused call; nothing was written and the exit code is 2 on the command line."""
    before = [model.objects.count() for model in COUNTED]
    with pytest.raises(CommandError) as refused:
        call_command("ogp_plan_create", *arguments, "--json", stdout=io.StringIO())
    assert [model.objects.count() for model in COUNTED] == before
    return str(refused.value)


def refused(*arguments: str, code: str = "norte-2026", country: str = "CL", title: str = "Plan") -> str:
    cities = () if "--jurisdiction" in arguments else ("--jurisdiction", "Norte:2028-12-31")
    return refusal(code, "--title", title, "--country", country, "--start", "2026-01-01", *cities, *arguments)


def test_a_plan_of_one_jurisdiction_runs_to_two_months_before_its_term(home: Page) -> None:
    made = plan()
    assert made["period_start"] == "2026-01-01"
    assert made["period_end"] == "2028-10-31"
    assert made["slots"] == 5
    assert made["members"] == [{"name": "Norte", "term_end": "2028-12-31", "limit": "2028-10-31"}]
    assert made["coalition"] is None


def test_the_page_is_a_draft_below_a_published_landing_page(home: Page) -> None:
    page = ActionPlanPage.objects.get(pk=plan()["page"])
    assert not page.live
    assert page.get_latest_revision_as_object().period_end == date(2028, 10, 31)
    landing = page.get_parent()
    assert landing.live
    assert landing.live_revision
    assert landing.get_parent() == home
    assert landing.specific_class is OpenGovernmentPage
    assert page.full_url.endswith("/open-government/norte-2026/")


def test_a_second_plan_goes_below_the_same_landing_page(home: Page) -> None:
    first, second = plan(), plan(code="norte-2030")
    parents = {ActionPlanPage.objects.get(pk=made["page"]).get_parent().pk for made in (first, second)}
    assert len(parents) == 1


def test_two_to_four_jurisdictions_make_a_coalition(home: Page) -> None:
    made = plan("--jurisdiction", "Norte:2028-12-31", "--jurisdiction", "Sur: la villa:2027-12-31")
    assert made["slots"] == 10
    assert made["period_end"] == "2028-10-31"
    assert [member["limit"] for member in made["members"]] == ["2028-10-31", "2027-10-31"]
    coalition = Coalition.objects.get(name=made["coalition"])
    assert {str(seat) for seat in coalition.members.all()} == {"Norte", "Sur: la villa"}


def test_several_jurisdictions_may_follow_one_option(home: Page) -> None:
    assert plan("--jurisdiction", "A:2028-12-31", "B:2028-12-31", "C:2028-12-31")["slots"] == 12


def test_the_draft_can_be_published_as_it_is(home: Page) -> None:
    page = ActionPlanPage.objects.get(pk=plan()["page"])
    factories.publish(page)
    row = Plan.objects.get(code="norte-2026")
    assert row.period_end == date(2028, 10, 31)
    assert row.slots.count() == 5


def test_a_jurisdiction_on_record_is_found_again(home: Page) -> None:
    known = factories.jurisdiction("Norte")
    plan("--jurisdiction", "norte:2028-12-31")
    assert Jurisdiction.objects.get() == known
    assert Term.objects.count() == 1


def test_the_same_cities_may_act_together_again(home: Page) -> None:
    cities = ("--jurisdiction", "A:2028-12-31", "--jurisdiction", "B:2028-12-31")
    assert plan(*cities)["coalition"] == "A, B"
    assert plan(*cities, code="second")["coalition"] == "A, B (second)"


def test_without_a_start_the_plan_starts_today(home: Page) -> None:
    today = timezone.localdate()
    end = today.replace(year=today.year + 4, day=1)
    made = create("x", "--title", "T", "--country", "CL", "--jurisdiction", f"A:{end.isoformat()}")
    assert made["period_start"] == today.isoformat()


def test_a_plan_in_another_language_gets_landing_and_home_pages_of_that_language(home: Page) -> None:
    plan()
    made = plan("--language", "es", code="sur-2026")
    assert made["language"] == "es"
    page = ActionPlanPage.objects.get(pk=made["page"])
    landing = page.get_parent().specific
    assert landing.locale.language_code == landing.get_parent().locale.language_code == "es"
    assert landing.get_translation(Locale.objects.get(language_code="en")).live
    assert "/es/" in made["url"]
    assert Plan.objects.get(code="sur-2026").language == "es"


def test_a_site_in_one_language_keeps_all_pages_below_its_home(home: Page, settings: Settings) -> None:
    settings.WAGTAIL_I18N_ENABLED = False
    page = ActionPlanPage.objects.get(pk=plan("--language", "es")["page"])
    assert page.get_parent().get_parent() == home


def test_a_slug_that_is_taken_below_the_landing_page_does_not_stop_the_plan(home: Page) -> None:
    landing = factories.landing(home)
    factories.plan(landing, live=False, slug="norte-2026", code="other")
    assert ActionPlanPage.objects.get(pk=plan()["page"]).slug == "norte-2026-2"


def test_a_period_too_short_for_a_commitment_is_said_with_exit_code_1(home: Page) -> None:
    made = create(
        "x", "--title", "T", "--country", "CL", "--start", "2028-06-01",
        "--jurisdiction", "A:2028-12-31", exit_code=1,
    )  # fmt: skip
    assert [finding["rule"] for finding in made["findings"]] == ["PLAN-PERIOD-07"]


def test_without_json_it_says_the_same_in_words(home: Page) -> None:
    out = io.StringIO()
    call_command(
        "ogp_plan_create", "x", "--title", "Together", "--country", "CL", "--start", "2026-01-01",
        "--jurisdiction", "A:2028-12-31", "--jurisdiction", "B:2027-12-31", stdout=out,
    )  # fmt: skip
    assert "“Together”" in out.getvalue()
    assert "B: term ends 2027-12-31, its commitments end by 2027-10-31" in out.getvalue()


def test_five_jurisdictions_are_refused_by_the_rule(home: Page) -> None:
    message = refused("--jurisdiction", *(f"City {n}:2028-12-31" for n in range(5)))
    assert "--jurisdiction" in message
    assert "COAL-01" in message
    assert "2 to 4" in message


def test_the_same_jurisdiction_twice_is_refused(home: Page) -> None:
    assert "given twice" in refused("--jurisdiction", "Norte:2028-12-31", "NORTE:2028-12-31")


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        ("Norte", "NAME:YYYY-MM-DD"),
        (":2028-12-31", "NAME:YYYY-MM-DD"),
        ("Norte:31/12/2028", "YYYY-MM-DD"),
        ("Norte:2028-02-30", "YYYY-MM-DD"),
    ],
)
def test_a_jurisdiction_that_cannot_be_read_is_refused(home: Page, value: str, allowed: str) -> None:
    message = refused("--jurisdiction", value)
    assert "--jurisdiction" in message
    assert allowed in message


def test_a_start_that_is_no_date_is_refused(home: Page) -> None:
    assert "YYYY-MM-DD" in refused("--start", "tomorrow")


@pytest.mark.parametrize("country", ["Chile", "C", "C1", ""])
def test_a_country_that_is_no_code_is_refused(home: Page, country: str) -> None:
    message = refused(country=country)
    assert "--country" in message
    assert "ISO 3166-1" in message


@pytest.mark.parametrize("code", ["two words", "ñ", "a" * 41, "a/b"])
def test_a_code_that_is_no_slug_is_refused(home: Page, code: str) -> None:
    assert "argument CODE" in refused(code=code)


def test_a_code_that_is_taken_is_refused_whatever_its_letters(home: Page) -> None:
    plan()
    message = refused(code="NORTE-2026")
    assert "argument CODE" in message
    assert "“Plan”" in message


def test_a_language_the_site_does_not_have_is_refused_with_those_it_has(home: Page) -> None:
    message = refused("--language", "de")
    assert "--language" in message
    assert "en, es, fr" in message


@pytest.mark.parametrize("title", ["", "  ", "T" * 256])
def test_a_title_that_no_page_can_carry_is_refused(home: Page, title: str) -> None:
    assert "--title" in refused(title=title)


def test_a_start_after_the_latest_end_is_refused_with_that_day(home: Page) -> None:
    message = refused("--start", "2028-11-15")
    assert "--start" in message
    assert "2028-10-31" in message


def test_a_term_that_the_plan_would_not_bind_is_refused(home: Page) -> None:
    Term.objects.create(jurisdiction=factories.jurisdiction("Norte", term_end=date(2027, 6, 30)), start=None,
                        end=date(2032, 6, 30))  # fmt: skip
    message = refused("--jurisdiction", "Norte:2032-06-30")
    assert "2027-06-30" in message
    assert "2027-07-01" in message


def test_a_jurisdiction_without_elections_has_no_term_to_give(home: Page) -> None:
    factories.jurisdiction("Norte", term_end=None)
    assert "without elections" in refused()


def test_a_wagtail_without_a_default_site_is_refused(home: Page) -> None:
    Site.objects.update(is_default_site=False)
    assert "default site" in refused()


def test_nothing_is_left_behind_when_the_last_step_fails(home: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_args: object, **_kw: object) -> None:
        raise RuntimeError(uuid.uuid4())

    monkeypatch.setattr(ActionPlanPage, "save_revision", fails)
    before = [model.objects.count() for model in COUNTED]
    with pytest.raises(RuntimeError):
        plan("--jurisdiction", "A:2028-12-31", "--jurisdiction", "B:2028-12-31")
    assert [model.objects.count() for model in COUNTED] == before


@pytest.mark.slow
def test_wrong_use_exits_with_2_and_prints_nothing_on_standard_output() -> None:
    done = run("-m", "django", "ogp_plan_create", "x", "--json", DJANGO_SETTINGS_MODULE="tests.settings")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "--jurisdiction" in done.stderr
