"""What facets count: one row for all things that are alike in it, so that counting a million hits stays cheap."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.evidence.facets import TraitsQuerySet
from ogp_wagtail.plans.models import Plan


class Traits(models.Model):
    """A plan, a kind of thing, a type of evidence, a type of file, a language, a year, commitments and cities.

    ``commitments`` (keys) and ``cities`` (primary keys) stand between blanks, for a thing may be about several.
    ``signature`` is the digest of all of them: there is one row for each combination.
    """

    class What(models.TextChoices):
        FILE = "file", _("files")
        LINK = "link", _("links")
        PLAN = "plan", _("action plans")
        COMMITMENT = "commitment", _("commitments")
        MEETING = "meeting", _("meetings")
        REPORT = "report", _("reports")

    signature = models.CharField(max_length=64, unique=True)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=10, choices=What.choices)
    kind = models.CharField(max_length=60, blank=True)
    file_type = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=20, blank=True)
    year = models.CharField(max_length=4, blank=True)
    commitments = models.TextField(blank=True)
    cities = models.TextField(blank=True)

    objects = TraitsQuerySet.as_manager()

    class Meta:
        verbose_name = _("what facets count")
        verbose_name_plural = _("what facets count")

    def __str__(self) -> str:
        return self.signature
