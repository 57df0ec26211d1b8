"""Which engine a site asks for in ``OGP_WAGTAIL["SEARCH"]``: a name, an address, or a dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.db import connection

from ogp_wagtail.conf import ogp_settings

ELASTICSEARCH: Final = "elasticsearch"
ADDRESSES: Final = ("http://", "https://")


def wanted() -> tuple[str, Mapping[str, Any]]:
    """The name of the engine and its options; of the database's own engine where the site names none."""
    said: Any = ogp_settings.SEARCH
    if isinstance(said, Mapping):
        options = dict(said)
        return named(str(options.pop("ENGINE", "auto"))), options
    if str(said).startswith(ADDRESSES):
        return ELASTICSEARCH, {"URL": said}
    return named(str(said)), {}


def named(name: str) -> str:
    """The engine's name, where the site left it to the database."""
    return connection.vendor if name == "auto" else name
