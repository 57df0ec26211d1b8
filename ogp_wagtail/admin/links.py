"""From a finding to the place in the admin where it is mended."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.urls import reverse

from ogp_wagtail.handbook.findings import Finding
from ogp_wagtail.members.models import Jurisdiction
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage, MeetingPage
from ogp_wagtail.plans.models import Amendment, Plan

OF_THE_OWNER = {
    "members",
    "point_of_contact",
    "agreement",
    "monitoring_body",
    "monitoring_body_kind",
    "monitoring_body_approved_on",
    "monitoring_body_contact",
    "monitoring_body_approved_by",
    "monitoring_body_independence",
    "monitoring_body_resources",
    "monitoring_body_uses_guidance",
    "monitoring_body_support_requested_on",
    "monitoring_body_su_notified_on",
}
KEPT_IN_LISTS = {
    "endorsements": "ogp_endorsement",
    "notices": "ogp_notice",
    "contributions": "ogp_contribution",
    "website": "ogp_website",
    "orientation": "ogp_orientation",
    "updates": "ogp_progress_update",
}
REPORTS = {  # by the beginning of the rule, and by the subject
    "INC": "ogp_inception_report",
    "EOC": "ogp_end_of_commitment_report",
    "COM-LIFE-02": "ogp_end_of_commitment_report",
    "FLE": "ogp_learning_report",
    "report inception": "ogp_inception_report",
    "report end-of-commitment": "ogp_end_of_commitment_report",
    "report learning": "ogp_learning_report",
    "requirement": "ogp_requirement_result",
    "update": "ogp_progress_update",
}
OF_THE_JURISDICTION = {"lead_agency", "senior_official", "stakeholders_mapped_on"}
COUNTED_FROM_MEETINGS = {"meetings", "meeting_count", "group_types", "group_count"}


class Places:
    """Knows, for one plan, which form mends what. Built with four queries, asked for each finding."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.pages: dict[str, tuple[type[Model], int]] = {}
        rows = Amendment.objects.filter(commitment__plan=plan).values_list("key", "pk")
        self.amendments = {str(key): pk for key, pk in rows}
        above = ActionPlanPage.objects.filter(translation_key=plan.key, locale__language_code=plan.language)
        for page in above:
            self.pages[str(page.translation_key)] = (ActionPlanPage, page.pk)
            for model in (CommitmentPage, MeetingPage):
                below = model.objects.child_of(page).values_list("translation_key", "pk")
                self.pages |= {str(key): (model, pk) for key, pk in below}

    def url(self, finding: Finding) -> str:
        """The admin address of the form, at the field where there is one."""
        if finding.field in KEPT_IN_LISTS:
            return reverse(f"{KEPT_IN_LISTS[finding.field]}:index")
        if where := _list_of_reports(finding):
            return reverse(f"{where}:index")
        if finding.subject.startswith("notice "):
            return reverse("ogp_notice:edit", args=[finding.key])
        if finding.key in self.amendments:
            return reverse("ogp_amendment:edit", args=[self.amendments[finding.key]])
        if finding.field in OF_THE_JURISDICTION and finding.key:
            return reverse("ogp_jurisdiction:edit", args=[finding.key]) + anchor(Jurisdiction, finding.field)
        if finding.field in OF_THE_OWNER and self.plan.owner:
            return self._owner(finding.field)
        model, page = self.pages.get(finding.key) or self.pages.get(str(self.plan.key)) or (None, None)
        if page and finding.field in COUNTED_FROM_MEETINGS:
            return reverse("wagtailadmin_explore", args=[page])
        return reverse("wagtailadmin_pages:edit", args=[page]) + anchor(model, finding.field) if page else ""

    def _owner(self, field: str) -> str:
        owner = self.plan.owner
        body = self.plan.monitoring_body
        if field.startswith("monitoring_body_") and body:
            return reverse("ogp_monitoring_body:edit", args=[body.pk])
        return reverse(f"ogp_{owner._meta.model_name}:edit", args=[owner.pk]) + anchor(type(owner), field)


def _list_of_reports(finding: Finding) -> str:
    """The list of the reports, results or updates that the finding is about; empty for any other."""
    named = [finding.subject, finding.rule] if finding.field == "reports" else [finding.subject]
    return next((where for start, where in REPORTS.items() for name in named if name.startswith(start)), "")


def anchor(model: Any, name: str) -> str:
    """The end of an address by which Wagtail's editor scrolls to a field or to rows; empty where there are none."""
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    return f"#:w:contentpath={name}"
