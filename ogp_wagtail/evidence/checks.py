"""What a site should know about searching its evidence: Django's system checks."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS, connections

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence.engines.chosen import ENGINES


@register(Tags.compatibility)
def search_engine_is_there(**kwargs: Any) -> list[CheckMessage]:
    """W010: evidence is kept and shown on every database, and searched on those that have an engine."""
    name = ogp_settings.SEARCH
    vendor = connections[DEFAULT_DB_ALIAS].vendor
    if (vendor if name == "auto" else name) in ENGINES:
        return []
    return [
        Warning(
            f"Evidence cannot be searched: this release has no engine for {vendor if name == 'auto' else name!r}.",
            hint=f"Evidence is stored and shown all the same. It can be searched on: {', '.join(ENGINES)}.",
            id="ogp_wagtail.W010",
        )
    ]
