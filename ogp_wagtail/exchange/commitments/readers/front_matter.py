"""The front matter of a Markdown file: YAML between two lines of dashes, read with patience."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml
from django.utils.translation import gettext as _

_FENCED = re.compile(r"\s*---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)(.*)", re.S | re.M)
_LINE = re.compile(r"([A-Za-z][\w .-]*?)[ \t]*:(?:[ \t]+(.*)|\s*)$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Keys with their text, and the body below. ``note`` says how it was read, ``fault`` why it was not."""

    values: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    note: str = ""
    fault: str = ""


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a file's text."""
    match = _FENCED.match(text)
    if match is None:
        return FrontMatter(fault=_("it has no front matter, so it is no commitment"))
    try:
        return FrontMatter(_by_yaml(match[1]), match[2].strip())
    except (yaml.YAMLError, ValueError, RecursionError):
        note = _("its front matter is not valid YAML and was read line by line")
        return FrontMatter(_by_line(match[1]), match[2].strip(), note)


def _by_yaml(text: str) -> dict[str, str]:
    # The base loader makes text of everything: "0113" stays a code, and a date stays as it was written.
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it builds text, lists and dictionaries only
    if not isinstance(data, dict):
        raise ValueError("no keys")
    return {str(key): _text(value) for key, value in data.items()}


def _text(value: object) -> str:
    """A value as text; a list as a cell holds it. Deeper structures mean nothing to us (and may be bombs)."""
    if isinstance(value, list):
        return ";".join(one for one in value if isinstance(one, str))
    return value if isinstance(value, str) else ""


def _by_line(text: str) -> dict[str, str]:
    """``key: value`` lines; a line that is none continues the value above it."""
    values: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        if match := _LINE.match(line):
            key = match[1]
            values[key] = match[2] or ""
        elif key:
            values[key] += f"\n{line}"
    return {key: value.strip().strip("\"'").strip() for key, value in values.items()}
