"""Model fields that draw their choices from the handbook's vocabularies, or name one of its editions.

A vocabulary may gain or reword an entry with an edition of the handbook. That is not a change of the
table, so both fields hide their choices from migrations.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ogp_wagtail.handbook import vocabularies
from ogp_wagtail.handbook.editions import EDITIONS
from ogp_wagtail.handbook.vocabularies import Vocabulary


def translated_choices(vocabulary: Vocabulary) -> list[tuple[str, Any]]:
    """The vocabulary as Django choices, labels translated when they are shown."""
    return [(slug, _(label)) for slug, label in vocabulary.choices]


def label(vocabulary: Vocabulary, slug: str) -> str:
    """The translated label of one entry; an entry that the vocabulary has lost shows as its slug."""
    return gettext(vocabulary.label_of(slug)) if slug in vocabulary.slugs else slug


class VocabularyField(models.CharField):  # type: ignore[type-arg]
    """One entry of a vocabulary, stored as its slug.

    ``vocabulary`` is the name of a list in ``handbook.vocabularies``, for instance ``"SCOPES"``.
    """

    def __init__(self, *args: Any, vocabulary: str | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        self.vocabulary = vocabulary
        if vocabulary:
            kwargs["choices"] = translated_choices(getattr(vocabularies, vocabulary))
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, "django.db.models.CharField", args, kwargs


class MonthField(models.DateField):  # type: ignore[type-arg]
    """A month, stored as its first day and entered as MM/YYYY (Annex 2 item 17)."""

    FORMATS = ("%m/%Y", "%Y-%m", "%Y-%m-%d")

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateField", args, kwargs

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        day = super().pre_save(model_instance, add)
        if day is not None:
            day = day.replace(day=1)
            setattr(model_instance, self.attname, day)
        return day

    def formfield(self, **kwargs: Any) -> Any:
        return forms.DateField(
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text") or _("Month and year, for instance 03/2027."),
            required=kwargs.get("required", not self.blank),
            input_formats=self.FORMATS,
            widget=forms.DateInput(
                format="%m/%Y", attrs={"placeholder": _("MM/YYYY"), "inputmode": "numeric"}
            ),
            error_messages={"invalid": _("Write the month as MM/YYYY, for instance 03/2027.")},
        )


class WebAddressField(models.URLField):  # type: ignore[type-arg]
    """A URL; one typed without a scheme is taken as https, on every version of Django."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**({"assume_scheme": "https"} | kwargs))


class VocabularyListField(models.JSONField):
    """Several entries of a vocabulary, stored as a JSON list of slugs."""

    def __init__(self, *args: Any, vocabulary: str | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        self.vocabulary = vocabulary
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        allowed = getattr(vocabularies, self.vocabulary or "").slugs
        unknown = [entry for entry in value or [] if entry not in allowed]
        if unknown:
            raise ValidationError(
                gettext("“%(unknown)s” is not in the list. Allowed: %(allowed)s."),
                params={"unknown": ", ".join(map(str, unknown)), "allowed": ", ".join(allowed)},
            )

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
            required=kwargs.get("required", not self.blank),
            choices=translated_choices(getattr(vocabularies, self.vocabulary or "")),
            widget=kwargs.get("widget") or forms.CheckboxSelectMultiple,
            initial=[],
        )


class EditionField(models.CharField):  # type: ignore[type-arg]
    """The code of an edition of the handbook."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 40} | kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if value not in EDITIONS:
            text = gettext("“%(value)s” is no edition of the handbook. Editions: %(all)s.")
            raise ValidationError({self.name: text % {"value": value, "all": ", ".join(EDITIONS)}})
        return super().get_db_prep_save(value, connection)
