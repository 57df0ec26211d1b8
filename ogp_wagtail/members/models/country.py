"""Countries that take part in the Open Government Partnership."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Country(models.Model):
    """A country that takes part in the Open Government Partnership (ELIG-01)."""

    code = models.CharField(
        _("code"), max_length=2, unique=True, help_text=_("Two letters, ISO 3166-1, for instance CO.")
    )
    name = models.CharField(_("name"), max_length=100)
    ogp_member = models.BooleanField(_("member of OGP"), default=True)
    good_standing = models.BooleanField(
        _("in good standing"),
        default=True,
        help_text=_("Only jurisdictions of member countries in good standing may apply to join (ELIG-01)."),
    )

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.code = self.code.upper()
        super().save(*args, **kwargs)
