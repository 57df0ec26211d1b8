"""What ranking needs to know of all passages together. A copy: it may be thrown away and made again."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

AVERAGE_LENGTH: Final = 300.0  # stems a passage, until the first rebuild has counted them


class IndexedToken(models.Model):
    """A token of the index (a stem, or a word after ``=``) and the number of passages that have it."""

    token = models.CharField(max_length=80, unique=True)
    documents = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("indexed word")
        verbose_name_plural = _("indexed words")

    def __str__(self) -> str:
        return self.token


class SearchIndex(models.Model):
    """The one row about the index: how many passages, and their average length at the last rebuild.

    The average stays the same between two rebuilds, so that engines which store it in each passage's weights
    order like the others. ``rebuild_began_at`` is set while a rebuild is under way.
    """

    passages = models.PositiveIntegerField(default=0)
    average_length = models.FloatField(default=AVERAGE_LENGTH)
    rebuild_began_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("search index")
        verbose_name_plural = _("search indexes")

    def __str__(self) -> str:
        return str(self.passages)
