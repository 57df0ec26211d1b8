"""The admin's pages of joining: calls, applications with what blocks them, orientation, roles, the IRM."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import permissions
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy

from ogp_wagtail.fields import label, translated_choices
from ogp_wagtail.handbook.eligibility import last_day_to_apply
from ogp_wagtail.handbook.findings import Finding, errors
from ogp_wagtail.handbook.permissions import is_allowed
from ogp_wagtail.handbook.vocabularies import DECISIONS
from ogp_wagtail.in_words import cited, subject_of
from ogp_wagtail.law import LawError, hint_of, message_of
from ogp_wagtail.members import applications
from ogp_wagtail.members.facts import application_facts
from ogp_wagtail.members.models import Application, Call, IrmPublication, Orientation, RoleAssignment
from ogp_wagtail.members.permissions import role_of
from ogp_wagtail.viewsets import RegisterViewSet


def state(row: Application) -> str:
    """How an application stands."""
    if row.decision:
        decided = {"decision": label(DECISIONS, row.decision), "day": row.decided_on.isoformat()}
        return gettext("%(decision)s on %(day)s") % decided
    if row.submitted_on:
        return gettext("filed on %(day)s") % {"day": row.submitted_on.isoformat()}
    return gettext("draft")


class SubmitForm(forms.Form):
    """On which day the application is filed."""

    day = forms.DateField(label=_("Filed on"), widget=AdminDateInput)

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(gettext("This day is still to come."))
        return day


class DecisionForm(SubmitForm):
    """What the Support Unit decided."""

    decision = forms.ChoiceField(label=_("Decision"), choices=translated_choices(DECISIONS))
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ("decision", "day", "reasons")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = gettext("Decided on")


class ApplicationView(generic.InspectView):
    """One application: what keeps it from being filed, and the acts that are possible now."""

    template_name = "ogp_wagtail/admin/application.html"
    page_title = _("Check and file")
    FORMS = {"submit": SubmitForm, "take-back": forms.Form, "decide": DecisionForm}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = timezone.localdate()
        row = self.object
        found = applications.findings(row, day)
        initial = {"day": day}
        return super().get_context_data(**kwargs) | {
            "state": state(row),
            "findings": [shown(one) for one in found],
            "blocking": len(errors(found)),
            "last_day": last_day_to_apply(application_facts(row, day), applications.edition_of(row)),
            "submit_form": self.bound("submit") or SubmitForm(initial=initial, prefix="submit"),
            "decision_form": self.bound("decide") or DecisionForm(initial=initial, prefix="decide"),
            "may_change": self.user_has_permission("change"),
            "may_decide": is_allowed("decide-application", role_of(self.request.user, row.jurisdiction)),
        }

    def bound(self, act: str) -> forms.Form | None:
        """The form of the act that was just asked for."""
        asked = self.request.POST.get("act") == act
        return self.FORMS[act](self.request.POST, prefix=act) if asked else None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        act = request.POST.get("act", "")
        form = self.bound(act) if act in self.FORMS else None
        if act != "decide" and not self.user_has_permission("change"):
            form = None
        if form is None or not form.is_valid():
            return self.render_to_response(self.get_context_data())
        try:
            self.do(act, form.cleaned_data)
        except LawError as refusal:
            for message in refusal.messages[:10]:
                messages.error(request, message)
        return redirect(request.path)

    def do(self, act: str, said: dict[str, Any]) -> None:
        """File, take back or decide, and note it in the log."""
        if act == "submit":
            applications.submit(self.object, said["day"])
        elif act == "take-back":
            applications.take_back(self.object)
        else:
            decided = {"reasons": said["reasons"], "day": said["day"], "user": self.request.user}
            applications.decide(self.object, said["decision"], **decided)
        log(self.object, "wagtail.edit", user=self.request.user, data={"act": act})
        messages.success(self.request, gettext("Recorded."))


def shown(finding: Finding) -> dict[str, Any]:
    """A finding in the active language, for the table of findings."""
    return {
        "finding": finding,
        "message": message_of(finding),
        "hint": hint_of(finding),
        "subject": subject_of(finding.subject),
        "section": cited(finding.section),
        "url": "",
    }


class CallViewSet(RegisterViewSet):
    """Calls for applications."""

    model = Call
    name = "ogp_call"
    icon = "calendar"
    menu_label = _("Calls")
    url_prefix = "ogp/calls"
    list_display = ("name", "opens", "closes", "first_plan_deadline")
    form_fields = ("name", "opens", "closes", "guidance", "first_plan_deadline")


IN_THE_LETTER = (
    *("in_letter_values", "in_letter_benefit", "in_letter_ambition", "in_letter_capacity"),
    *("in_letter_experience", "in_letter_good_practice", "in_letter_peer_learning", "in_letter_spreading"),
)


class ApplicationViewSet(RegisterViewSet):
    """Applications with their letters of support."""

    model = Application
    name = "ogp_application"
    icon = "mail"
    menu_label = _("Applications")
    url_prefix = "ogp/applications"
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = ApplicationView
    inspect_view_fields = (
        "jurisdiction",
        "kind",
        "call",
        "letter",
        "edition",
        "decided_by",
        "decision_reasons",
    )
    list_display = (
        "jurisdiction",
        "kind",
        Column("call", label=_("Call"), accessor="call"),
        Column("state", label=_("State"), accessor=state),
    )
    list_filter = ("call", "kind", "decision")
    search_backend_name = None
    search_fields = ("jurisdiction__name",)
    panels = (
        FieldRowPanel([FieldPanel("jurisdiction"), FieldPanel("kind"), FieldPanel("call")]),
        MultiFieldPanel(
            [
                FieldPanel("letter"),
                FieldRowPanel([FieldPanel("pages"), FieldPanel("language")]),
                FieldPanel("letterhead"),
                InlinePanel("signatories", heading=_("Signatories"), label=_("Signatory")),
            ],
            heading=_("Letter of support"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in IN_THE_LETTER],
            heading=_("Where the letter says it"),
            help_text=_("Page and paragraph of each of the eight contents (LOS-06)."),
        ),
        MultiFieldPanel(
            [
                *(FieldPanel(name) for name in ("ambition", "benefit", "staff", "counterparts")),
                *(FieldPanel(name) for name in ("cocreation_mechanisms", "monitoring_mechanisms")),
                *(FieldPanel(name) for name in ("peer_learning", "period_basis")),
                InlinePanel(
                    "track_record",
                    heading=_("Reforms and co-creations"),
                    label=_("Reform or co-creation"),
                    help_text=_("At least one that goes on, or ended in the last three years (ELIG-04)."),
                ),
            ],
            heading=_("Criteria"),
        ),
        MultiFieldPanel(
            [FieldPanel("invited_to_community_on"), FieldPanel("connected_to_national_on")],
            heading=_("If it is not admitted"),
        ),
    )


class OrientationViewSet(RegisterViewSet):
    """Participants in the orientation of new members."""

    model = Orientation
    name = "ogp_orientation"
    icon = "help"
    menu_label = _("Orientation")
    url_prefix = "ogp/orientation"
    list_display = ("person", "jurisdiction", "side", "invited_on", "completed_on")
    list_filter = ("jurisdiction", "side")
    form_fields = ("jurisdiction", "person", "side", "invited_on", "completed_on")


class HistoryPolicy(ModelPermissionPolicy):
    """Rows of a history come from elsewhere: their days may be corrected, none is added or deleted by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "delete") and super().user_has_permission(user, action)


OF_ROLES = HistoryPolicy(RoleAssignment)
if hasattr(permissions, "register_permission_policy"):  # since Wagtail 8
    permissions.register_permission_policy(RoleAssignment, OF_ROLES, exact_class=True)


class RoleViewSet(RegisterViewSet):
    """Who held which role from when to when; who holds it now is said where jurisdiction and coalition are."""

    model = RoleAssignment
    name = "ogp_role"
    icon = "history"
    menu_label = _("Roles held")
    url_prefix = "ogp/roles"
    copy_view_enabled = False
    related = ("jurisdiction", "coalition")
    list_display = (
        "holder",
        Column("kind", label=_("Role"), accessor="get_kind_display"),
        Column("whose", label=_("Of"), accessor=lambda row: row.coalition or row.jurisdiction),
        "start",
        "end",
    )
    list_filter = ("kind", "jurisdiction", "coalition")
    search_backend_name = None
    search_fields = ("holder",)
    form_fields = ("start", "end")

    @property
    def permission_policy(self) -> HistoryPolicy:
        return OF_ROLES


class IrmPublicationViewSet(RegisterViewSet):
    """What the Independent Reporting Mechanism published."""

    model = IrmPublication
    name = "ogp_irm_publication"
    icon = "link-external"
    menu_label = _("IRM publications")
    url_prefix = "ogp/irm"
    list_display = ("title", "kind", "published_on")
    list_filter = ("kind",)
    form_fields = ("kind", "title", "url", "published_on")
