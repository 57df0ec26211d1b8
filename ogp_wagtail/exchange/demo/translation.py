"""The English of the demo's pages: by wagtail-localize where the site has it, else as ordinary copies.

Facts stay with the source; only texts are translated, and each of them, so that nothing waits for a translator.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial, reduce
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from ogp_wagtail.exchange.demo.landing import Place
from ogp_wagtail.exchange.demo.plan import DemoPlan
from ogp_wagtail.exchange.demo.prose import fill, slug

try:
    from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
    from wagtail_localize.segments import StringSegmentValue
    from wagtail_localize.segments.extract import extract_segments
except (ImportError, RuntimeError):  # not installed, or not among the site's apps
    TranslationSource = None


def has_localize() -> bool:
    """Whether the site translates with wagtail-localize."""
    return TranslationSource is not None and apps.is_installed("wagtail_localize")


def translate(plan: DemoPlan, english: Place, author: Any) -> None:
    """Publish each page of the plan in English too."""
    one = with_localize if has_localize() else as_a_copy
    for path, page in plan.pages.items():
        said = reduce(lambda content, key: content[key], path, english.said)
        one(page, said, english.locale, author)
    transaction.on_commit(partial(forget_redirects, plan))  # Wagtail makes them after the commit too


def forget_redirects(plan: DemoPlan) -> None:
    """A translation begins with its source's address; nobody ever saw it there, so nobody is led away from it."""
    if apps.is_installed("wagtail.contrib.redirects"):
        keys = [page.translation_key for page in plan.pages.values()]
        redirects = apps.get_model("wagtailredirects", "Redirect").objects
        redirects.filter(redirect_page__translation_key__in=keys, automatically_created=True).delete()


def with_localize(page: Any, said: Mapping[str, Any], locale: Locale, author: Any) -> None:
    """Translate every text as a translator does, save the English page as a draft, and publish it."""
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    for value, segment in texts_to_translate(source, said):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={
                "data": value.string.data,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "last_translated_by": author,
                "updated_at": timezone.now(),
            },
        )
    translation.save_target(user=author, publish=False)
    translation.get_target_instance().get_latest_revision().publish(user=author)


def texts_to_translate(source: Any, said: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    """Each English text beside the segment that it translates: found by its field, and its order within."""
    instance = source.as_instance()
    instance.slug = slug(said)
    fill(instance, said)
    values = [one for one in extract_segments(instance) if isinstance(one, StringSegmentValue)]
    segments = StringSegment.objects.filter(source=source).select_related("string", "context")
    known = {(one.context.path, one.order): one for one in segments}
    return [(value, known[value.path, value.order]) for value in values]


def as_a_copy(page: Any, said: Mapping[str, Any], locale: Locale, author: Any) -> None:
    """Wagtail's own copy for translation, with the English texts in it."""
    copy = page.copy_for_translation(locale)
    copy.slug = slug(said)
    fill(copy, said)
    copy.save_revision(user=author).publish(user=author)
