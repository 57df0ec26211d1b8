"""The page of a commitment: the texts of Annex 2, and the facts that an editor decides (§3.2.1.2)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, Page, TranslatableMixin

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.fields import VocabularyField, VocabularyListField
from ogp_wagtail.pages import corrections, reservations
from ogp_wagtail.pages import facts as page_facts
from ogp_wagtail.pages.forms import CommitmentForm
from ogp_wagtail.pages.models.child import PlanChild
from ogp_wagtail.pages.models.plan import annex_text
from ogp_wagtail.pages.panels import commitment_panels
from ogp_wagtail.pages.public.commitment import CommitmentView
from ogp_wagtail.pages.translation import facts, prose
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.acting import actor, nobody_acts
from ogp_wagtail.plans.models import AgreementFields, Commitment, MilestoneFields, PartyFields, ResourceFields


class CommitmentMixin(PlanChild):
    """What is said of a commitment and, on the page of the plan's own language, its facts."""

    code = models.SlugField(
        _("code"), max_length=40, blank=True, help_text=_("For instance C1. Given when left empty.")
    )
    scope = VocabularyField(
        _("scope"),
        vocabulary="SCOPES",
        default="separate",
        help_text=_("Separate: of exactly one jurisdiction. Joint: of every jurisdiction of the coalition."),
    )
    start = models.DateField(_("2 First day"), null=True, blank=True)
    end = models.DateField(
        _("2 Last day"), null=True, blank=True, help_text=_("At least twelve months after the first day.")
    )
    problem = annex_text(_("6 Problem"), _("The real-world problem, not the absence of a tool."))
    status_quo = annex_text(_("7 Status quo"), _("Ideally with a figure to start from."))
    baseline_value = models.CharField(
        _("7 Figure to start from"), max_length=60, blank=True, help_text=_("Optional, for instance 26.")
    )
    baseline_unit = models.CharField(
        _("what it counts"),
        max_length=255,
        blank=True,
        help_text=_("For instance % of complaints unprocessed."),
    )
    baseline_on = models.DateField(_("as of"), null=True, blank=True)
    action = annex_text(_("8 Action"), _("What is done, with its expected results and objective."))
    results = annex_text(_("9 Outputs and outcomes"), _("How it helps to solve the problem."))
    goals = models.JSONField(_("10 Long-term goals it relates to"), default=list, blank=True)
    contribution_to_goals = annex_text(
        _("10 How it leads to the goals"),
        _("Name the medium-term goal of item 4.4 to which it is a step (QUAL-08)."),
    )
    policy_areas = VocabularyListField(
        _("11 Policy areas"), vocabulary="POLICY_AREAS", blank=True, help_text=_("One or two.")
    )
    sectors = VocabularyListField(
        _("12 Sectors"), vocabulary="SECTORS", blank=True, help_text=_("One or two.")
    )
    ogp_values = VocabularyListField(
        _("13 OGP values"), vocabulary="OGP_VALUES", blank=True, help_text=_("At least one.")
    )
    resources_secured = VocabularyField(_("15 Are the resources secured?"), vocabulary="SECURED", blank=True)
    additional_information = annex_text(
        _("16 Additional information"), _("Optional: other programmes, development goals, gender.")
    )
    other_programmes = annex_text(_("16 Links to other government programmes"), _("Optional."))
    development_plans = annex_text(
        _("16 Links to the national development plan and to sector or local plans"), _("Optional.")
    )
    development_goals = VocabularyListField(
        _("16 Sustainable Development Goals"),
        vocabulary="DEVELOPMENT_GOALS",
        blank=True,
        help_text=_("Optional."),
    )
    gender_analysis = annex_text(_("16 Analysis from a gender perspective"), _("Optional."))

    base_form_class = CommitmentForm
    content_panels: ClassVar[list[Any]] = [*Page.content_panels, *commitment_panels()]

    class Meta:
        abstract = True

    @cached_property
    def register_row(self) -> Commitment | None:
        """The commitment's row in the register, which its translations share; none before it was published."""
        return Commitment.objects.filter(key=self.key).select_related("plan").first()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"ogp": CommitmentView(self, request)}

    def project(self) -> None:
        if self.live:
            self._include()
        else:  # it is being scheduled: at its hour nobody will be there to file it
            with nobody_acts():
                self._include()

    def _include(self) -> None:
        plan = self.plan_row()
        reservations.drop_stale(plan)
        included = actions.include(
            plan,
            page_facts.commitment_facts(self, self.english_page() if plan.submitted_on else None),
            page_facts.details(self),
            actor(),
        )
        corrections.note(self, included.corrected)

    def english_page(self) -> CommitmentMixin | None:
        """The published page in the language of submission (PLAN-LANG-01)."""
        twins = self.get_translations().live().filter(alias_of__isnull=True)
        return twins.filter(locale__language_code=ogp_settings.SUBMISSION_LANGUAGE).first()

    def forget_identity(self) -> None:
        self.code = ""


class CommitmentPage(CommitmentMixin, Page):
    """A commitment."""

    template = "ogp_wagtail/commitment.html"
    parent_page_types = ["ogp_wagtail.ActionPlanPage"]
    subpage_types: ClassVar[list[str]] = []
    override_translatable_fields = [
        *facts(*CommitmentForm.closed_fields, "participations", "parties", "resources", "agreements"),
        *prose(*page_facts.ANNEX_2_TEXTS, "milestones"),
    ]

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")


class CommitmentPageMember(Orderable):
    """A jurisdiction that takes part, with its own last day (COAL-06, COAL-10)."""

    page = ParentalKey(CommitmentPage, on_delete=models.CASCADE, related_name="participations")
    jurisdiction = models.ForeignKey(
        "ogp_wagtail.Jurisdiction",
        verbose_name=_("jurisdiction"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    end = models.DateField(
        _("own last day"),
        null=True,
        blank=True,
        help_text=_("Empty: the commitment's last day. At the latest two months before this term ends."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("jurisdiction that takes part")


class CommitmentPageMilestone(TranslatableMixin, MilestoneFields, Orderable):
    """A milestone as the page tells it (A2-17)."""

    page = ParentalKey(CommitmentPage, on_delete=models.CASCADE, related_name="milestones")

    override_translatable_fields = [
        *facts("start_month", "end_month", "responsible", "contact", "status", "evidence_kind"),
        *prose("deliverable"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("milestone")


class CommitmentPageParty(PartyFields, Orderable):
    """An organisation with a role in the commitment (A2-03 to A2-05)."""

    page = ParentalKey(CommitmentPage, on_delete=models.CASCADE, related_name="parties")
    jurisdiction = models.ForeignKey(
        "ogp_wagtail.Jurisdiction",
        verbose_name=_("jurisdiction"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Of a joint commitment: whose lead agency this is (COAL-11)."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("party")


class CommitmentPageResource(ResourceFields, Orderable):
    """A resource that the commitment needs (A2-14)."""

    page = ParentalKey(CommitmentPage, on_delete=models.CASCADE, related_name="resources")

    class Meta(Orderable.Meta):
        verbose_name = _("resource")


class CommitmentPageAgreement(AgreementFields, Orderable):
    """A stakeholder that agrees to a commitment added after its plan was filed (COCR-09)."""

    page = ParentalKey(CommitmentPage, on_delete=models.CASCADE, related_name="agreements")

    class Meta(Orderable.Meta):
        verbose_name = _("agreement")
