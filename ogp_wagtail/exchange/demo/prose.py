"""Texts of one language put into a page and its rows: the same for the page that is made and for its translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Any

from django.utils.text import slugify
from wagtail.fields import RichTextField


def fill(page: Any, said: Mapping[str, Any]) -> None:
    """Put texts into a page. A text goes into its field; a list goes into the rows of its relation, in order."""
    for name, value in said.items():
        if isinstance(value, list):
            for row, texts in zip(getattr(page, name).get_object_list(), value, strict=True):
                fill(row, texts)
        else:
            field = page._meta.get_field(name)
            setattr(page, name, rich(value) if isinstance(field, RichTextField) else value.strip())


def slug(said: Mapping[str, Any]) -> str:
    """The address that a page's title gives it."""
    address: str = slugify(said["title"])
    return address[:80].strip("-")


def rich(text: str) -> str:
    """Paragraphs divided by empty lines, and lists of lines that begin with a dash, as HTML."""
    return "".join(block for part in text.strip().split("\n\n") for block in blocks(part.splitlines()))


def blocks(lines: list[str]) -> Iterator[str]:
    """Neighbouring lines as one paragraph, neighbouring items as one list."""
    for is_list, some in groupby(lines, lambda line: line.startswith("- ")):
        if is_list:
            yield "<ul>" + "".join(f"<li>{escape(line[2:], quote=False)}</li>" for line in some) + "</ul>"
        else:
            yield f"<p>{escape(' '.join(some), quote=False)}</p>"
