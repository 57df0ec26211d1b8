"""Who agrees to a commitment that is added after its plan was filed (COCR-09)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ogp_wagtail.members.models import Organisation
from ogp_wagtail.plans.models.commitment import Commitment


class AgreementFields(models.Model):
    """A stakeholder that took part in co-creation agrees to a later commitment."""

    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"sector": "ngs"},
    )
    agreed_on = models.DateField(_("agreed on"))
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("minutes or letter"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.organisation)


class Agreement(AgreementFields):
    """An agreement on record."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="agreements")
    # What a page may lose, since its drafts outlive any file, the record may not: it proves the agreement (COCR-09).
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("minutes or letter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["agreed_on", "pk"]
