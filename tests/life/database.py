"""All that the register holds, as plain values: what an act left behind, and what it must not have touched."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page

from ogp_wagtail.jobs.models import ClockEntry, Job, Worker
from ogp_wagtail.lawful import EVERY_FIELD, LawfulModel
from ogp_wagtail.plans.models import Slot

WORK = (Job, ClockEntry, Worker)
Rows = dict[tuple[str, Any], dict[str, Any]]


def every_model() -> list[type[Model]]:
    """The models of the register: all of ours that are neither pages, nor parts of pages, nor work to be done."""
    ours = apps.get_app_config("ogp_wagtail").get_models()
    return [one for one in ours if not issubclass(one, (Page, *WORK)) and not _is_part_of_a_page(one)]


def _is_part_of_a_page(model: type[Model]) -> bool:
    fields = {field.name: field for field in model._meta.concrete_fields}
    return "page" in fields and issubclass(fields["page"].related_model or Model, Page)


def rows() -> Rows:
    """Every row of the register by its kind and key; of pages, whether they are published and their latest draft."""
    found: Rows = {}
    for model in every_model():
        for values in model._base_manager.order_by().values():
            found[model.__name__, values[model._meta.pk.attname]] = values
    for values in Page.objects.order_by().values("pk", "live", "latest_revision"):
        found["Page", values["pk"]] = values
    return found


def settled_for_good() -> Rows:
    """The rows that say of themselves that nothing in them changes any more: filings, what is filed, events."""
    found: Rows = {}
    for model in every_model():
        if issubclass(model, LawfulModel) and EVERY_FIELD in model.settled:
            for values in model._base_manager.filter(model.settled_when).order_by().values():
                found[model.__name__, values[model._meta.pk.attname]] = values
    return found


def kept_for_good() -> set[tuple[str, Any]]:
    """The rows that say of themselves that nobody deletes them; free places go by themselves when a member leaves."""
    return {
        (model.__name__, pk)
        for model in every_model()
        if issubclass(model, LawfulModel) and model.kept and model is not Slot
        for pk in model._base_manager.filter(model.kept_when).order_by().values_list("pk", flat=True)
    }
