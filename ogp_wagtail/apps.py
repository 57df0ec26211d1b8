"""The one line a site adds to ``INSTALLED_APPS``."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext_lazy as _

# Packages whose modules ``checks`` and ``signals``, where there are such, register themselves.
ROOMS = (
    "ogp_wagtail",
    "ogp_wagtail.members",
    "ogp_wagtail.plans",
    "ogp_wagtail.coalitions",
    "ogp_wagtail.pages",
    "ogp_wagtail.evidence",
    "ogp_wagtail.jobs",
    "ogp_wagtail.exchange",
    "ogp_wagtail.admin",
)


class OgpWagtailConfig(AppConfig):
    """Open government for a Wagtail site: one app, one label, whatever the number of rooms."""

    name = "ogp_wagtail"
    label = "ogp_wagtail"
    verbose_name = _("Open government")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let checks and signal receivers register; they may use models only from here on."""
        for room in ROOMS:
            for name in ("checks", "signals"):
                if module_has_submodule(import_module(room), name):
                    import_module(f"{room}.{name}")
