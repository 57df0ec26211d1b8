"""The one line a site adds to ``INSTALLED_APPS``."""

from importlib import import_module
from types import ModuleType

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext_lazy as _

# Packages whose modules ``checks`` and ``signals``, where there are such, register themselves, and whose
# ``registration.register()`` announces them to the rooms below.
ROOMS = (
    "ogp_wagtail",
    "ogp_wagtail.members",
    "ogp_wagtail.plans",
    "ogp_wagtail.coalitions",
    "ogp_wagtail.pages",
    "ogp_wagtail.evidence",
    "ogp_wagtail.monitoring",
    "ogp_wagtail.participation",
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
                _import(room, name)
            if registration := _import(room, "registration"):
                registration.register()


def _import(room: str, name: str) -> ModuleType | None:
    """The room's module of this name, where it has one."""
    return import_module(f"{room}.{name}") if module_has_submodule(import_module(room), name) else None
