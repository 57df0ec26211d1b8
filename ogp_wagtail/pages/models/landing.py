"""The landing page: where a site's open government begins, and the root of its addresses."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.fields import RichTextField
from wagtail.models import Page

from ogp_wagtail.pages import registry
from ogp_wagtail.pages.public.landing import LandingView
from ogp_wagtail.pages.translation import prose

FEATURES = ["bold", "italic", "link", "ol", "ul", "h3"]


class LandingMixin(RoutablePageMixin, models.Model):
    """Introduces the process and lists the plans. Search, files and feeds are addresses below it."""

    introduction = RichTextField(_("introduction"), blank=True, features=FEATURES)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        abstract = True

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"ogp": LandingView(self, request)}

    @classmethod
    def get_subpage_urls(cls) -> list[Any]:
        """The routes of the page itself and those that other rooms have registered."""
        registered = [
            path(route.pattern, _given_landing(route.view), name=route.name) for route in registry.routes()
        ]
        return [*super().get_subpage_urls(), *registered]


def _given_landing(view: Any) -> Any:
    """The view of a registered route, called with the landing page that it was reached through."""

    def routed(page: Page, request: Any, *args: Any, **kwargs: Any) -> Any:
        return view(request, *args, landing=page, **kwargs)

    return routed


class OpenGovernmentPage(LandingMixin, Page):  # noqa: DJ008 (Page has __str__)
    """The landing page of a site."""

    template = "ogp_wagtail/landing.html"
    subpage_types = ["ogp_wagtail.ActionPlanPage"]
    show_in_menus_default = True  # where residents begin: a site that draws menus leads here
    override_translatable_fields = prose("introduction")

    class Meta:
        verbose_name = _("open government landing page")
        verbose_name_plural = _("open government landing pages")
