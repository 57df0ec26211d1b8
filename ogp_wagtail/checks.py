"""What a host site should change, and why: Django's system checks.

Warnings only. The package works without any setting; each of these is something that will hurt later.
No check opens a network connection; those that look at the database itself run under ``migrate`` and
``check --database`` alone.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.core.files.storage import default_storage
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines
from django.template.backends.django import DjangoTemplates
from django.template.backends.django import Template as DjangoTemplate
from django.template.loader_tags import BlockNode, ExtendsNode

from ogp_wagtail.conf import DEFAULTS, given, ogp_settings


@register(Tags.compatibility)
def known_keys(**kwargs: Any) -> list[CheckMessage]:
    """W001: a misspelt key is a setting that silently does nothing."""
    return [
        Warning(
            f"OGP_WAGTAIL has the key {key!r}, which means nothing.",
            hint=f"{suggestion(key)}It may hold: {', '.join(DEFAULTS)}.",
            id="ogp_wagtail.W001",
        )
        for key in given()
        if key not in DEFAULTS
    ]


def suggestion(key: object) -> str:
    """The known key that was probably meant, as the beginning of a hint."""
    close = get_close_matches(str(key).upper(), DEFAULTS, n=1)
    return f"Did you mean {close[0]!r}? " if close else ""


@register(Tags.compatibility)
def sqlite_waits_for_its_lock(**kwargs: Any) -> list[CheckMessage]:
    """W002: by default two editors at once make SQLite answer "database is locked"."""
    options = settings.DATABASES[DEFAULT_DB_ALIAS].get("OPTIONS", {})
    if not on_sqlite() or str(options.get("transaction_mode", "")).upper() in {"IMMEDIATE", "EXCLUSIVE"}:
        return []
    return [
        Warning(
            "SQLite takes its write lock late, so two people who save at once may get 'database is locked'.",
            hint='Set DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20}.',
            id="ogp_wagtail.W002",
        )
    ]


@register(Tags.translation)
def several_languages_are_enabled(**kwargs: Any) -> list[CheckMessage]:
    """W003: languages that are listed but switched off; editors would find no way to translate a plan."""
    if len(content_languages()) < 2 or getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    return [
        Warning(
            "WAGTAIL_CONTENT_LANGUAGES lists several languages, but WAGTAIL_I18N_ENABLED is not True, "
            "so no page can be translated.",
            hint="Set WAGTAIL_I18N_ENABLED = True, or list one language.",
            id="ogp_wagtail.W003",
        )
    ]


@register(Tags.translation)
def submission_language_is_offered(**kwargs: Any) -> list[CheckMessage]:
    """W004: OGP takes plans in English; a multilingual site should be able to hold the English text."""
    wanted = ogp_settings.SUBMISSION_LANGUAGE
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False) or wanted in content_languages():
        return []
    return [
        Warning(
            f"An action plan is submitted in {wanted!r}, which is not among WAGTAIL_CONTENT_LANGUAGES "
            f"({', '.join(content_languages())}), so its submitted text would have no page on this site.",
            hint=f"Add {wanted!r} to WAGTAIL_CONTENT_LANGUAGES, or set OGP_WAGTAIL['SUBMISSION_LANGUAGE'].",
            id="ogp_wagtail.W004",
        )
    ]


def content_languages() -> list[str]:
    """The codes of the languages in which the site has pages."""
    listed: Sequence[tuple[str, Any]] = getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", ())
    return [code for code, _name in listed] or [settings.LANGUAGE_CODE]


@register(Tags.translation)
def translations_wait_for_a_person(**kwargs: Any) -> list[CheckMessage]:
    """W005: with wagtail-localize's default, a half-translated plan goes live by itself."""
    name = "WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE"
    if not apps.is_installed("wagtail_localize") or not getattr(settings, name, True):
        return []
    return [
        Warning(
            f"{name} is not False, so a published plan sent to translation goes live untranslated.",
            hint=f"Set {name} = False; somebody then publishes the translation when it is ready.",
            id="ogp_wagtail.W005",
        )
    ]


@register(Tags.security)
def documents_are_served_with_permission(**kwargs: Any) -> list[CheckMessage]:
    """W006: direct addresses pass by the privacy of collections."""
    method = getattr(settings, "WAGTAILDOCS_SERVE_METHOD", None) or default_serve_method()
    if method not in {"direct", "redirect"}:
        return []
    return [
        Warning(
            f"WAGTAILDOCS_SERVE_METHOD is {method!r}: whoever has the address of a file in storage can read "
            "it, evidence in a private collection included.",
            hint="Set WAGTAILDOCS_SERVE_METHOD = 'serve_view', or keep the storage's addresses signed.",
            id="ogp_wagtail.W006",
        )
    ]


def default_serve_method() -> str:
    """What Wagtail does where nothing is set: it sends readers to a storage that is not on this machine."""
    try:
        default_storage.path("")
    except NotImplementedError:
        return "redirect"
    return "serve_view"


@register(Tags.templates)
def base_template_has_a_content_block(**kwargs: Any) -> list[CheckMessage]:
    """W007: our pages fill the block ``content`` of the site's own base template."""
    name = ogp_settings.BASE_TEMPLATE
    engine = next((engine for engine in engines.all() if isinstance(engine, DjangoTemplates)), None)
    try:
        found = engine is not None and "content" in block_names(engine.get_template(name))
    except (TemplateDoesNotExist, TemplateSyntaxError) as error:
        return [no_base(f"The base template {name!r} cannot be used ({type(error).__name__}: {error})")]
    return [] if found else [no_base(f"The base template {name!r} has no block 'content'")]


def no_base(reason: str) -> CheckMessage:
    """The warning of W007 for one reason."""
    return Warning(
        f"{reason}, so plans and commitments have no place to appear.",
        hint="Name the template of your site that has {% block content %} in OGP_WAGTAIL['BASE_TEMPLATE'].",
        id="ogp_wagtail.W007",
    )


def block_names(template: DjangoTemplate) -> set[str]:
    """The blocks that a template defines, those of its ancestors with a literal name included."""
    nodelist: Any = template.template.nodelist  # the nodes' own attributes are not in Django's stubs
    names = {node.name for node in nodelist.get_nodes_by_type(BlockNode)}
    for node in nodelist.get_nodes_by_type(ExtendsNode):
        if isinstance(node.parent_name.var, str):
            names |= block_names(template.backend.get_template(node.parent_name.var))
    return names


@register(Tags.urls)
def mails_have_whole_addresses(**kwargs: Any) -> list[CheckMessage]:
    """W008: a mail or a calendar entry has no request from which to take the site's address."""
    if getattr(settings, "WAGTAILADMIN_BASE_URL", None):
        return []
    return [
        Warning(
            "WAGTAILADMIN_BASE_URL is not set, so links in e-mails and calendars lead nowhere.",
            hint='Set WAGTAILADMIN_BASE_URL = "https://your-city.example".',
            id="ogp_wagtail.W008",
        )
    ]


@register(Tags.database)
def sqlite_has_full_text_search(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """W009: evidence search on SQLite needs FTS5, which some builds of Python leave out."""
    if DEFAULT_DB_ALIAS not in (databases or ()) or not on_sqlite() or has_fts5():
        return []
    return [
        Warning(
            "This SQLite was built without FTS5, so evidence cannot be searched.",
            hint="Use a Python whose sqlite3 has FTS5, or PostgreSQL.",
            id="ogp_wagtail.W009",
        )
    ]


def on_sqlite() -> bool:
    """Whether the site's data are in SQLite."""
    return connections[DEFAULT_DB_ALIAS].vendor == "sqlite"


def has_fts5() -> bool:
    """Asks SQLite itself which options it was built with."""
    try:
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")
            return cursor.fetchone() is not None
    except OperationalError:  # SQLite before 3.16 cannot be asked
        return False
