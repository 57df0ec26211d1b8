"""The admin's pages for those who take part."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from ogp_wagtail.members.models import Country, Jurisdiction, MonitoringBody, Organisation, Person
from ogp_wagtail.viewsets import RegisterViewSet


class CountryViewSet(RegisterViewSet):
    """Countries."""

    model = Country
    name = "ogp_country"
    icon = "globe"
    menu_label = _("Countries")
    url_prefix = "ogp/countries"
    list_display = ("name", "code", "ogp_member", "good_standing")
    panels = (
        FieldPanel("name"),
        FieldPanel("code"),
        FieldRowPanel([FieldPanel("ogp_member"), FieldPanel("good_standing")]),
    )


class JurisdictionViewSet(RegisterViewSet):
    """Jurisdictions with their terms of office."""

    model = Jurisdiction
    name = "ogp_jurisdiction"
    icon = "home"
    menu_label = _("Jurisdictions")
    url_prefix = "ogp/jurisdictions"
    list_display = ("name", "country", "kind", "elected", "point_of_contact")
    list_filter = ("country", "kind")
    panels = (
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("country"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("elected"), FieldPanel("joined_on"), FieldPanel("population")]),
        InlinePanel("terms", heading=_("Terms of the administration"), label=_("Term")),
        MultiFieldPanel(
            [FieldPanel("lead_agency"), FieldPanel("senior_official"), FieldPanel("point_of_contact")],
            heading=_("Who runs the process"),
        ),
        FieldPanel("monitoring_body"),
        FieldPanel("stakeholders_mapped_on"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("su_deadline"), FieldPanel("extension_requested_on")]),
                FieldRowPanel([FieldPanel("extension_granted"), FieldPanel("extended_deadline")]),
            ],
            heading=_("The first plan of a new member"),
        ),
    )


class OrganisationViewSet(RegisterViewSet):
    """Organisations of every sector."""

    model = Organisation
    name = "ogp_organisation"
    icon = "group"
    menu_label = _("Organisations")
    url_prefix = "ogp/organisations"
    list_display = ("name", "sector", "ngs_type")
    list_filter = ("sector",)
    form_fields = ("name", "sector", "ngs_type", "branch", "email", "website")


class PersonViewSet(RegisterViewSet):
    """People who hold roles."""

    model = Person
    name = "ogp_person"
    icon = "user"
    menu_label = _("People")
    url_prefix = "ogp/people"
    list_display = ("name", "job_title", "organisation", "email")
    form_fields = ("name", "email", "job_title", "organisation", "user")


class MonitoringBodyViewSet(RegisterViewSet):
    """Bodies that assess plans."""

    model = MonitoringBody
    name = "ogp_monitoring_body"
    icon = "view"
    menu_label = _("Monitoring bodies")
    url_prefix = "ogp/monitoring-bodies"
    list_display = ("name", "kind", "email", "approved_on")
    panels = (
        FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("contact_name"), FieldPanel("email"), FieldPanel("phone")]),
        FieldPanel("address"),
        FieldPanel("person"),
        MultiFieldPanel(
            [FieldPanel("approved_on"), FieldPanel("approved_by"), FieldPanel("document")],
            heading=_("Approval"),
        ),
        FieldPanel("independence"),
        FieldRowPanel([FieldPanel("resources"), FieldPanel("uses_guidance")]),
        FieldRowPanel([FieldPanel("support_requested_on"), FieldPanel("su_notified_on")]),
    )
