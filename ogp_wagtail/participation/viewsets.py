"""The admin's pages for what the public was told and what it said."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn

from ogp_wagtail.participation.forms import ContributionForm
from ogp_wagtail.participation.models import Contribution, Notice, ReasonedResponse, Website
from ogp_wagtail.viewsets import RegisterViewSet

ANSWERED = BooleanColumn("is_answered", label=_("Answered"))


class NoticeViewSet(RegisterViewSet):
    """Opportunities to take part, and news (MEET-06, WEB-04, WEB-10)."""

    model = Notice
    name = "ogp_notice"
    icon = "bell"
    menu_label = _("Notices")
    url_prefix = "ogp/notices"
    list_display = ("title", "kind", "published_on", "event_on", "plan")
    list_filter = ("plan", "kind")
    search_fields = ("title", "text")
    panels = (
        FieldRowPanel([FieldPanel("plan"), FieldPanel("kind")]),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("published_on"), FieldPanel("event_on"), FieldPanel("meeting")]),
        FieldPanel("channels"),
        FieldPanel("topics"),
        FieldPanel("url"),
    )


class ContributionViewSet(RegisterViewSet):
    """Proposals, questions and comments (REC-05, REC-07)."""

    model = Contribution
    name = "ogp_contribution"
    icon = "comment"
    menu_label = _("Contributions")
    url_prefix = "ogp/contributions"
    list_display = ("__str__", "kind", "stage", "affiliation", ANSWERED, "plan")
    related = ("response",)
    list_filter = ("plan", "kind", "stage")
    search_fields = ("text", "author", "affiliation")
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("plan"), FieldPanel("kind"), FieldPanel("stage")]),
            FieldRowPanel([FieldPanel("made_on"), FieldPanel("is_public")]),
            FieldPanel("text"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("author"), FieldPanel("is_name_public")]),
                    FieldPanel("affiliation"),
                ],
                heading=_("Who contributed"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("commitment"), FieldPanel("meeting")]),
                    FieldRowPanel([FieldPanel("inception"), FieldPanel("assessment")]),
                    FieldRowPanel([FieldPanel("learning"), FieldPanel("progress_update")]),
                ],
                heading=_("What it is about"),
            ),
        ],
        base_form_class=ContributionForm,
    )


class ReasonedResponseViewSet(RegisterViewSet):
    """What became of each contribution, and why (REC-07)."""

    model = ReasonedResponse
    name = "ogp_response"
    icon = "comment-add-reversed"
    menu_label = _("Reasoned responses")
    url_prefix = "ogp/responses"
    list_display = ("contribution", "outcome", "answered_on", "answered_by")
    list_filter = ("outcome", "contribution__plan")
    search_fields = ("reason",)
    panels = (
        FieldPanel("contribution"),
        FieldRowPanel([FieldPanel("outcome"), FieldPanel("answered_on")]),
        FieldPanel("reason"),
        FieldPanel("answered_by"),
    )


class WebsiteViewSet(RegisterViewSet):
    """The websites of the process, with the checklist of Annex 4."""

    model = Website
    name = "ogp_website"
    icon = "site"
    menu_label = _("Websites of the process")
    url_prefix = "ogp/websites"
    list_display = ("url", "coalition", "jurisdiction", "updated_on")
    panels = (
        FieldRowPanel([FieldPanel("coalition"), FieldPanel("jurisdiction")]),
        FieldRowPanel([FieldPanel("url"), FieldPanel("updated_on")]),
        MultiFieldPanel(
            [
                FieldPanel("is_linked"),
                FieldPanel("is_searchable"),
                FieldPanel("shows_lead_agency"),
                FieldPanel("shows_contact"),
                FieldPanel("takes_input"),
                FieldPanel("takes_comments"),
            ],
            heading=_("What it shows and does (Annex 4)"),
        ),
        FieldPanel("strategy"),
        FieldPanel("irm_link"),
    )
