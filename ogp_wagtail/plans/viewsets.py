"""The admin's pages for endorsements of plans."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ogp_wagtail.plans.models import Endorsement
from ogp_wagtail.viewsets import RegisterViewSet


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
