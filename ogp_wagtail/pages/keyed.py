"""Rows of a page: a finding leads to them, and they keep their identity while they are drafted.

A new row in a draft of a live page has no primary key, and its translation key is not in the form: it would get
a new one at every save, and what points at it would lose it. So the form carries the key.
"""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel


class KeyedForm(WagtailAdminModelForm):
    """Carries the row's translation key in a hidden field."""

    row_key = forms.UUIDField(label="", widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["row_key"].initial = self.instance.translation_key

    def _post_clean(self) -> None:
        super()._post_clean()
        key = self.cleaned_data.get("row_key")
        rows = type(self.instance)._default_manager.filter(translation_key=key)
        if key and not self.instance.pk and not rows.exists():
            self.instance.translation_key = key


class RowsPanel(InlinePanel):
    """An inline panel to which an address leads as it leads to a field: by ``#:w:contentpath=`` and its name."""

    def __init__(self, relation_name: str, *args: Any, **kwargs: Any) -> None:
        attrs = {"data-contentpath": relation_name} | (kwargs.pop("attrs", None) or {})
        super().__init__(relation_name, *args, attrs=attrs, **kwargs)


class KeyedInlinePanel(RowsPanel):
    """An inline panel whose new rows keep their key from draft to draft."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        base = (formset["form"],) if "form" in formset else ()
        formset["form"] = type("KeyedRowForm", (KeyedForm, *base), {})
        return options

    @property
    def panel_definitions(self) -> list[Any]:
        definitions = super().panel_definitions
        return [*definitions, FieldPanel("row_key", classname="w-hidden")]
