"""The admin's pages for membership statuses and for letters on civic space."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage

from ogp_wagtail.members.models import CivicSpaceCase, StatusEvent
from ogp_wagtail.viewsets import CreateView, DeleteView, EditView, IndexView, RegisterViewSet


class StatusIndexView(IndexView):
    """The statuses on record; each is read, none is changed."""

    any_permission_required = ["add", "view"]

    def get_edit_url(self, instance: Any) -> str | None:
        return None

    def get_delete_url(self, instance: Any) -> str | None:
        return None


class StatusCreateView(CreateView):
    """Records a status in the name of whoever is logged in: never the member's own point of contact (ROLE-10)."""

    def save_instance(self) -> Any:
        self.form.instance.recorded_by = self.request.user
        return super().save_instance()


class StatusEditView(EditView):
    """A status on record is not changed (STAT-01): its address shows it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(reverse(self.inspect_url_name, args=[self.kwargs["pk"]]))


class StatusEventViewSet(RegisterViewSet):
    """The statuses that the Support Unit conferred."""

    model = StatusEvent
    name = "ogp_status"
    icon = "history"
    menu_label = _("Membership statuses")
    url_prefix = "ogp/statuses"
    index_view_class = StatusIndexView
    add_view_class = StatusCreateView
    edit_view_class = StatusEditView
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ("jurisdiction", "status", "trigger", "condition_met_on", "conferred_on", "letter_on")
    list_filter = ("status", "trigger", "jurisdiction")
    panels = (
        FieldPanel("jurisdiction"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("trigger")]),
        FieldRowPanel([FieldPanel("condition_met_on"), FieldPanel("quarters")]),
        MultiFieldPanel(
            [
                FieldPanel("letter"),
                FieldRowPanel([FieldPanel("letter_on"), FieldPanel("conferred_on")]),
            ],
            heading=_("Conferred by the Support Unit"),
        ),
        FieldPanel("reason"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("requested_on"), FieldPanel("unavoidable")]),
                FieldRowPanel([FieldPanel("discussed_with_ngs_on"), FieldPanel("discussed_with_su_on")]),
            ],
            heading=_("Inactive at its own request"),
        ),
    )


class SeenByFew(View):
    """A view for those alone who were given the right to see letters on civic space (STAT-18)."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("ogp_wagtail.view_civicspacecase"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class CaseIndexView(SeenByFew, IndexView):
    """The letters."""

    any_permission_required = ["view"]


class CaseCreateView(SeenByFew, CreateView):
    """Opens a case."""


class CaseEditView(SeenByFew, EditView):
    """Follows a case, and closes it."""


class CaseDeleteView(SeenByFew, DeleteView):
    """Deletes a case."""


class CaseInspectView(SeenByFew, generic.InspectView):
    """Shows a case."""

    any_permission_required = ["view"]


class CaseHistoryView(SeenByFew, history.HistoryView):
    """Who did what with a case."""


class CaseUsageView(SeenByFew, usage.UsageView):
    """What refers to a case."""


class CivicSpaceCaseViewSet(RegisterViewSet):
    """Letters of local civil society on violations of civic space."""

    model = CivicSpaceCase
    name = "ogp_civic_space"
    icon = "mail"
    menu_label = _("Letters on civic space")
    url_prefix = "ogp/civic-space"
    index_view_class = CaseIndexView
    add_view_class = CaseCreateView
    edit_view_class = CaseEditView
    delete_view_class = CaseDeleteView
    inspect_view_class = CaseInspectView
    history_view_class = CaseHistoryView
    usage_view_class = CaseUsageView
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ("received_on", "jurisdiction", "closed_on")
    list_filter = ("jurisdiction",)
    panels = (
        FieldRowPanel([FieldPanel("jurisdiction"), FieldPanel("received_on")]),
        FieldPanel("letter"),
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("sender")]),
        MultiFieldPanel([FieldPanel("outcome"), FieldPanel("closed_on")], heading=_("Outcome")),
    )
