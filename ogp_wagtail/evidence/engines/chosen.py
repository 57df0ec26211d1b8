"""The engine of this site: its database, unless ``OGP_WAGTAIL["SEARCH"]`` names another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any, Final

from django.db import connection
from django.utils.module_loading import import_string

from ogp_wagtail.evidence.engines.absent import AbsentEngine
from ogp_wagtail.evidence.engines.base import Engine
from ogp_wagtail.evidence.engines.elastic.options import faults, options
from ogp_wagtail.evidence.engines.postgresql import PostgresqlEngine
from ogp_wagtail.evidence.engines.sqlite import SqliteEngine
from ogp_wagtail.evidence.engines.wanted import ELASTICSEARCH, wanted

ENGINES: Final[dict[str, Callable[[], Engine]]] = {"sqlite": SqliteEngine, "postgresql": PostgresqlEngine}
# Imported when asked for: its client is an extra that other sites need not install.
ELASTIC: Final = "ogp_wagtail.evidence.engines.elastic.engine.ElasticsearchEngine"


_ready: set[tuple[str, str]] = set()  # engine and database: what was ready stays so


def engine() -> Engine:
    """The engine to ask and to fill. Where this release has none for the database, one that finds nothing."""
    name, given = wanted()
    return elasticsearch(given) if name == ELASTICSEARCH else of_database(name)


def of_database(name: str) -> Engine:
    """An engine inside of the database, if it can be used here."""
    found = ENGINES.get(name, AbsentEngine)()
    here = (name, str(connection.settings_dict["NAME"]))
    if here not in _ready:
        if not found.is_ready():
            return AbsentEngine()
        _ready.add(here)
    return found


def elasticsearch(given: Mapping[str, Any]) -> Engine:
    """The engine on a server, with that of the database to fall back to; that alone, where something is amiss.

    A misspelt setting is told by a system check. It keeps nobody from publishing, nor from searching.
    """
    own = of_database(connection.vendor)
    if obstacles(given):
        return own
    chosen = options(given)
    built: Engine = import_string(ELASTIC)(chosen, own if chosen.fallback else AbsentEngine())
    return built


def obstacles(given: Mapping[str, Any]) -> list[str]:
    """Why Elasticsearch cannot be asked with these options, a sentence each."""
    installed = [] if find_spec("elasticsearch") else ["Install ogp-wagtail[elasticsearch]."]
    return [*installed, *faults(given)]


def is_searchable() -> bool:
    """Whether evidence can be searched on this site."""
    return not isinstance(engine(), AbsentEngine)
