"""The engine of this site: its database, unless ``OGP_WAGTAIL["SEARCH"]`` names another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.db import connection

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence.engines.absent import AbsentEngine
from ogp_wagtail.evidence.engines.base import Engine
from ogp_wagtail.evidence.engines.sqlite import SqliteEngine

ENGINES: Final[dict[str, Callable[[], Engine]]] = {"sqlite": SqliteEngine}


_ready: set[tuple[str, str]] = set()  # engine and database: what was ready stays so


def engine() -> Engine:
    """The engine to ask and to fill. Where this release has none for the database, one that finds nothing."""
    name = ogp_settings.SEARCH if ogp_settings.SEARCH != "auto" else connection.vendor
    found = ENGINES.get(name, AbsentEngine)()
    here = (name, str(connection.settings_dict["NAME"]))
    if here not in _ready:
        if not found.is_ready():
            return AbsentEngine()
        _ready.add(here)
    return found


def is_searchable() -> bool:
    """Whether evidence can be searched on this site."""
    return not isinstance(engine(), AbsentEngine)
