"""The text of a file or a page, in pieces that know where they stand."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence.models.entry import SearchEntry
from ogp_wagtail.evidence.models.item import EvidenceVersion


class Passage(models.Model):
    """A page, slide, message, range of a sheet, text under a heading or part of a text, of at most about 8 kB.

    Of a file it belongs to a version. A thing without text has one empty passage, to be found by its title.
    ``stems`` and ``words`` are the tokens under which it is indexed. They are kept because an index without a
    copy of the text can take out only what it is told word by word, and because the ranking reads them.
    """

    class Kind(models.TextChoices):
        PAGE = "page", _("page")
        SLIDE = "slide", _("slide")
        SHEET = "sheet", _("sheet")
        HEADING = "heading", _("section")
        MESSAGE = "message", _("message")
        PART = "part", _("part")
        TITLE = "title", _("title")

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="passages")
    version = models.ForeignKey(
        EvidenceVersion, null=True, blank=True, on_delete=models.CASCADE, related_name="passages"
    )
    number = models.PositiveIntegerField()
    place_kind = models.CharField(max_length=10, choices=Kind.choices)
    place_number = models.PositiveIntegerField(null=True)
    place_name = models.CharField(max_length=255, blank=True)
    place_range = models.CharField(max_length=60, blank=True)
    place_anchor = models.CharField(max_length=80, blank=True)
    heading = models.CharField(max_length=255, blank=True)
    language = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    stems = models.TextField(blank=True)
    words = models.TextField(blank=True)

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["entry", "version", "number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="ogp_passage_number")]

    def __str__(self) -> str:
        return self.place_in_words

    @property
    def place(self) -> dict[str, Any]:
        """The place as commands and the API print it, without its empty parts."""
        parts = {
            "kind": self.place_kind,
            "number": self.place_number,
            "name": self.place_name,
            "range": self.place_range,
        }
        return {key: value for key, value in parts.items() if value not in (None, "")}

    @property
    def place_in_words(self) -> str:
        """The place as a reader says it: "page 7", "slide 3", "sheet Budget, A1:F40", "section Decisions", "part 2"."""
        sheet = gettext("sheet %(name)s, %(range)s") if self.place_range else gettext("sheet %(name)s")
        words = {
            self.Kind.PAGE: gettext("page %(number)s"),
            self.Kind.SLIDE: gettext("slide %(number)s"),
            self.Kind.MESSAGE: gettext("message %(number)s"),
            self.Kind.SHEET: sheet,
            self.Kind.HEADING: gettext("section %(name)s"),
            self.Kind.PART: gettext("part %(number)s"),
            self.Kind.TITLE: gettext("title"),
        }
        return words[self.Kind(self.place_kind)] % {
            "number": self.place_number,
            "name": self.place_name,
            "range": self.place_range,
        }

    @property
    def anchor(self) -> str:
        """The id of this passage where it is read: ``page-7``, ``p12`` for the twelfth passage, or the page's own.

        Empty where a thing was found by its title alone.
        """
        if self.place_anchor or self.place_kind == self.Kind.TITLE:
            return self.place_anchor
        if self.place_kind == self.Kind.PAGE and self.place_number:
            return f"page-{self.place_number}"
        return f"p{self.number}"
