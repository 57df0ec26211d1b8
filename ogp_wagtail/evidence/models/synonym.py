"""Words that mean the same on a site, so that who looks for one finds the others."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Synonyms(models.Model):
    """Words or short phrases that mean the same: "POC, point of contact". Looked up at each search."""

    words = models.CharField(
        _("words that mean the same"),
        max_length=500,
        help_text=_("Divided by commas, for instance: POC, point of contact. Phrases are fine."),
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        """One word alone means nothing else."""
        if len(self.each()) < 2:
            raise ValidationError({"words": gettext("Give at least two, divided by commas.")})

    def each(self) -> list[str]:
        """The words or phrases, without blanks around them."""
        return [word.strip() for word in self.words.split(",") if word.strip()]
