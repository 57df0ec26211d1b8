"""The admin's pages for reports, results of the requirements and quarterly updates."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from ogp_wagtail.monitoring.forms import ReportForm, RequirementForm
from ogp_wagtail.monitoring.models import (
    EndOfCommitmentReport,
    InceptionReport,
    LearningReport,
    ProgressUpdate,
    RequirementResult,
)
from ogp_wagtail.monitoring.views import DraftUpdateView, DraftView, ReportView, UpdateView
from ogp_wagtail.viewsets import RegisterViewSet

FILING = ["started_on", "invitations", "reference", "submitted_on", "filed_by_name", "body"]


def report_form(*own: FieldPanel) -> ObjectList:
    """The panels of a report: what it is about, then what all reports have."""
    return ObjectList(
        [
            *own,
            FieldRowPanel([FieldPanel("started_on"), FieldPanel("uses_form")]),
            FieldPanel("answers"),
            InlinePanel(
                "invitations",
                heading=_("Invitations to comment"),
                label=_("Invitation"),
                help_text=_("At least one to each side, sent before the report is filed (MB-09)."),
                panels=[
                    FieldRowPanel([FieldPanel("recipient"), FieldPanel("side"), FieldPanel("sent_on")]),
                    FieldPanel("comment"),
                ],
            ),
            FieldRowPanel([FieldPanel("reference"), FieldPanel("document")]),
        ],
        base_form_class=ReportForm,
    )


class ReportViewSet(RegisterViewSet):
    """What the lists of the three reports have in common."""

    icon = "doc-full"
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = ReportView
    edit_view_class = DraftView
    search_fields = ("reference",)


class InceptionReportViewSet(ReportViewSet):
    """Inception reports (INC-01 to INC-04)."""

    model = InceptionReport
    name = "ogp_inception_report"
    menu_label = _("Inception reports")
    url_prefix = "ogp/inception-reports"
    list_display = ("plan", "commitment", "submitted_on", "reference")
    list_filter = ("plan",)
    inspect_view_fields = ["plan", "commitment", *FILING]
    edit_handler = report_form(FieldPanel("plan"), FieldPanel("commitment"))


class EndOfCommitmentReportViewSet(ReportViewSet):
    """End-of-commitment reports (EOC-01 to EOC-05)."""

    model = EndOfCommitmentReport
    name = "ogp_end_of_commitment_report"
    menu_label = _("End-of-commitment reports")
    url_prefix = "ogp/end-of-commitment-reports"
    list_display = ("commitment", "plan", "completion", "submitted_on", "reference")
    list_filter = ("plan", "completion")
    inspect_view_fields = ["plan", "commitment", "completion", *FILING]
    edit_handler = report_form(FieldPanel("commitment"), FieldPanel("completion"))


class LearningReportViewSet(ReportViewSet):
    """Final learning reports (FLE-01 to FLE-03)."""

    model = LearningReport
    name = "ogp_learning_report"
    menu_label = _("Final learning reports")
    url_prefix = "ogp/learning-reports"
    list_display = ("plan", "exercise_on", "submitted_on", "reference")
    list_filter = ("plan",)
    inspect_view_fields = ["plan", "exercise_on", *FILING]
    edit_handler = report_form(FieldPanel("plan"), FieldPanel("exercise_on"))


class RequirementResultViewSet(RegisterViewSet):
    """What the Support Unit found of the four minimum requirements (COCR-06)."""

    model = RequirementResult
    name = "ogp_requirement_result"
    icon = "tick"
    menu_label = _("Results of the requirements")
    url_prefix = "ogp/requirement-results"
    copy_view_enabled = False
    list_display = ("requirement", "result", "evaluated_by", "evaluated_on", "member", "plan")
    list_filter = ("plan", "requirement", "result")
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("plan"), FieldPanel("member")]),
            FieldPanel("requirement"),
            FieldRowPanel([FieldPanel("result"), FieldPanel("evaluated_by"), FieldPanel("evaluated_on")]),
            FieldPanel("evidence"),
            FieldPanel("letter"),
        ],
        base_form_class=RequirementForm,
    )


class ProgressUpdateViewSet(RegisterViewSet):
    """Quarterly updates of the tracker (TRK-01 to TRK-05)."""

    model = ProgressUpdate
    name = "ogp_progress_update"
    icon = "history"
    menu_label = _("Quarterly updates")
    url_prefix = "ogp/updates"
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = UpdateView
    inspect_view_fields = ["plan", "quarter", "entries", "moves", "published_on", "published_by_name"]
    edit_view_class = DraftUpdateView
    list_display = ("name", "plan", "published_on", "published_by_name")
    list_filter = ("plan",)
    ordering = ("-quarter",)
    panels = (
        FieldRowPanel([FieldPanel("plan"), FieldPanel("quarter")]),
        InlinePanel(
            "entries",
            heading=_("Progress of the commitments"),
            label=_("Commitment"),
            panels=[
                FieldPanel("commitment"),
                FieldPanel("text"),
                FieldPanel("step"),
                FieldRowPanel([FieldPanel("delay_reason"), FieldPanel("next_steps")]),
                FieldPanel("percentage"),
            ],
        ),
        InlinePanel(
            "moves",
            heading=_("Milestones"),
            label=_("Milestone"),
            help_text=_(
                "In force once the update is published. Finished needs primary evidence linked to it."
            ),
            panels=[
                FieldRowPanel([FieldPanel("milestone"), FieldPanel("new")]),
                FieldRowPanel([FieldPanel("reason"), FieldPanel("next_steps")]),
            ],
        ),
    )
