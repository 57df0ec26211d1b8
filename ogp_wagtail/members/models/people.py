"""Organisations and the people who belong to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.fields import VocabularyField, WebAddressField
from ogp_wagtail.handbook.facts import OrganisationFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.stakeholders import check_organisation
from ogp_wagtail.lawful import LawfulModel


class Organisation(LawfulModel):
    """A government body, a non-governmental stakeholder or another body (ROLE-07)."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    sector = VocabularyField(_("sector"), vocabulary="SIDES")
    ngs_type = VocabularyField(
        _("kind of non-governmental stakeholder"),
        vocabulary="NGS_TYPES",
        blank=True,
        help_text=_("Only for non-governmental stakeholders."),
    )
    branch = VocabularyField(
        _("branch of government"), vocabulary="BRANCHES", blank=True, help_text=_("Only for government.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    website = WebAddressField(_("website"), blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ngs_type="") | Q(sector="ngs"),
                name="ogp_organisation_one_side",
                violation_error_message=_("Only a non-governmental stakeholder has such a kind (ROLE-07)."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def law(self) -> Iterable[Finding]:
        """Government bodies are never non-governmental stakeholders (ROLE-07, V-NGS)."""
        return check_organisation(OrganisationFacts(str(self.pk), self.name, self.sector, self.ngs_type))


class Person(models.Model):
    """Somebody who holds a role; linked to a log-in where the person has one."""

    name = models.CharField(_("name"), max_length=255)
    email = models.EmailField(
        _("e-mail"), help_text=_("OGP sends the credentials of its platform to this address (ROLE-04).")
    )
    job_title = models.CharField(_("job title"), max_length=255, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("log-in"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The account with which this person works on this site."),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
