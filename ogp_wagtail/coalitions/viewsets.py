"""The admin's pages for coalitions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from ogp_wagtail.coalitions.forms import CoalitionForm
from ogp_wagtail.coalitions.models import Coalition
from ogp_wagtail.viewsets import RegisterViewSet


class CoalitionViewSet(RegisterViewSet):
    """Two to four jurisdictions of one country, equal partners, in alphabetical order (COAL-16)."""

    model = Coalition
    name = "ogp_coalition"
    icon = "group"
    menu_label = _("Coalitions")
    url_prefix = "ogp/coalitions"
    list_display = ("name", "country", "point_of_contact", "monitoring_body")
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("country")]),
            InlinePanel(
                "members",
                heading=_("Members: two to four jurisdictions"),
                label=_("Member"),
                attrs={"data-contentpath": "members"},  # where a finding leads
                panels=[
                    FieldRowPanel([FieldPanel("jurisdiction"), FieldPanel("local_coordinator")]),
                    FieldRowPanel([FieldPanel("signatory"), FieldPanel("next_step")]),
                ],
            ),
            MultiFieldPanel(
                [FieldPanel("point_of_contact"), FieldPanel("monitoring_body")],
                heading=_("One for all members"),
            ),
            FieldRowPanel([FieldPanel("formed_on"), FieldPanel("ended_on")]),
            FieldPanel("cocreation_mode"),
            FieldPanel("purposes"),
            MultiFieldPanel(
                [FieldPanel("agreement"), FieldPanel("agreed_on"), FieldPanel("agreement_document")],
                heading=_("Agreement of the partners"),
            ),
        ],
        base_form_class=CoalitionForm,
    )
