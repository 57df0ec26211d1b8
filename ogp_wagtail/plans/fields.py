"""Fields of a plan that the handbook itself decides: checked before they are written, on whatever path."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from ogp_wagtail.handbook.editions import CURRENT
from ogp_wagtail.handbook.readings import Fault, faults_of
from ogp_wagtail.law import in_words


class ReadingsField(models.JSONField):
    """Readings by dotted key; each is a text that the edition allows (``handbook.readings``)."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if refusals := refusals_of(value):
            raise ValidationError(refusals)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if refusals := refusals_of(value):
            raise ValidationError({self.name: refusals})
        return super().get_db_prep_save(value, connection)


def refusals_of(value: Any) -> list[str]:
    """What is wrong with readings, in the active language. Every edition leaves the same things open."""
    if not isinstance(value, dict):
        return [_("Readings are an object: the key of what is left open, and the reading chosen.")]
    return [sentence_of(fault) for fault in faults_of(CURRENT, value)]


def sentence_of(fault: Fault) -> str:
    """The fault in the active language."""
    return _(fault.template) % {name: in_words(value) for name, value in fault.values.items()}
