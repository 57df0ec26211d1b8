"""What a translator may change: prose. Facts are copied from the plan's own language and stay closed.

wagtail-localize is an extra; without it the declaration is empty and nothing else changes.
"""

from __future__ import annotations

from typing import Any

try:
    from wagtail_localize.fields import SynchronizedField, TranslatableField
except ImportError:  # the extra [localize] is not installed
    SynchronizedField = TranslatableField = None


def facts(*names: str) -> list[Any]:
    """Fields that a translation copies and a translator cannot change."""
    return [SynchronizedField(name, overridable=False) for name in names] if SynchronizedField else []


def prose(*names: str) -> list[Any]:
    """Fields that a translator fills."""
    return [TranslatableField(name) for name in names] if TranslatableField else []
