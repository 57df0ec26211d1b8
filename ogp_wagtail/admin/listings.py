"""Flat lists of the pages that editors work on: plans, commitments, meetings."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from ogp_wagtail.admin.parents import ParentView
from ogp_wagtail.pages.models import ActionPlanPage, CommitmentPage, MeetingPage

TITLE = PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")
STATUS = PageStatusColumn("status", label=_("Status"), sort_key="live")


def desk_of(page: Any) -> str:
    """The address of the plan's desk."""
    return reverse("ogp_plan_desk", args=[page.key])


DESK = TitleColumn(
    "desk",
    label=_("Readiness and filing"),
    accessor=lambda page: _("Check and file"),
    get_url=desk_of,
)


class Listing(PageListingViewSet):
    """A list from which a page can be added."""

    choose_parent_view_class = ParentView


class PlanListing(Listing):
    """All plans."""

    model = ActionPlanPage
    icon = "doc-full"
    menu_label = _("Plans")
    name = "ogp-plans"
    columns = [
        TITLE,
        Column("code", label=_("Code")),
        Column("period_end", label=_("Ends on")),
        DESK,
        STATUS,
    ]


class CommitmentListing(Listing):
    """All commitments."""

    model = CommitmentPage
    icon = "list-ul"
    menu_label = _("Commitments")
    name = "ogp-commitments"
    columns = [
        TITLE,
        Column("code", label=_("Code")),
        Column("get_scope_display", label=_("Scope")),
        Column("end", label=_("Ends on")),
        STATUS,
    ]


class MeetingListing(Listing):
    """All meetings."""

    model = MeetingPage
    icon = "calendar-alt"
    menu_label = _("Meetings")
    name = "ogp-meetings"
    columns = [TITLE, Column("held_on", label=_("Held on")), STATUS]
