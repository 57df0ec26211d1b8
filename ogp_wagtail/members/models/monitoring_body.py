"""The independent bodies that assess plans."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.members.models.people import Organisation, Person


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
        Organisation,
        verbose_name=_("approved by"),
        blank=True,
        related_name="+",
        help_text=_("Non-governmental stakeholders that took part in co-creation (MB-03)."),
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person who files its reports"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("With the log-in of this person, and no other, reports are filed (ROLE-09)."),
    )
    independence = models.TextField(
        _("independence"),
        blank=True,
        help_text=_(
            "What ensures that it is independent. A body within the co-creation space names its safeguards, "
            "for instance that its members implement nothing (MB-04)."
        ),
    )
    resources = models.TextField(
        _("means"),
        blank=True,
        help_text=_("What it gets for its work and from whom: days a report, money, help (MB-05)."),
    )
    uses_guidance = models.BooleanField(
        _("uses the guidance of OGP Local and the IRM"), default=False, help_text=_("Encouraged (MB-07).")
    )
    support_requested_on = models.DateField(
        _("Support Unit asked on"),
        null=True,
        blank=True,
        help_text=_("It can find a trained researcher or a peer; nobody has to ask (MB-11)."),
    )
    su_notified_on = models.DateField(
        _("Support Unit told on"),
        null=True,
        blank=True,
        help_text=_("Only for a body that replaced another while the plan ran (MB-12)."),
    )
    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Minutes of the approval, terms of reference or a statement of independence."),
    )

    class Meta:
        verbose_name = _("monitoring body")
        verbose_name_plural = _("monitoring bodies")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
