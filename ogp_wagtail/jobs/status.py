"""How the work in the background stands, for ``ogp_status`` and the admin. Rooms add sections of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Section = Mapping[str, Any]

_sections: dict[str, Callable[[], Section]] = {}


def register_status(name: str, section: Callable[[], Section]) -> None:
    """Have ``ogp_status`` show a section under ``name``.

    ``section`` returns plain values for JSON. Under its key ``"problems"`` it may list sentences, each of which
    says what a person has to do; then ``ogp_status`` ends with exit code 1.
    """
    _sections[name] = section
