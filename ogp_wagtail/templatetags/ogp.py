"""Small words for templates: labels of vocabularies, days, languages of parts, states with their shapes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info

from ogp_wagtail.fields import label
from ogp_wagtail.handbook import vocabularies

register = template.Library()

SHAPES = {"not-started": "○", "in-progress": "◐", "finished": "●", "stuck": "▲", "incomplete": "■"}


@register.filter
def words(slug: str, vocabulary: str) -> str:
    """``{{ row.scope|words:"SCOPES" }}``: the label of a vocabulary's entry in the active language."""
    return label(getattr(vocabularies, vocabulary), slug) if slug else ""


@register.filter
def day(value: date | None) -> SafeString | str:
    """``{{ row.end|day }}``: a ``<time>`` with the date as the reader's language writes it; empty without a date."""
    if value is None:
        return ""
    iso = (value.date() if isinstance(value, datetime) else value).isoformat()
    return format_html('<time datetime="{}">{}</time>', iso, date_format(value, "DATE_FORMAT"))


@register.filter
def month(value: date | None) -> SafeString | str:
    """``{{ milestone.end_month|month }}``: a ``<time>`` with month and year; empty without a date."""
    if value is None:
        return ""
    written = date_format(value, "YEAR_MONTH_FORMAT")
    return format_html('<time datetime="{}">{}</time>', f"{value:%Y-%m}", written)


@register.simple_tag
def in_language(code: str) -> SafeString | str:
    """``<div{% in_language text.language %}>``: ``lang`` and ``dir`` where they differ from the page's."""
    active = get_language() or ""
    if not code or code == active:
        return ""
    if _is_rtl(code) == _is_rtl(active):
        return format_html(' lang="{}"', code)
    return format_html(' lang="{}" dir="{}"', code, "rtl" if _is_rtl(code) else "ltr")


def _is_rtl(code: str) -> bool:
    try:
        return bool(get_language_info(code)["bidi"])
    except KeyError:  # a language that Django does not know
        return False


@register.inclusion_tag("ogp_wagtail/parts/status.html")
def milestone_status(slug: str) -> dict[str, Any]:
    """``{% milestone_status milestone.status %}``: the state in words, with a shape: never by colour alone."""
    return {"slug": slug, "shape": SHAPES.get(slug, "")}
