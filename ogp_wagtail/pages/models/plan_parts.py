"""What the page of a plan lists: goals, forewords, spaces for dialogue and documents (Annex 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model_string
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin

from ogp_wagtail.fields import VocabularyField, VocabularyListField
from ogp_wagtail.pages.forms import SPACE_FACTS
from ogp_wagtail.pages.models.landing import FEATURES
from ogp_wagtail.pages.models.plan import ActionPlanPage
from ogp_wagtail.pages.translation import facts, prose


class ActionPlanPageGoal(TranslatableMixin, Orderable):
    """A long-term goal of the vision (A1-4.1), to which commitments refer (A2-10)."""

    page = ParentalKey(ActionPlanPage, on_delete=models.CASCADE, related_name="goals")
    text = models.CharField(_("goal"), max_length=500)

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("long-term goal")

    def __str__(self) -> str:
        return self.text


class ActionPlanPageForeword(TranslatableMixin, Orderable):
    """A foreword and who wrote it (A1-2)."""

    page = ParentalKey(ActionPlanPage, on_delete=models.CASCADE, related_name="forewords")
    side = VocabularyField(_("written by"), vocabulary="FOREWORD_SIDES")
    author = models.CharField(_("author"), max_length=255, blank=True)
    text = RichTextField(_("text"), features=FEATURES)

    override_translatable_fields = [*facts("side", "author"), *prose("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("foreword")


class ActionPlanPageSpace(TranslatableMixin, Orderable):
    """A space for dialogue between government and civil society (A1-5.3, COCR-01)."""

    page = ParentalKey(ActionPlanPage, on_delete=models.CASCADE, related_name="spaces")
    name = models.CharField(_("name"), max_length=255)
    kind = VocabularyField(_("kind"), vocabulary="SPACE_KINDS")
    mode = VocabularyField(_("form"), vocabulary="SPACE_MODES")
    description = models.TextField(_("description"), blank=True)
    jurisdiction = models.ForeignKey(
        "ogp_wagtail.Jurisdiction",
        verbose_name=_("jurisdiction"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Where each member co-creates on its own: whose space this is. Empty: of the whole plan."
        ),
    )
    has_government = models.BooleanField(_("government takes part"), default=True)
    has_ngs = models.BooleanField(_("non-governmental stakeholders take part"), default=True)
    group_types = VocabularyListField(
        _("kinds of groups in it"),
        vocabulary="NGS_TYPES",
        blank=True,
        help_text=_("Spaces are to be diverse: several kinds of groups (MSF-04)."),
    )
    composition = models.TextField(
        _("organisations and groups in it"), blank=True, help_text=_("One organisation or group a line.")
    )
    meets_regularly = models.BooleanField(
        _("meets regularly"),
        default=False,
        help_text=_("A permanent multi-stakeholder forum does, and has both sides in it (MSF-02)."),
    )
    su_informed_on = models.DateField(
        _("Support Unit informed on"),
        null=True,
        blank=True,
        help_text=_(
            "The day on which OGP's Support Unit was told of this space, by the submission (MSF-03)."
        ),
    )
    founding_document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("founding document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Decree, agreement or terms of reference (COCR-01)."),
    )

    override_translatable_fields = [
        *facts(*SPACE_FACTS),
        *prose("name", "description"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("space for dialogue")


class ActionPlanPageDocument(Orderable):
    """The whole open-government strategy or another relevant document, if available (A1-8)."""

    page = ParentalKey(ActionPlanPage, on_delete=models.CASCADE, related_name="strategy_documents")
    title = models.CharField(_("title"), max_length=255)
    document = models.ForeignKey(
        get_document_model_string(), verbose_name=_("file"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("document")

    def __str__(self) -> str:
        return self.title
