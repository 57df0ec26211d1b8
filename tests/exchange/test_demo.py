"""The demo: a whole coalition that keeps every rule, in two languages, and that leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from ogp_wagtail.evidence.extraction import extract
from ogp_wagtail.evidence.models import EvidenceItem, SearchEntry
from ogp_wagtail.evidence.search import search
from ogp_wagtail.exchange.demo import content, install, writers
from ogp_wagtail.handbook.findings import errors
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review
from ogp_wagtail.jobs.models import Job
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage, MeetingPage
from ogp_wagtail.plans.models import Commitment, Milestone, Plan
from tests.exchange.demos import CODE, command, landing


@pytest.fixture(scope="module")
def demo(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, str]]:
    """The demo on a site with Spanish and English, put in once for all tests of this module; its passwords."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("demo"))
    with django_db_blocker.unblock(), media, transaction.atomic():
        for code in ("en", "es"):
            Locale.objects.get_or_create(language_code=code)
        _made, passwords = install.put_in(timezone.localdate())
        yield passwords
        transaction.set_rollback(True)


@pytest.fixture
def plan(demo: dict[str, str], db: None) -> Plan:
    return Plan.objects.with_owner().get(code=CODE)


# The plan


def test_the_filed_plan_keeps_every_rule(plan: Plan) -> None:
    assert plan.submitted_on
    assert plan.filing.filed_on == plan.submitted_on < timezone.localdate()
    facts, edition = whole.published(plan), edition_of(plan)
    assert errors(review(facts, edition, day=plan.submitted_on)) == []


def test_its_public_was_told_heard_and_answered(plan: Plan) -> None:
    facts = whole.published(plan)
    findings = review(facts, edition_of(plan), day=plan.submitted_on)
    spoken_of = {"REC", "MEET", "MSF", "WEB", "ORIENT"}
    assert {one.rule for one in findings if one.rule.partition("-")[0] in spoken_of} <= {"WEB-06", "WEB-08"}
    assert len(facts.notices) == 3
    assert all(one.outcome and one.reason for one in facts.contributions)


def test_terms_end_on_different_days_and_each_part_respects_its_own(plan: Plan) -> None:
    ends = {member.term_end for member in plan.members.select_related("term")}
    assert len(ends) == 3
    joint = Commitment.objects.filter(plan=plan, scope="joint")
    assert joint.count() == 3
    assert all(one.participations.count() == 3 for one in joint)
    owners = Commitment.objects.filter(plan=plan, scope="separate").values_list(
        "participations__member__jurisdiction__name", flat=True
    )
    assert set(owners) == {"Altamira", "Puerto Sereno", "Valle Claro"}


def test_milestones_tell_how_far_they_are(plan: Plan) -> None:
    statuses = Milestone.objects.filter(commitment__plan=plan).values_list("status", flat=True)
    assert set(statuses) == {"finished", "in-progress", "stuck", "not-started"}
    assert "finished" not in plan.filing.document


def test_every_finished_milestone_is_proven(plan: Plan) -> None:
    finished = Milestone.objects.filter(commitment__plan=plan, status="finished")
    assert finished.exists()
    assert not finished.filter(evidence_links=None).exists()


def test_what_is_asked_of_a_plan_under_way_was_done(plan: Plan) -> None:
    findings = review(whole.published(plan), edition_of(plan), day=timezone.localdate())
    assert [str(one) for one in findings if one.severity != "advice"] == []
    assert plan.updates.get().published_on
    assert plan.inception_reports.get().submitted_on


def test_the_unfinished_plan_shows_its_editor_what_is_missing(demo: dict[str, str], db: None) -> None:
    plan = Plan.objects.with_owner().get(code="san-miguel")
    found = review(whole.drafted(plan), edition_of(plan), day=timezone.localdate())
    assert plan.submitted_on is None
    assert {"COM-DUR-01", "A2-17", "MB-01"} <= {finding.rule for finding in found}


# The two languages


def test_every_text_is_translated_and_published(plan: Plan) -> None:
    translations = Translation.objects.all()
    assert translations.count() == 11
    assert all(total == done > 0 for total, done in (one.get_progress() for one in translations))
    for kind in (ActionPlanPage, CommitmentPage, MeetingPage):
        spanish = kind.objects.live().filter(locale__language_code="es")
        english = kind.objects.live().filter(locale__language_code="en")
        keys = set(spanish.values_list("translation_key", flat=True))
        assert keys == set(english.values_list("translation_key", flat=True))


def test_the_two_languages_say_the_same_things() -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items()}
        return [shape(one) for one in value] if isinstance(value, list) else bool(value.strip())

    spanish, english = (content.said_in(language, date(2027, 5, 5)) for language in ("es", "en"))
    assert shape(spanish) == shape(english)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_is_served_in_both_languages(plan: Plan, client: Client, language: str) -> None:
    pages = Page.objects.live().filter(
        locale__language_code=language, path__startswith=landing(language).path
    )
    assert pages.count() == 12
    for page in pages:
        answer = client.get(page.get_url_parts()[2])
        assert answer.status_code == 200
        assert page.title in answer.content.decode()


# Its people


@pytest.mark.parametrize(
    ("name", "may_publish"), [("demo-poc", True), ("demo-editor", False), ("demo-admin", True)]
)
def test_each_log_in_works_and_may_what_it_says(
    plan: Plan, demo: dict[str, str], client: Client, name: str, may_publish: bool
) -> None:
    assert client.login(username=name, password=demo[name])
    assert client.get(f"/admin/ogp/desk/{plan.key}/").status_code == 200
    for path in ("plans", "commitments", "coalitions", "evidence", "endorsements", "people"):
        assert client.get(f"/admin/ogp/{path}/").status_code == 200
    page = ActionPlanPage.objects.get(translation_key=plan.key, locale__language_code="es")
    rights = page.permissions_for_user(get_user_model().objects.get(username=name))
    assert rights.can_edit()
    assert rights.can_publish() is may_publish


def test_who_monitors_writes_reports_and_nothing_else(
    plan: Plan, demo: dict[str, str], client: Client
) -> None:
    assert client.login(username="demo-monitor", password=demo["demo-monitor"])
    assert client.get("/admin/ogp/inception-reports/").status_code == 200
    assert client.get("/admin/ogp/coalitions/").status_code == 302
    page = ActionPlanPage.objects.get(translation_key=plan.key, locale__language_code="es")
    rights = page.permissions_for_user(get_user_model().objects.get(username="demo-monitor"))
    assert not rights.can_edit()


# Its evidence


def test_every_file_is_read(plan: Plan) -> None:
    items = EvidenceItem.objects.filter(plan=plan).select_related("current")
    assert {item.current.text_state for item in items} == {"readable"}
    assert {item.current.file_type for item in items} == {"pdf", "docx", "xlsx", "csv", "html", "txt", "md"}
    assert not Job.objects.filter(kind="evidence.extract").exclude(state="done").exists()


def test_a_phrase_is_found_on_its_page(plan: Plan) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("searches by the engine of SQLite")
    found = search('"no se reutiliza jamás"', SearchEntry.objects.public(), "es")
    assert found.total == 1
    assert found.found[0].passage.place == {"kind": "page", "number": 3}


@pytest.mark.parametrize("key", content.read("documents"))
def test_each_file_is_a_real_file_of_its_format(key: str, tmp_path: Path) -> None:
    name = content.facts()["evidence"][key]["file"]
    words = content.words_of_files(date(2027, 5, 5))[key]
    path = tmp_path / name
    path.write_bytes(writers.written(name, words))
    text = " ".join(" ".join(piece.text.split()) for piece in extract(path, name).passages)
    parts = words.get("sections") or [{"heading": table["rows"][0][0]} for table in words["tables"]]
    assert all(part["heading"] in text for part in parts)


# Its command


def test_a_second_run_only_says_the_same_again(
    plan: Plan, demo: dict[str, str], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(20):
        answer = command()
    assert answer["state"] == "there"
    assert {one["user"]: one["password"] for one in answer["users"]} == demo
    assert [one["code"] for one in answer["plans"]] == [CODE, "san-miguel"]


def test_a_plan_that_rests_on_the_demo_is_named_and_nothing_removed(plan: Plan) -> None:
    Plan.objects.create(
        code="real",
        title="A real plan",
        language="es",
        jurisdiction=plan.coalition.members.first().jurisdiction,
    )
    answer = command("--remove", exit_code=1)
    assert answer["because"] == ["A real plan"]
    assert Plan.objects.filter(code=CODE, submitted_on__isnull=False).exists()
