"""The page of a meeting: agenda, minutes and decisions, and who attended (MEET-01)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, Page

from ogp_wagtail.fields import VocabularyField, VocabularyListField
from ogp_wagtail.pages import facts as page_facts
from ogp_wagtail.pages.forms import MeetingForm
from ogp_wagtail.pages.models.child import PlanChild
from ogp_wagtail.pages.models.plan import annex_text
from ogp_wagtail.pages.panels import meeting_panels
from ogp_wagtail.pages.public.meeting import MeetingView
from ogp_wagtail.pages.translation import facts, prose
from ogp_wagtail.plans import actions
from ogp_wagtail.plans.models import AttendanceFields, Meeting, MeetingDays

MEETING_TEXTS = ["agenda", "minutes", "decisions"]


class MeetingMixin(MeetingDays, PlanChild):
    """What is said of a meeting and, on the page of the plan's own language, its facts."""

    held_on = models.DateField(_("held on"), null=True, blank=True)
    purposes = VocabularyListField(_("purposes"), vocabulary="MEETING_PURPOSES", blank=True)
    mode = VocabularyField(_("form"), vocabulary="MEETING_MODES", blank=True)
    space = models.CharField(_("space for dialogue"), max_length=255, blank=True)
    agenda = annex_text(_("agenda"))
    minutes = annex_text(_("minutes"))
    decisions = annex_text(_("decisions"))
    commitments = models.JSONField(_("commitments discussed"), default=list, blank=True)
    jurisdictions = models.JSONField(
        _("members present"),
        default=list,
        blank=True,
        help_text=_("Which members of the coalition the meeting was of. None ticked: all of them (COAL-13)."),
    )

    base_form_class = MeetingForm
    content_panels: ClassVar[list[Any]] = [*Page.content_panels, *meeting_panels()]

    class Meta:
        abstract = True

    @cached_property
    def register_row(self) -> Meeting | None:
        """The meeting's row in the register; none before it was published."""
        return Meeting.objects.filter(key=self.key).select_related("plan").first()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"ogp": MeetingView(self, request)}

    def project(self) -> None:
        actions.record_meeting(self.plan_row(), page_facts.meeting_details(self), timezone.localdate())


class MeetingPage(MeetingMixin, Page):
    """A meeting record."""

    template = "ogp_wagtail/meeting.html"
    parent_page_types = ["ogp_wagtail.ActionPlanPage"]
    subpage_types: ClassVar[list[str]] = []
    override_translatable_fields = [
        *facts(*MeetingForm.closed_fields, "attendances"),
        *prose(*MEETING_TEXTS, "space"),
    ]

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")


class MeetingPageAttendance(AttendanceFields, Orderable):
    """Who attended, as the page tells it (MEET-05)."""

    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="attendances")

    class Meta(Orderable.Meta):
        verbose_name = _("attendance")
