"""What wagtail-localize keeps of pages that are gone: the strings and templates of their texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps


def strings_of(pages: Sequence[Any]) -> dict[str, list[int]]:
    """The strings and templates that occur in these pages, by model."""
    if not apps.is_installed("wagtail_localize"):
        return {}
    keys = [page.translation_key for page in pages]
    return {
        part: list(
            apps.get_model("wagtail_localize", f"{part}segment")
            .objects.filter(source__object__in=keys)
            .values_list(part, flat=True)
        )
        for part in ("string", "template")
    }


def forget_translations(pages: Sequence[Any], strings: dict[str, list[int]]) -> None:
    """Delete what is left of the translations, and strings and templates that no other page uses."""
    if not strings:
        return
    keys = [page.translation_key for page in pages]
    apps.get_model("wagtail_localize", "translatableobject").objects.filter(pk__in=keys).delete()
    unused = {
        "string": {"segments": None, "translations": None},
        "template": {"segments": None},
    }
    for part, conditions in unused.items():
        rows = apps.get_model("wagtail_localize", part).objects.filter(pk__in=strings[part])
        rows.filter(**conditions).delete()
