"""Registers the one kind of work of this site."""

from importlib import import_module

from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "tests.jobs.site"
    label = "background"

    def ready(self) -> None:
        import_module("tests.jobs.site.work").register()  # its models can be imported from here on
