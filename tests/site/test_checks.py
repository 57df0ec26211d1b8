"""Each thing a host should change is said once, with its remedy, and not said to a host that has done it."""

from typing import Any

import pytest
from django.core.checks import CheckMessage, run_checks
from django.core.files.storage import Storage
from django.db import connection
from pytest_django import Settings

from ogp_wagtail.conf import DEFAULTS, ogp_settings


def warnings(**kwargs: Any) -> dict[str, CheckMessage]:
    """What our checks say now, by id."""
    return {said.id: said for said in run_checks(**kwargs) if said.id and said.id.startswith("ogp_wagtail.")}


def test_nothing_is_said_to_a_well_kept_site() -> None:
    assert warnings() == {}


def test_an_unknown_key_is_named_with_the_one_that_was_meant(settings: Settings) -> None:
    settings.OGP_WAGTAIL = {"BASE_TEMPLAT": "base.html"}
    said = warnings()["ogp_wagtail.W001"]
    assert "'BASE_TEMPLAT'" in said.msg
    assert said.hint == f"Did you mean 'BASE_TEMPLATE'? It may hold: {', '.join(DEFAULTS)}."


def test_an_unknown_key_cannot_be_read() -> None:
    with pytest.raises(AttributeError, match=r"no key 'SERCH'; it may hold: BASE_TEMPLATE, SEARCH"):
        _ = ogp_settings.SERCH


def test_a_setting_is_the_sites_own_or_the_default(settings: Settings) -> None:
    settings.OGP_WAGTAIL = {"JOBS": "worker"}
    assert (ogp_settings.JOBS, ogp_settings.SUBMISSION_LANGUAGE) == ("worker", "en")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_sqlite_that_takes_its_lock_late(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setitem(settings.DATABASES["default"]["OPTIONS"], "transaction_mode", "DEFERRED")
    assert "IMMEDIATE" in (warnings()["ogp_wagtail.W002"].hint or "")


def test_languages_that_are_listed_and_switched_off(settings: Settings) -> None:
    settings.WAGTAIL_I18N_ENABLED = False
    assert "ogp_wagtail.W003" in warnings()


def test_a_multilingual_site_without_the_language_of_submission(settings: Settings) -> None:
    settings.OGP_WAGTAIL = {"SUBMISSION_LANGUAGE": "pt"}
    assert "(en, es, fr)" in warnings()["ogp_wagtail.W004"].msg


def test_a_site_of_one_language_need_not_have_the_language_of_submission(settings: Settings) -> None:
    settings.OGP_WAGTAIL = {"SUBMISSION_LANGUAGE": "pt"}
    settings.WAGTAIL_I18N_ENABLED = False
    settings.WAGTAIL_CONTENT_LANGUAGES = [("es", "Spanish")]
    assert warnings() == {}


def test_translations_that_go_live_by_themselves(settings: Settings) -> None:
    del settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE  # wagtail-localize's default is True
    assert "ogp_wagtail.W005" in warnings()


@pytest.mark.parametrize("method", ["direct", "redirect"])
def test_documents_served_past_the_permission_check(settings: Settings, method: str) -> None:
    settings.WAGTAILDOCS_SERVE_METHOD = method
    assert "ogp_wagtail.W006" in warnings()


class RemoteStorage(Storage):
    """A storage that is not on this machine, so it has no paths."""


def test_remote_storage_is_served_past_the_permission_check_by_default(settings: Settings) -> None:
    del settings.WAGTAILDOCS_SERVE_METHOD
    assert "ogp_wagtail.W006" not in warnings()
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": f"{__name__}.RemoteStorage"}}
    assert "'redirect'" in warnings()["ogp_wagtail.W006"].msg


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (None, "cannot be used (TemplateDoesNotExist: city.html)"),
        ("{% block content %}", "cannot be used (TemplateSyntaxError"),
        ("{% block body %}{% endblock %}", "has no block 'content'"),
    ],
)
def test_a_base_template_in_which_plans_have_no_place(
    settings: Settings, source: str | None, reason: str
) -> None:
    with_templates(settings, {} if source is None else {"city.html": source})
    assert reason in warnings()["ogp_wagtail.W007"].msg


@pytest.mark.parametrize(
    "source",
    [
        "{% block content %}{% endblock %}",
        "{% block body %}<main>{% block content %}{% endblock %}</main>{% endblock %}",
        "{% extends 'skeleton.html' %}",
        "{% extends 'skeleton.html' %}{% block body %}{% block content %}{% endblock %}{% endblock %}",
    ],
)
def test_a_base_template_whose_content_block_is_nested_or_inherited(settings: Settings, source: str) -> None:
    skeleton = "{% block body %}{% block content %}{% endblock %}{% endblock %}"
    with_templates(settings, {"city.html": source, "skeleton.html": skeleton})
    assert warnings() == {}


def with_templates(settings: Settings, sources: dict[str, str]) -> None:
    """Make ``city.html`` the base template, and these the only templates."""
    settings.OGP_WAGTAIL = {"BASE_TEMPLATE": "city.html"}
    options = {"loaders": [("django.template.loaders.locmem.Loader", sources)]}
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": options},
    ]


def test_mails_whose_links_lead_nowhere(settings: Settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = None
    assert "ogp_wagtail.W008" in warnings()


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_this_sqlite_has_full_text_search() -> None:
    assert "ogp_wagtail.W009" not in warnings(databases=["default"])


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_a_sqlite_without_full_text_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ogp_wagtail.checks.has_fts5", lambda: False)
    assert "ogp_wagtail.W009" in warnings(databases=["default"])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_a_plain_check_does_not_open_the_database() -> None:
    # No ``django_db`` mark: the database is locked away, and asking it would fail this test.
    assert warnings(databases=[]) == {}
