"""Where Wagtail asks and the rooms answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.widgets import Button

from ogp_wagtail.admin import guard
from ogp_wagtail.admin.acts import DeclareView, LeaveView, NoteView
from ogp_wagtail.admin.desk import plan_desk
from ogp_wagtail.admin.menu import OpenGovernmentGroup
from ogp_wagtail.admin.plan_calendar import plan_calendar
from ogp_wagtail.admin.readings import ReadingsView
from ogp_wagtail.evidence.export_views import whole_export
from ogp_wagtail.evidence.form_pack.views import form_pack_view
from ogp_wagtail.evidence.ledger_views import ledger_view
from ogp_wagtail.evidence.repository_views import repository_view
from ogp_wagtail.evidence.serving import serve_guard
from ogp_wagtail.exchange.pack.views import filing_pack, plan_pack
from ogp_wagtail.jobs import permissions as job_permissions
from ogp_wagtail.jobs.menu import BackgroundMenuItem
from ogp_wagtail.jobs.views import background
from ogp_wagtail.pages.corrections import register_corrections
from ogp_wagtail.pages.models import ActionPlanMixin, CommitmentMixin, MeetingMixin


def open_government_menu() -> ViewSetGroup:
    """The menu "Open government" with all its pages."""
    return OpenGovernmentGroup()


def desk_url() -> list[URLPattern]:
    """The desk of a plan, its calendar, and the packs of what was filed."""
    return [
        path("ogp/desk/<uuid:key>/pack/<slug:form>/", plan_pack, name="ogp_plan_pack"),
        path("ogp/filings/<int:pk>/<slug:form>/", filing_pack, name="ogp_filing_pack"),
        path("ogp/desk/<uuid:key>/declare/<uuid:which>/", DeclareView.as_view(), name="ogp_declare"),
        path("ogp/desk/<uuid:key>/leave/<int:which>/", LeaveView.as_view(), name="ogp_leave"),
        path("ogp/desk/<uuid:key>/dates/<int:which>/", NoteView.as_view(), name="ogp_date_change"),
        path("ogp/desk/<uuid:key>/readings/", ReadingsView.as_view(), name="ogp_readings"),
        path("ogp/desk/<uuid:key>/", plan_desk, name="ogp_plan_desk"),
        path("ogp/background/", background, name="ogp_background"),
        path("ogp/calendar/<uuid:key>/", plan_calendar, name="ogp_plan_calendar"),
        path("ogp/repository/<uuid:key>/", repository_view, name="ogp_repository"),
        path("ogp/repository/<uuid:key>/claims/", ledger_view, name="ogp_ledger"),
        path("ogp/repository/<uuid:key>/zip/", whole_export, name="ogp_evidence_export"),
        path("ogp/repository/<uuid:key>/pack/", form_pack_view, name="ogp_evidence_pack"),
    ]


def desk_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a plan's page, and from each page below it, to the plan's desk."""
    specific = page.specific
    above = specific if isinstance(specific, ActionPlanMixin) else None
    if isinstance(specific, CommitmentMixin | MeetingMixin):
        above = specific.plan_page
    if above:
        url = reverse("ogp_plan_desk", args=[above.key])
        yield Button(_("Readiness and filing"), url, icon_name="tasks", priority=15)
        calendar = reverse("ogp_plan_calendar", args=[above.key])
        yield Button(_("Calendar"), calendar, icon_name="calendar", priority=16)


FIRST = -100  # before any other hook: the guard runs the whole view

hooks.register("before_create_page", guard.guard_create, order=FIRST)
hooks.register("before_edit_page", guard.guard_edit, order=FIRST)
for name in ("copy", "move", "delete", "unpublish", "convert_alias"):
    hooks.register(f"before_{name}_page", guard.guard_page_action, order=FIRST)
hooks.register("before_bulk_action", guard.guard_bulk_action, order=FIRST)
hooks.register("before_serve_document", serve_guard)
hooks.register("register_log_actions", register_corrections)
hooks.register("register_admin_viewset", open_government_menu)
hooks.register("register_admin_urls", desk_url)
hooks.register("register_page_header_buttons", desk_button)
hooks.register("register_reports_menu_item", BackgroundMenuItem)
hooks.register("register_permissions", job_permissions.offered)
