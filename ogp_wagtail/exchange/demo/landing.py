"""Where the demo's pages go: the site's own landing pages, or new ones, in the languages of the demo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from wagtail.coreutils import get_content_languages
from wagtail.models import Collection, Locale, Page, Site

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence.documents import collection
from ogp_wagtail.exchange.demo.content import said_in
from ogp_wagtail.exchange.demo.made import Made
from ogp_wagtail.exchange.demo.prose import fill
from ogp_wagtail.exchange.new_plan.landing import landing_page
from ogp_wagtail.pages.models import OpenGovernmentPage


@dataclass(frozen=True, slots=True)
class Place:
    """A language of the demo: the site's locale, the texts, and the landing page."""

    locale: Locale
    said: dict[str, Any]
    landing: OpenGovernmentPage


def make_places(today: date, made: Made) -> tuple[Place, Place | None]:
    """The place of the demo's working language and, where it is not English and the site can, the English one."""
    if not Collection.objects.filter(name=ogp_settings.EVIDENCE_COLLECTION).exists():
        made.note(collection())
    working = working_locale()
    language = "es" if is_spanish(working) else "en"
    own = make_place(working, language, today, made)
    english = english_locale(made) if language == "es" else None
    return own, make_place(english, "en", today, made) if english else None


def working_locale() -> Locale:
    """Spanish where the site has it, else the site's own language."""
    default = Locale.get_default()
    others = Locale.objects.order_by("language_code")
    return next((one for one in (default, *others) if is_spanish(one)), default)


def is_spanish(locale: Locale) -> bool:
    """Whether a locale is Spanish of whatever country."""
    return bool(locale.language_code.partition("-")[0] == "es")


def english_locale(made: Made) -> Locale | None:
    """The language in which OGP takes a plan; added to a site that offers it and has not used it yet."""
    code = ogp_settings.SUBMISSION_LANGUAGE
    known = Locale.objects.filter(language_code=code).first()
    if known or not getattr(settings, "WAGTAIL_I18N_ENABLED", False) or code not in get_content_languages():
        return known
    locale = Locale.objects.create(language_code=code)
    made.note(locale)
    return locale


def make_place(locale: Locale, language: str, today: date, made: Made) -> Place:
    """The landing page in one language; a new one, and a home page made for it, are noted."""
    said = said_in(language, today)
    before = set(Page.objects.values_list("pk", flat=True).filter(pk__in=around()))
    landing = landing_page(locale)
    new = Page.objects.filter(pk__in=around()).exclude(pk__in=before)
    made.note(*new)
    if landing.pk not in before:
        introduce(landing, said["landing"])
    return Place(locale, said, landing)


def around() -> Any:
    """The pages that making a landing page may add: landing pages and the home page in each language."""
    root = Site.objects.filter(is_default_site=True).values_list("root_page__translation_key", flat=True)
    return [
        *OpenGovernmentPage.objects.values_list("pk", flat=True),
        *Page.objects.filter(translation_key__in=root).values_list("pk", flat=True),
    ]


def introduce(landing: OpenGovernmentPage, said: dict[str, Any]) -> None:
    """Put the texts into a new landing page. Its address stays: a changed one would leave a redirect behind."""
    fill(landing, said)
    landing.show_in_menus = True
    landing.save_revision().publish()
