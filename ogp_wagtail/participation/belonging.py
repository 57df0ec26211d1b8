"""What a row speaks of belongs to the row's own plan."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def refuse_others(row: Any, *names: str) -> None:
    """Raise ``ValidationError`` at each of these fields that names something of another plan than the row's."""
    others = {
        name: _("It belongs to another plan than “%(plan)s”.") % {"plan": row.plan}
        for name in names
        if row.plan_id and (one := getattr(row, name)) is not None and one.plan_id != row.plan_id
    }
    if others:
        raise ValidationError(others)
