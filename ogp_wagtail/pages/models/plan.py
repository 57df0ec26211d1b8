"""The page of an action plan: the strategic vision of Annex 1, and the facts of the plan (§3.2)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string
from wagtail.fields import RichTextField
from wagtail.models import Page

from ogp_wagtail.fields import VocabularyField, VocabularyListField, WebAddressField
from ogp_wagtail.pages import facts as page_facts
from ogp_wagtail.pages import registry
from ogp_wagtail.pages.forms import ActionPlanForm
from ogp_wagtail.pages.models.landing import FEATURES
from ogp_wagtail.pages.models.projected import ProjectedPage
from ogp_wagtail.pages.panels import plan_panels
from ogp_wagtail.pages.public.plan import PlanView
from ogp_wagtail.pages.translation import facts, prose
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.locks import lock_plan
from ogp_wagtail.plans.models import Plan


def annex_text(label: Any, help_text: Any = "") -> RichTextField:
    """A text of a form of the handbook; its label begins with the number of the item."""
    return RichTextField(label, blank=True, features=FEATURES, help_text=help_text)


class ActionPlanMixin(ProjectedPage):
    """What is said in a plan and, on the page of its own language, the facts that an editor decides."""

    code = models.SlugField(
        _("short code"),
        max_length=40,
        blank=True,
        help_text=_("Names the plan in addresses and commands. Made from the title when left empty."),
    )
    coalition = models.ForeignKey(
        "ogp_wagtail.Coalition",
        verbose_name=_("coalition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For a joint plan. Choose a coalition or a jurisdiction, not both."),
    )
    jurisdiction = models.ForeignKey(
        "ogp_wagtail.Jurisdiction",
        verbose_name=_("jurisdiction"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For the plan of a single jurisdiction."),
    )
    period_basis = VocabularyField(
        _("basis of the period"), vocabulary="PERIOD_BASES", blank=True, default="elected-term"
    )
    period_start = models.DateField(
        _("first day of the plan"),
        null=True,
        blank=True,
        help_text=_(
            "First plan: the day the jurisdiction joined OGP Local. Later plans: the day you declare."
        ),
    )
    period_end = models.DateField(
        _("last day of the plan"),
        null=True,
        blank=True,
        help_text=_(
            "Item 1.2. At the latest two months before the term ends; of a coalition, the latest term."
        ),
    )
    introduction_letter = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("3 Introduction letter"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("If available: by the head of the jurisdiction."),
    )
    vision_origin = VocabularyField(
        _("4 New or revised"),
        vocabulary="VISION_ORIGINS",
        blank=True,
        help_text=_("Whether this vision is new or a revision of an earlier one (PLAN-COMP-02)."),
    )
    previous_vision = WebAddressField(
        _("earlier vision"), blank=True, help_text=_("Of a revision: where the earlier text can be read.")
    )
    long_term_vision = annex_text(_("4.1 Long-term vision of open government"))
    achievements = annex_text(_("4.2 Achievements in open government to date"))
    challenges = annex_text(_("4.3 Current challenges"))
    medium_term_goals = annex_text(_("4.4 Medium-term goals"))
    contribution_to_vision = annex_text(_("4.5 How this plan contributes to the vision"))
    contribution_to_policy = annex_text(
        _("4.6 How the vision contributes to the policy goals of the administration")
    )
    institutions = models.TextField(
        _("5.1 Main institutions responsible"), blank=True, help_text=_("One institution a line.")
    )
    institutional_arrangements = annex_text(_("5.2 How agencies and departments are coordinated"))
    diversity_measures = annex_text(
        _("5.4 Measures for diversity of representation, with vulnerable and marginalised groups")
    )
    stated_group_types = VocabularyListField(
        _("5.5 Types of groups that took part"),
        vocabulary="GROUP_TYPES",
        blank=True,
        help_text=_(
            "Left empty: counted from the meetings. Tick only to state something else, with a reason."
        ),
    )
    stated_group_count = models.PositiveIntegerField(
        _("5.6 Number of groups that took part"),
        null=True,
        blank=True,
        help_text=_("Left empty: counted from the meetings."),
    )
    stated_reason = models.TextField(
        _("reason for stating another number or other types than the meetings show"), blank=True
    )
    collaboration = annex_text(_("5.8 How government and civil society keep working together"))
    monitoring_body_description = annex_text(_("6.1 The independent monitoring body"))
    progress_discussion = annex_text(_("6.3 Activities to discuss progress with stakeholders"))
    progress_checks = annex_text(_("6.4 How progress is checked with implementing agencies"))
    results_sharing = annex_text(_("6.5 How results of monitoring are shared with the public"))
    consultation_url = WebAddressField(
        _("9 Website of the online consultation"),
        blank=True,
        help_text=_("Required when a space for dialogue is online."),
    )

    base_form_class = ActionPlanForm
    content_panels: ClassVar[list[Any]] = [*Page.content_panels, *plan_panels()]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.slug in registry.reserved_slugs():
            template = _("“%(slug)s” is an address of the landing page. Choose another.")
            raise ValidationError({"slug": template % {"slug": self.slug}})
        if self.code and Plan.objects.filter(code=self.code).exclude(key=self.key).exists():
            template = _("Another plan has the code “%(code)s”. Choose another, or leave it empty.")
            raise ValidationError({"code": template % {"code": self.code}})

    @property
    def register_row(self) -> Plan | None:
        """The plan's row in the register, which its translations share."""
        return Plan.objects.with_owner().filter(key=self.key).first()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"ogp": PlanView(self, request)}

    def published_keys(self) -> set[str]:
        """The keys of the commitments and meetings that are published below this page."""
        pages = self.get_children().live().filter(alias_of__isnull=True)
        return {str(key) for key in pages.values_list("translation_key", flat=True)}

    def working_language(self) -> str:
        row = Plan.objects.filter(key=self.key).values_list("language", flat=True).first()
        return row or self.locale.language_code

    def lock(self, in_force: bool) -> None:
        """Take treebeard's own lock of this page, so that a child added meanwhile keeps its place, then the row's."""
        if not self.pk:
            return
        now = type(self).objects.select_for_update().get(pk=self.pk)
        self.path, self.depth, self.numchild = now.path, now.depth, now.numchild
        if in_force and Plan.objects.filter(key=self.key).exists():
            lock_plan(self.key)

    def remember(self) -> None:
        if self.is_canonical():
            actions.remember_plan(self.key, self.code, self.title, self.locale.language_code)

    def project(self) -> None:
        actions.put_in_force(page_facts.plan_details(self), page_facts.plan_facts_of_page(self))

    def forget_identity(self) -> None:
        self.code = ""


class ActionPlanPage(ActionPlanMixin, Page):
    """An action plan."""

    template = "ogp_wagtail/action_plan.html"
    parent_page_types = ["ogp_wagtail.OpenGovernmentPage"]
    subpage_types = ["ogp_wagtail.CommitmentPage", "ogp_wagtail.MeetingPage"]
    override_translatable_fields = [
        *facts(*ActionPlanForm.closed_fields, "strategy_documents"),
        *prose(*page_facts.ANNEX_1_TEXTS, "institutions", "stated_reason", "goals", "forewords", "spaces"),
    ]

    class Meta:
        verbose_name = _("action plan")
        verbose_name_plural = _("action plans")
