"""What OGP's Independent Reporting Mechanism published about OGP Local."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField, WebAddressField


class IrmPublication(models.Model):
    """A reflection on the use of its guidance, or its analysis of every second year (ROLE-12, ROLE-13).

    OGP publishes it; here is its address. It asks nothing of a member.
    """

    kind = VocabularyField(_("kind"), vocabulary="IRM_PUBLICATIONS")
    title = models.CharField(_("title"), max_length=255)
    url = WebAddressField(
        _("address"), help_text=_("On the website of OGP. The plan's page links to reflections (ROLE-12).")
    )
    published_on = models.DateField(_("published on"))

    class Meta:
        verbose_name = _("publication of the IRM")
        verbose_name_plural = _("publications of the IRM")
        ordering = ["-published_on", "-pk"]

    def __str__(self) -> str:
        return self.title
