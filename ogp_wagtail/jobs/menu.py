"""Where the admin's menu leads to the work in the background: among the reports."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from ogp_wagtail.jobs.permissions import may_look


class BackgroundMenuItem(MenuItem):
    """For people who may look at jobs."""

    def __init__(self) -> None:
        super().__init__(
            _("Work in the background"),
            reverse_lazy("ogp_background"),
            name="ogp-background",
            icon_name="cogs",
            order=1200,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return may_look(request.user)
