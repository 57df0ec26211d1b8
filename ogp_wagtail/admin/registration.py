"""Announces to Wagtail which rows need a document, so that its page that deletes one says so and keeps it.

Wagtail learns of most rows when the admin's pages are first asked for; a row that was written before that, by a
command or a worker, would be unknown to it.
"""

from __future__ import annotations

from django.apps import apps
from django.db.models import PROTECT, Model
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex


def register() -> None:
    """Called once, when the app is ready."""
    for model in apps.get_app_config("ogp_wagtail").get_models():
        if _keeps_a_document(model):
            ReferenceIndex.register_model(model)


def _keeps_a_document(model: type[Model]) -> bool:
    keys = [one for one in model._meta.concrete_fields if one.related_model is get_document_model()]
    return any(one.remote_field.on_delete is PROTECT for one in keys)
