"""What was filed stays filed: the frozen copies of a plan and what follows it, and who endorsed it."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from ogp_wagtail.handbook.cocreation import may_endorse
from ogp_wagtail.handbook.facts import EndorsementFacts
from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.law import refuse_if
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel
from ogp_wagtail.members.models import Jurisdiction, Organisation
from ogp_wagtail.plans.models.amendment import Amendment
from ogp_wagtail.plans.models.commitment import Commitment
from ogp_wagtail.plans.models.plan import Plan


class Filing(LawfulModel):
    """A submission: a canonical copy with its SHA-256, who and when (PLAN-SUB-01). Never changed.

    It is of exactly one thing: of the whole plan, of a commitment added later, or of an amendment; each is filed once.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="filings")
    whole_plan = models.OneToOneField(
        Plan, null=True, blank=True, on_delete=models.PROTECT, related_name="filing"
    )
    commitment = models.OneToOneField(
        Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="filing"
    )
    amendment = models.OneToOneField(
        Amendment, null=True, blank=True, on_delete=models.PROTECT, related_name="filing"
    )
    filed_on = models.DateField(_("filed on"))
    filed_at = models.DateTimeField(_("filed at"))
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    filed_by_name = models.CharField(_("filed by"), max_length=255)
    edition = models.CharField(_("edition of the handbook"), max_length=40)
    document = models.TextField(_("frozen copy"), help_text=_("Canonical JSON; the hash is taken over it."))
    sha256 = models.CharField("SHA-256", max_length=64)

    made_by_acts = "PLAN-SUB-01"
    settled = MappingProxyType({EVERY_FIELD: "PLAN-SUB-01"})
    kept = "PLAN-SUB-01"

    class Meta:
        verbose_name = _("filing")
        verbose_name_plural = _("filings")
        ordering = ["-filed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    whole_plan__isnull=False,
                    whole_plan=F("plan"),
                    commitment__isnull=True,
                    amendment__isnull=True,
                )
                | Q(whole_plan__isnull=True, commitment__isnull=False, amendment__isnull=True)
                | Q(whole_plan__isnull=True, commitment__isnull=True, amendment__isnull=False),
                name="ogp_filing_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.filed_on.isoformat()}"

    @property
    def kind(self) -> str:
        """What was filed: plan, commitment or amendment."""
        if self.whole_plan_id:
            return "plan"
        return "commitment" if self.commitment_id else "amendment"

    @property
    def what(self) -> str:
        """What was filed, by its code."""
        if self.amendment_id:
            return str(self.amendment)
        return self.commitment.code if self.commitment_id else self.plan.code


class FiledFile(LawfulModel):
    """A file that went with a filing. Its bytes are named in the frozen copy; the document that holds them is kept."""

    filing = models.ForeignKey(Filing, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(get_document_model_string(), on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField("SHA-256", max_length=64)

    made_by_acts = "PLAN-SUB-01"
    settled = MappingProxyType({EVERY_FIELD: "PLAN-SUB-01"})
    kept = "PLAN-SUB-01"

    class Meta:
        verbose_name = _("filed file")
        verbose_name_plural = _("filed files")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.filing}: {self.document}"


class Endorsement(LawfulModel):
    """A non-governmental stakeholder approves the final plan (COCR-05, A1-7)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="endorsements")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="endorsements",
        limit_choices_to={"sector": "ngs"},
        help_text=_("Only non-governmental stakeholders endorse a plan."),
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_(
            "Where each member co-creates on its own: in whose process it took part. Else leave it empty."
        ),
    )
    signatory = models.CharField(_("signed by"), max_length=255, blank=True)
    endorsed_on = models.DateField(_("endorsed on"))

    class Meta:
        verbose_name = _("endorsement")
        verbose_name_plural = _("endorsements")
        ordering = ["endorsed_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "organisation"],
                name="ogp_endorsement_once",
                violation_error_message=_("This organisation has already endorsed the plan."),
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def law(self) -> Iterable[Finding]:
        if not self.organisation_id:
            return ()
        return may_endorse(EndorsementFacts(self.organisation.name, self.organisation.sector))

    def clean(self) -> None:
        refuse_if(self.law())
