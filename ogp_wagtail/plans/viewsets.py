"""The admin's pages for endorsements of plans and for amendments."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel

from ogp_wagtail.plans.models import Amendment, Endorsement
from ogp_wagtail.viewsets import EditView, RegisterViewSet


class EndorsementViewSet(RegisterViewSet):
    """Which stakeholders approve the final plan (COCR-05)."""

    model = Endorsement
    name = "ogp_endorsement"
    icon = "success"
    menu_label = _("Endorsements")
    url_prefix = "ogp/endorsements"
    list_display = ("organisation", "plan", "endorsed_on", "signatory")
    list_filter = ("plan",)
    form_fields = ("plan", "organisation", "jurisdiction", "signatory", "endorsed_on")


class EditAmendment(EditView):
    """Changes a draft; what is in force is shown."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        amendment = self.get_object()
        if amendment.filed_on:
            return redirect(self.inspect_url_name, amendment.pk)
        return super().dispatch(request, *args, **kwargs)


class AmendmentViewSet(RegisterViewSet):
    """How filed commitments change: who was consulted, who approved, from when (AMEND-01 to AMEND-08)."""

    model = Amendment
    name = "ogp_amendment"
    icon = "edit"
    menu_label = _("Amendments")
    url_prefix = "ogp/amendments"
    edit_view_class = EditAmendment
    inspect_view_enabled = True
    list_display = ("commitment", "kind", "effective_on", "filed_on")
    list_filter = ("commitment__plan", "kind")
    panels = (
        HelpPanel(
            content=_(
                "A filed commitment changes in three steps. Record here who was consulted and who approved. Change"
                " the page of the commitment and save it as a draft (a removal needs no change). Then the point of"
                " contact files the amendment on the desk of the plan: it publishes the draft. Contacts, the status"
                " of milestones, item 16 and slips of the pen change without an amendment (AMEND-07)."
            )
        ),
        MultiFieldPanel(
            [FieldPanel("commitment"), FieldPanel("kind"), FieldPanel("fields"), FieldPanel("reason")],
            heading=_("What changes and why"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("consulted"),
                FieldRowPanel([FieldPanel("consulted_on"), FieldPanel("consulted_how")]),
                FieldPanel("approved_by"),
                FieldPanel("approved_on"),
                FieldPanel("document"),
                FieldPanel("meeting"),
            ],
            heading=_("How it was decided"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("notified_on"), FieldPanel("effective_on")]),
                FieldPanel("su_agreed_on"),
            ],
            heading=_("From when"),
        ),
    )
