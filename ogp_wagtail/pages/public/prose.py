"""The words of a page: each text in the visitor's language where it is written, else in the plan's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ogp_wagtail.pages.facts import plain


@dataclass(frozen=True, slots=True)
class Text:
    """Words and the language they are in; ``label`` is the name of the form's item they answer."""

    value: str
    language: str
    label: Any = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a page (a goal, a foreword, a space) in the plan's own language, with its words for the visitor."""

    source: Any
    text: Text


def language_of(page: Any, working: str) -> str:
    """The language in which a page is written: an alias repeats the plan's own."""
    return working if page.alias_of_id else page.locale.language_code


class Prose:
    """The words of ``page``, and of ``source``, its page in the plan's working language, where it lacks some."""

    def __init__(self, page: Any, source: Any | None = None, working: str = "") -> None:
        self.page, self.source = page, source or page
        self.working = working or page.locale.language_code
        self.language = language_of(page, self.working)
        self._read: dict[tuple[Any, str], list[Any]] = {}

    def text(self, name: str) -> Text | None:
        """One text of the page, or None where it is empty in both languages."""
        label = self.page._meta.get_field(name).verbose_name
        for page, language in ((self.page, self.language), (self.source, self.working)):
            value = getattr(page, name)
            if plain(value):
                return Text(value, language, label, name)
        return None

    def texts(self, names: Iterable[str]) -> list[Text]:
        """The filled ones of these texts, in their order."""
        return [text for name in names if (text := self.text(name))]

    def rows(self, relation: str, name: str) -> list[Row]:
        """The rows of a relation as the plan's own page has them, each with its text ``name`` for the visitor."""
        return [
            Row(one, self.row_text(relation, one.translation_key, name, getattr(one, name)))
            for one in self._all(self.source, relation)
        ]

    def row_text(self, relation: str, key: Any, name: str, otherwise: str) -> Text:
        """The text of the row with this key; ``otherwise`` where neither page has it."""
        for page, language in ((self.page, self.language), (self.source, self.working)):
            for row in self._all(page, relation):
                if row.translation_key == key and getattr(row, name):
                    return Text(getattr(row, name), language)
        return Text(otherwise, self.working)

    def _all(self, page: Any, relation: str) -> list[Any]:
        """The rows of a relation, asked once: a page forgets what it read."""
        if (page.pk, relation) not in self._read:
            self._read[page.pk, relation] = list(getattr(page, relation).all())
        return self._read[page.pk, relation]
