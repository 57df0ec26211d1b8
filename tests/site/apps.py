"""The client's own app."""

from django.apps import AppConfig


class ClientSiteConfig(AppConfig):
    """An invented city that had a Wagtail site of its own before it heard of us."""

    name = "tests.site"
    label = "city"
    default_auto_field = "django.db.models.BigAutoField"
