"""The public website of the process (REC-01, WEB-01 to WEB-09, ROLE-12)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.fields import WebAddressField
from ogp_wagtail.members.models import Jurisdiction


class Website(models.Model):
    """The site or page of one owner of plans: what of Annex 4 it shows and does."""

    coalition = models.OneToOneField(
        Coalition,
        verbose_name=_("coalition"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="process_website",
        help_text=_("Choose a coalition or a jurisdiction, not both."),
    )
    jurisdiction = models.OneToOneField(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="process_website",
    )
    url = WebAddressField(_("address"), help_text=_("A page of the government's own site will do (REC-01)."))
    is_linked = models.BooleanField(_("linked from the home page of the government"), default=False)
    is_searchable = models.BooleanField(_("has a search"), default=False)
    shows_lead_agency = models.BooleanField(_("names the lead agency"), default=False)
    shows_contact = models.BooleanField(_("names the point of contact, with an e-mail"), default=False)
    takes_input = models.BooleanField(
        _("everybody can give input"), default=False, help_text=_("A form, an address or a forum (REC-04).")
    )
    takes_comments = models.BooleanField(
        _("updates of progress can be commented"), default=False, help_text=_("WEB-07")
    )
    strategy = WebAddressField(
        _("communication strategy"), blank=True, help_text=_("Where it can be read; suggested (WEB-08).")
    )
    updated_on = models.DateField(
        _("last updated on"),
        null=True,
        blank=True,
        help_text=_("News and minutes recorded here count by themselves (WEB-09)."),
    )
    irm_link = WebAddressField(
        _("reflections of the IRM"),
        blank=True,
        help_text=_(
            "Where OGP has published what its reporting mechanism says of the use of its guidance (ROLE-12)."
        ),
    )

    class Meta:
        verbose_name = _("website of the process")
        verbose_name_plural = _("websites of the process")
        ordering = ["url"]
        constraints = [
            models.CheckConstraint(
                condition=Q(coalition__isnull=True) ^ Q(jurisdiction__isnull=True),
                name="ogp_website_one_owner",
                violation_error_message=_("Choose a coalition or a jurisdiction, not both."),
            ),
            models.CheckConstraint(
                condition=~Q(url=""),
                name="ogp_website_address",
                violation_error_message=_("Give the address."),
            ),
        ]

    def __str__(self) -> str:
        return self.url
