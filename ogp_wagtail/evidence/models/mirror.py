"""What an index outside of the database has still to be told, and how far it is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexChange(models.Model):
    """A passage whose copy in the index is old or wrong. Written in the transaction of the change.

    It names no change: whoever brings the copy into step looks what the passage is then. So it may be done
    again, in any order, and a passage that is named twice costs only time.
    """

    passage = models.BigIntegerField()  # not a foreign key: of a passage that is gone the copy has to go too

    class Meta:
        verbose_name = _("change of the search index")
        verbose_name_plural = _("changes of the search index")

    def __str__(self) -> str:
        return str(self.passage)


class IndexMirror(models.Model):
    """The one row about the index outside: who writes to it until when, what is being filled and how far.

    One writer at a time, so that an old copy never arrives after a new one. ``filling`` is the name of the
    index that is to take the present one's place, ``filled_to`` the last passage that it holds.
    """

    writer = models.CharField(max_length=32, blank=True)
    writes_until = models.DateTimeField(null=True)
    filling = models.CharField(max_length=200, blank=True)
    filled_to = models.BigIntegerField(default=0)
    compared_at = models.DateTimeField(_("compared with the database on"), null=True)
    away_since = models.DateTimeField(_("away since"), null=True)
    error = models.CharField(_("error"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("search server")
        verbose_name_plural = _("search servers")

    def __str__(self) -> str:
        return self.filling or self.error
