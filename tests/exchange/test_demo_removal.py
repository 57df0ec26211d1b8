"""Putting the demo into a site and taking it out: all or nothing, and nothing is left."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from ogp_wagtail.exchange.demo import content, install, remove, translation
from ogp_wagtail.handbook.findings import errors
from ogp_wagtail.handbook.readings import edition_of
from ogp_wagtail.handbook.review import review
from ogp_wagtail.members.models import Organisation
from ogp_wagtail.pages import whole
from ogp_wagtail.pages.models import ActionPlanPage
from ogp_wagtail.plans.models import Plan
from tests.exchange.demos import CODE, command, files, landing, rows, tables
from tests.processes import run, succeed


@pytest.mark.slow
@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2025, 3, 31)])
def test_it_can_be_put_in_on_any_day(db: None, locales: dict[str, Locale], today: date) -> None:
    install.put_in(today)
    plan = Plan.objects.with_owner().get(code=CODE)
    assert plan.submitted_on
    assert errors(review(whole.published(plan), edition_of(plan), day=plan.submitted_on)) == []


def test_it_leaves_nothing_behind(
    home: Page,
    media: Path,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.DEBUG = True
    before = rows()
    with django_capture_on_commit_callbacks(execute=True):
        assert command()["state"] == "added"
    assert len(files(media)) == 2 * 12  # each under the name of its document and under that of its hash
    assert rows() != before
    with django_capture_on_commit_callbacks(execute=True):
        assert command("--remove") == {"state": "removed"}
    assert rows() == before
    assert files(media) == []
    assert command("--remove") == {"state": "absent"}


def test_a_site_that_may_be_public_is_refused_unless_it_insists(home: Page) -> None:
    before = rows()
    with pytest.raises(CommandError, match="DEBUG = False") as refused:
        command()
    assert refused.value.returncode == 2
    assert rows() == before


def test_on_a_site_that_may_be_public_nobody_knows_the_passwords(home: Page) -> None:
    answer = command("--yes-public")
    published = {one["password"] for one in content.facts()["users"].values()}
    assert not published & {one["password"] for one in answer["users"]}
    assert all(one["password"] is None for one in command()["users"])


def test_a_name_that_is_taken_is_said_and_nothing_written(home: Page) -> None:
    get_user_model().objects.create_user(username="demo-poc")
    Organisation.objects.create(name="Red de Jóvenes de Costa Clara", sector="ngs")
    before = rows()
    answer = command("--yes-public", exit_code=1)
    assert answer["because"] == ["user demo-poc", "organisation Red de Jóvenes de Costa Clara"]
    assert rows() == before


def test_pages_of_the_site_stay_when_the_demo_goes(home: Page) -> None:
    install.put_in(timezone.localdate())
    own = landing("en").add_child(instance=ActionPlanPage(title="Ours", slug="ours", live=False))
    remove.take_out()
    assert ActionPlanPage.objects.filter(pk=own.pk).exists()
    assert not Plan.objects.filter(code=CODE).exists()


def test_without_wagtail_localize_the_english_pages_are_ordinary_copies(
    home: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "has_localize", lambda: False)
    before = rows()
    install.put_in(timezone.localdate())
    plan = Plan.objects.with_owner().get(code=CODE)
    assert not Translation.objects.exists()
    assert plan.submitted_on
    assert errors(review(whole.published(plan), edition_of(plan), day=plan.submitted_on)) == []
    remove.take_out()
    assert rows() == before


@pytest.mark.slow
def test_a_site_without_spanish_and_extras_has_it_in_english(tmp_path: Path) -> None:
    """The client site: one language, no wagtail-localize, a user and a document model of its own."""
    database, media = tmp_path / "city.sqlite3", tmp_path / "media"
    site = {"DJANGO_SETTINGS_MODULE": "tests.site.settings", "SITE_DATABASE": str(database)}
    media.mkdir()
    succeed("-m", "django", "migrate", "--verbosity", "0", **site)
    before = tables(database)
    done = run("-m", "django", "ogp_demo", "--yes-public", "--json", cwd=media, **site)
    assert done.returncode == 0, done.stderr
    plan = json.loads(done.stdout)["plans"][0]
    assert plan["title"] == "Joint open government action plan"
    assert plan["filed_on"]
    succeed("-m", "django", "ogp_demo", "--remove", cwd=media, **site)
    assert tables(database) == before
    assert files(media) == []
