"""Letters of local civil society on violations of civic space: seen by few, and changing nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ogp_wagtail.handbook.facts import CivicSpaceCaseFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.handbook.status import case_state, check_case
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members.models.jurisdiction import Jurisdiction
from ogp_wagtail.members.models.people import Organisation


class CivicSpaceCase(LawfulModel):
    """A case opened by a letter (STAT-18). It goes into no facts, no export and nothing public.

    Its name tells neither the member nor the sender, since it can turn up in lists of what uses a document.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name=_("member"), on_delete=models.PROTECT, related_name="+"
    )
    received_on = models.DateField(_("letter received on"))
    letter = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("letter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Put it into a collection that only those may open who handle such cases."),
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("sender"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"sector": "ngs"},
        help_text=_(
            "Local civil society and other non-governmental stakeholders write such letters (STAT-18)."
        ),
    )
    sender = models.CharField(
        _("sender in other words"), max_length=255, blank=True, help_text=_("Where no organisation is named.")
    )
    outcome = models.TextField(
        _("outcome"), blank=True, help_text=_("What came of it, case by case. No status follows by itself.")
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("letter on civic space")
        verbose_name_plural = _("letters on civic space")
        ordering = ["-received_on", "-pk"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk or ''}".strip()

    def facts(self) -> CivicSpaceCaseFacts:
        """The case as the handbook asks about it: without its sender."""
        side = self.organisation.sector if self.organisation else "ngs"
        return CivicSpaceCaseFacts(str(self.pk), self.received_on, side, self.outcome, self.closed_on)

    @property
    def state(self) -> str:
        """Under review until it is closed."""
        return case_state(self.facts())

    def law(self) -> Iterator[Finding]:
        """What the handbook says of the case (STAT-18)."""
        yield from check_case(self.facts())
