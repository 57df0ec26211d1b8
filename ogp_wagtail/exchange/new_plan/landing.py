"""The landing page of the site in one language: the one there is, or a new one, published."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale, Page, Site

from ogp_wagtail.exchange.errors import WrongInput
from ogp_wagtail.pages.models import OpenGovernmentPage


def locale_of(language: str) -> Locale:
    """The site's locale of this language, its default where none is named.

    A language that the site's settings allow and nobody has used yet gets its locale. Raises ``WrongInput``.
    """
    if not language:
        return Locale.get_default()
    known = Locale.objects.filter(language_code=language).first()
    if known:
        return known
    allowed = dict(get_content_languages())
    if language in allowed and getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return Locale.objects.create(language_code=language)
    codes = {*allowed, *Locale.objects.values_list("language_code", flat=True)}
    message = _("this site has no language “%(language)s”; it has: %(codes)s")
    raise WrongInput("--language", message % {"language": language, "codes": ", ".join(sorted(codes))})


def landing_page(locale: Locale) -> OpenGovernmentPage:
    """The default site's landing page in this locale; made and published where there is none."""
    root = _site_root()
    roots = root.get_translations(inclusive=True)
    pages = OpenGovernmentPage.objects.filter(alias_of__isnull=True).order_by("-live", "path")
    there: list[OpenGovernmentPage] = [page for one in roots for page in pages.descendant_of(one)]
    for page in there:
        if page.locale_id == locale.pk:
            return page
    page = _new(locale, beside=there[0] if there else None)
    _home(root, locale).add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def _site_root() -> Page:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise WrongInput("CODE", _("this Wagtail has no default site; add one under Settings → Sites first"))
    return site.root_page.specific


def _home(root: Page, locale: Locale) -> Page:
    """The root page in this locale; where it has no translation, an alias of it, as Wagtail makes them."""
    if root.locale_id == locale.pk or not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return root
    there = root.get_translation_or_none(locale)
    return there or root.copy_for_translation(locale, copy_parents=True, alias=True)


def _new(locale: Locale, beside: OpenGovernmentPage | None) -> OpenGovernmentPage:
    """A landing page; it is the same page in another language where the site has one already."""
    with translation.override(locale.language_code):
        page = OpenGovernmentPage(title=_("Open government"), locale=locale, live=False)
    if beside:
        page.translation_key = beside.translation_key
    return page
