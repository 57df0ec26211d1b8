"""The form of a contribution."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from ogp_wagtail.participation.models.contribution import REPORTS


class ContributionForm(WagtailAdminModelForm):
    """Reports are named by plan and commitment: these are read with them, whatever their number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in REPORTS:
            if field := self.fields.get(name):
                field.queryset = field.queryset.select_related(*_naming(field.queryset.model))


def _naming(model: Any) -> list[str]:
    """The rows by which a report is named."""
    return [one.name for one in model._meta.fields if one.name in ("plan", "commitment")]
