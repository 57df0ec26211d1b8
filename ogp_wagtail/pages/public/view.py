"""What every page shows: its register row if the visitor may see it, its words, its registered parts."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from datetime import date
from html import unescape
from typing import Any, ClassVar, Final

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from ogp_wagtail.pages import registry
from ogp_wagtail.pages.public.prose import Prose

HEADING: Final = re.compile(r'<h2 id="(?P<id>[\w-]+)">(?P<title>[^<]+)</h2>')


class View(ABC):
    """Values for the template of a page, each worked out when the template first asks for it."""

    place: ClassVar[str]

    def __init__(self, page: Any, request: Any, day: date | None = None) -> None:
        self.page, self.request = page, request
        self.day = day or timezone.localdate()

    @abstractmethod
    def public_rows(self) -> QuerySet:
        """The rows of this kind that everybody may see."""

    @abstractmethod
    def all_rows(self) -> QuerySet:
        """The rows of this kind, for an editor's preview and for whom Wagtail let through a restriction."""

    @cached_property
    def row(self) -> Any | None:
        """The register's row. None where it is not public, or where nobody has published the page of the plan's
        own language: then the page is an orphan and says so.
        """
        row = self.public_rows().filter(key=self.page.key).first()
        if row is None and (self.is_preview or self._is_restricted()):
            row = self.all_rows().filter(key=self.page.key).first()
        return row

    @property
    def is_preview(self) -> bool:
        """Whether an editor looks at a draft: then the texts are the draft's, the facts those in force."""
        return bool(getattr(self.request, "is_preview", False))

    def _is_restricted(self) -> bool:
        return bool(self.page.get_view_restrictions().exists())

    @property
    def language(self) -> str:
        """The working language of the plan."""
        return self.page.locale.language_code if self.row is None else self._language_of(self.row)

    def _language_of(self, row: Any) -> str:
        return row.plan.language

    @cached_property
    def prose(self) -> Prose:
        """The words of the page."""
        page, language = self.page, self.language
        if not page.alias_of_id and page.locale.language_code == language:
            return Prose(page)
        own = (
            type(page)
            .objects.live()
            .filter(
                translation_key=page.translation_key, locale__language_code=language, alias_of__isnull=True
            )
        )
        return Prose(page, own.select_related("locale").first(), language)

    @cached_property
    def sections(self) -> list[str]:
        """The parts that other rooms have registered for this page, as safe HTML."""
        if self.row is None:
            return []
        return rendered(self.place, self.request, self.page, self.row)

    @property
    def section_headings(self) -> list[tuple[str, str]]:
        """The id and the title of each heading in those parts, for the list of what is on the page."""
        return [(found["id"], unescape(found["title"])) for found in HEADING.finditer("".join(self.sections))]


def rendered(place: str, request: Any, page: Any, row: Any | None) -> list[str]:
    """The registered parts of a page that have something to show."""
    parts = (section(request, page, row) for section in registry.sections(place))
    return [part for part in parts if part]
