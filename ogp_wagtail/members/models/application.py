"""Applications to join OGP Local, and updated letters between two plans."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from ogp_wagtail.fields import EditionField, VocabularyField
from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.lawful import LawfulModel
from ogp_wagtail.members.models.call import Call
from ogp_wagtail.members.models.jurisdiction import Jurisdiction
from ogp_wagtail.members.models.letter import Letter

WRITTEN = (
    *("jurisdiction", "call", "kind", "letter", "pages", "letterhead", "language"),
    *("in_letter_values", "in_letter_benefit", "in_letter_ambition", "in_letter_capacity"),
    *("in_letter_experience", "in_letter_good_practice", "in_letter_peer_learning", "in_letter_spreading"),
    *("ambition", "staff", "counterparts", "cocreation_mechanisms", "monitoring_mechanisms", "benefit"),
    *("peer_learning", "period_basis"),
)


class Application(LawfulModel, ClusterableModel, Letter):
    """A letter of support with what the handbook asks of it (chapter 1).

    A draft may always be saved. ``members.applications`` files it, takes it back and decides on it; what was filed
    is settled until it is taken back.
    """

    governed = {
        "submitted_on": "ELIG-11",
        "edition": "LOS-01",
        "country_stood_well": "ELIG-01",
        "term_end": "ELIG-05",
        **dict.fromkeys(("decision", "decided_on", "decided_by", "decided_as", "decision_reasons"), "LOS-08"),
    }
    settled = dict.fromkeys(WRITTEN, "LOS-01")
    settled_when = Q(submitted_on__isnull=False)
    kept = "LOS-08"
    kept_when = settled_when

    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("jurisdiction"),
        on_delete=models.CASCADE,
        related_name="applications",
        help_text=_("Its lead agency, senior official and point of contact are named there (LOS-07)."),
    )
    call = models.ForeignKey(
        Call,
        verbose_name=_("call"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="applications",
        help_text=_("Without an open call the application waits as a draft (ELIG-11)."),
    )
    kind = VocabularyField(_("kind"), vocabulary="LETTER_KINDS", default="initial")
    ambition = models.TextField(
        _("ambition"),
        blank=True,
        help_text=_("Priority themes and how they fit the priorities of OGP (ELIG-06)."),
    )
    staff = models.TextField(
        _("staff of the government"), blank=True, help_text=_("Names, one a line (ELIG-07).")
    )
    counterparts = models.TextField(
        _("counterparts in civil society"), blank=True, help_text=_("Names, one a line (ELIG-07).")
    )
    cocreation_mechanisms = models.TextField(
        _("mechanisms for co-creation"), blank=True, help_text=_("What is there to co-create with (ELIG-08).")
    )
    monitoring_mechanisms = models.TextField(
        _("mechanisms for monitoring"), blank=True, help_text=_("Who monitors, and how (ELIG-08).")
    )
    benefit = models.TextField(
        _("benefit of joining"),
        blank=True,
        help_text=_("What joining is worth to the jurisdiction (ELIG-09)."),
    )
    peer_learning = models.BooleanField(
        _("willing to learn with peers"),
        default=False,
        help_text=_("And to share its experience with other members (ELIG-10)."),
    )
    period_basis = VocabularyField(
        _("basis of the period"),
        vocabulary="PERIOD_BASES",
        blank=True,
        help_text=_("Only without elections; the period itself is among the jurisdiction's terms (ELIG-05)."),
    )
    submitted_on = models.DateField(_("filed on"), null=True, blank=True, editable=False)
    edition = EditionField(_("edition of the handbook"), default=CURRENT.code, editable=False)
    country_stood_well = models.BooleanField(_("country in good standing"), null=True, editable=False)
    term_end = models.DateField(_("end of the term"), null=True, blank=True, editable=False)
    decision = VocabularyField(_("decision"), vocabulary="DECISIONS", blank=True, editable=False)
    decided_on = models.DateField(_("decided on"), null=True, blank=True, editable=False)
    decided_as = VocabularyField(_("decided by"), vocabulary="ROLES", blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decision recorded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    decision_reasons = models.TextField(_("reasons"), blank=True, editable=False)
    invited_to_community_on = models.DateField(
        _("invited to the community of practice on"),
        null=True,
        blank=True,
        help_text=_("Of an applicant that was not admitted (LOS-10)."),
    )
    connected_to_national_on = models.DateField(
        _("put in touch with the national coordination on"),
        null=True,
        blank=True,
        help_text=_("Of an applicant that was not admitted (LOS-10)."),
    )

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-submitted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="")
                | Q(
                    submitted_on__isnull=False,
                    decided_on__isnull=False,
                    decided_on__gte=F("submitted_on"),
                    decided_as="support-unit",
                )
                & ~Q(decision_reasons=""),
                name="ogp_application_decided",
            )
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction} ({self.get_kind_display()})"
