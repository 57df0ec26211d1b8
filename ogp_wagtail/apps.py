"""The one line a site adds to ``INSTALLED_APPS``."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Modules that register themselves (checks, signal receivers), in this order, once all models are loaded.
REGISTERING_MODULES = ("ogp_wagtail.checks", "ogp_wagtail.pages.signals")


class OgpWagtailConfig(AppConfig):
    """Open government for a Wagtail site: one app, one label, whatever the number of rooms."""

    name = "ogp_wagtail"
    label = "ogp_wagtail"
    verbose_name = _("Open government")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let checks and signal receivers register; a receiver may import models only from here on."""
        for module in REGISTERING_MODULES:
            import_module(module)
