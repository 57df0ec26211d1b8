"""What a site should know about searching its evidence: Django's system checks."""

from __future__ import annotations

from typing import Any, Final

from django.core.checks import CheckMessage, Tags, Warning, register

from ogp_wagtail.evidence.engines.chosen import ENGINES, obstacles
from ogp_wagtail.evidence.engines.wanted import ELASTICSEARCH, wanted

CAN: Final = "It can be searched on: {}; and on any database with Elasticsearch beside it."


@register(Tags.compatibility)
def search_engine_is_there(**kwargs: Any) -> list[CheckMessage]:
    """W010: evidence is kept and shown on every database, and searched on those that have an engine."""
    name, _options = wanted()
    if name in (*ENGINES, ELASTICSEARCH):
        return []
    return [
        Warning(
            f"Evidence cannot be searched: this release has no engine for {name!r}.",
            hint=f"Evidence is stored and shown all the same. {CAN.format(', '.join(ENGINES))}",
            id="ogp_wagtail.W010",
        )
    ]


@register(Tags.compatibility)
def search_server_can_be_asked(**kwargs: Any) -> list[CheckMessage]:
    """W013: Elasticsearch is asked for in a way that cannot be, and the database's own index is used instead."""
    name, options = wanted()
    found = obstacles(options) if name == ELASTICSEARCH else []
    return [
        Warning(
            f"Elasticsearch is not used, and the database searches in its place. {reason}",
            hint='OGP_WAGTAIL["SEARCH"] is described in docs/reference/settings.md.',
            id="ogp_wagtail.W013",
        )
        for reason in found
    ]
