"""The demo's content: read from its files, with the days of its story told in the language of each text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from django.utils.formats import date_format
from django.utils.translation import override

from ogp_wagtail.exchange.demo.story import day

FOLDER: Final = Path(__file__).parent / "content"


def facts() -> dict[str, Any]:
    """What is so, whatever the language."""
    return read("facts")


def said_in(language: str, today: date) -> dict[str, Any]:
    """What is said in "es" or "en"."""
    told: dict[str, Any] = told_with(days_of_the_story(language, today), read(language))
    return told


def words_of_files(today: date) -> dict[str, Any]:
    """What stands in the files: Spanish, whatever the site speaks."""
    told: dict[str, Any] = told_with(days_of_the_story("es", today), read("documents"))
    return told


@cache
def read(name: str) -> dict[str, Any]:
    """One of the files. Nobody changes what it returns."""
    content: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return content


def days_of_the_story(language: str, today: date) -> Mapping[str, str]:
    """The days to which texts refer, by name, as the language writes them."""
    known = facts()
    offsets = {name: one["held_on"] for name, one in known["meetings"].items()}
    offsets |= {"filed_on": known["plan"]["filed_on"], "agreed_on": known["coalition"]["agreed_on"]}
    offsets |= {"call": known["evidence"]["call"]["dated_on"]}
    with override(language):
        days = {name: date_format(day(offset, today), "DATE_FORMAT") for name, offset in offsets.items()}
    return days | {"last_year": str(day(known["plan"]["period_start"], today).year - 1)}


def told_with(days: Mapping[str, str], content: Any) -> Any:
    """The content with its days filled into every text."""
    if isinstance(content, dict):
        return {key: told_with(days, value) for key, value in content.items()}
    if isinstance(content, list):
        return [told_with(days, value) for value in content]
    return content.format_map(days) if isinstance(content, str) else content
