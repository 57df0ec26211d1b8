"""What a letter of support consists of: its form, its eight contents, its signatories and what they have done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model_string

from ogp_wagtail.fields import VocabularyField
from ogp_wagtail.handbook.findings import Finding, error
from ogp_wagtail.handbook.vocabularies import LETTER_CONTENTS
from ogp_wagtail.handbook.words import _ as said
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel, Rows


def _place(slug: str) -> Any:
    """Where the letter covers one of its contents."""
    return models.CharField(_(LETTER_CONTENTS.label_of(slug)), max_length=100, blank=True)


class Letter(models.Model):
    """The letter itself: one document, and for each of its eight contents the page and paragraph (LOS-01 to 06)."""

    letter = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("letter of support"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("One document, signed by both sides (LOS-01)."),
    )
    pages = models.PositiveSmallIntegerField(_("pages"), null=True, blank=True)
    letterhead = models.BooleanField(_("on the letterhead of the local government"), default=False)
    language = models.CharField(_("language"), max_length=20, blank=True, default="en")
    in_letter_values = _place("values")
    in_letter_benefit = _place("benefit")
    in_letter_ambition = _place("ambition")
    in_letter_capacity = _place("capacity")
    in_letter_experience = _place("experience")
    in_letter_good_practice = _place("good-practice")
    in_letter_peer_learning = _place("peer-learning")
    in_letter_spreading = _place("spreading")

    class Meta:
        abstract = True

    @property
    def contents(self) -> dict[str, str]:
        """Where each content stands in the letter (LOS-06)."""
        return {slug: getattr(self, place_of(slug)) for slug in LETTER_CONTENTS.slugs}


def place_of(slug: str) -> str:
    """The name of the field that says where a content stands."""
    return f"in_letter_{slug.replace('-', '_')}"


class PartOfApplication(LawfulModel):
    """A row of an application: settled once the application is filed."""

    settled = {EVERY_FIELD: "LOS-01"}
    settled_when = models.Q(application__submitted_on__isnull=False)
    kept = "LOS-01"
    kept_when = settled_when

    class Meta:
        abstract = True

    def law(self) -> Iterator[Finding]:
        """No row comes into an application that is filed already."""
        if self._is_new() and self.application.submitted_on:
            template = said("The application is filed; take it back before you change it.")
            yield error("LOS-01", Rows(str(self.application), str(self.application_id)), template)


class Signatory(PartOfApplication):
    """Who signed the letter, and in what capacity (LOS-04, LOS-05)."""

    application = ParentalKey("ogp_wagtail.Application", on_delete=models.CASCADE, related_name="signatories")
    name = models.CharField(_("name"), max_length=255)
    capacity = VocabularyField(_("signs as"), vocabulary="SIGNATORY_CAPACITIES")
    delegation = models.CharField(
        _("delegation"),
        max_length=255,
        blank=True,
        help_text=_("Of a senior official: the order by which the head of government delegates (LOS-04)."),
    )
    legal_personality = models.BooleanField(
        _("has legal personality"),
        default=False,
        help_text=_("Of a non-governmental stakeholder: at least one is registered (LOS-05)."),
    )

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class TrackRecord(PartOfApplication):
    """A reform or a co-creation that the applicant brings along (ELIG-04)."""

    application = ParentalKey(
        "ogp_wagtail.Application", on_delete=models.CASCADE, related_name="track_record"
    )
    title = models.CharField(_("reform or co-creation"), max_length=255)
    ended_on = models.DateField(_("ended on"), null=True, blank=True, help_text=_("Empty while it goes on."))

    class Meta:
        verbose_name = _("reform or co-creation")
        verbose_name_plural = _("reforms and co-creations")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
