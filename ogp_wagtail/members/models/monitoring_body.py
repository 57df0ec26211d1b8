"""The independent bodies that assess plans."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.members.models.people import Organisation


class MonitoringBody(models.Model):
    """The independent body that assesses one plan (MB-01, Annex 1 items 6.1 and 6.2)."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    kind = VocabularyField(_("kind"), vocabulary="MONITORING_BODY_TYPES")
    contact_name = models.CharField(_("contact person"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    address = models.TextField(_("address"), blank=True)
    approved_on = models.DateField(
        _("approved on"),
        null=True,
        blank=True,
        help_text=_("The day on which non-governmental stakeholders approved it (MB-03)."),
    )
    approved_by = models.ManyToManyField(
        Organisation, verbose_name=_("approved by"), blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("monitoring body")
        verbose_name_plural = _("monitoring bodies")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
