"""Where a new page goes; and where there is no place for it yet, what has to be made first."""

from __future__ import annotations

from typing import Any

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.models import Site

from ogp_wagtail.pages.models import OpenGovernmentPage


class ParentView(ChooseParentView):
    """Wagtail's view, which would offer an empty choice on a new site: this one says what comes first."""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self.get_valid_parent_pages(request.user).exists():
            return super().get(request, *args, **kwargs)
        parent = self.model.allowed_parent_page_models()[0]
        kinds = {"page": self.model.get_verbose_name(), "parent": parent.get_verbose_name()}
        text = _("“%(page)s” lies below “%(parent)s”, and there is none yet to which you may add.") % kinds
        button = messages.button(way_to(parent), _("Make that first"))
        messages.warning(request, text, buttons=[button])
        return redirect(self.get_index_url())


def way_to(kind: Any) -> str:
    """Where a page of this kind is made: the landing page below the site's home, a plan from its own list."""
    if kind is not OpenGovernmentPage:
        return reverse("ogp-plans:choose_parent")
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return reverse("wagtailadmin_explore_root")
    return reverse(
        "wagtailadmin_pages:add", args=[kind._meta.app_label, kind._meta.model_name, site.root_page_id]
    )
