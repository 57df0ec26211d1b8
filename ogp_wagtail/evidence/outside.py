"""An index outside of the database: kept in step by a job, put right by the clock's tick, shown by ``ogp_status``.

On sites whose index is in their database all of it does nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from ogp_wagtail.conf import ogp_settings
from ogp_wagtail.evidence.engines.chosen import engine
from ogp_wagtail.evidence.engines.elastic.changes import MIRROR
from ogp_wagtail.jobs.clock import register_tick
from ogp_wagtail.jobs.kinds import register_kind
from ogp_wagtail.jobs.status import register_status

COMPARE: Final = "evidence.compare"
EVERY: Final = timedelta(minutes=5)


def tell() -> None:
    """Tell the server of the changes noted. Where it is away they stay noted for the next tick.

    On a site without workers this runs in the request that changed something, and may not keep it long.
    """
    engine().catch_up(in_a_hurry=ogp_settings.JOBS == "inline")


def repair() -> None:
    """Put right what differs between the server and the database."""
    engine().repair()


def status() -> Mapping[str, Any]:
    """How the index outside stands; empty where there is none."""
    return engine().status()


def register() -> None:
    """Announce the job, the tick and the section."""
    register_kind(MIRROR, tell, label=_("tell the search server of changes"))
    register_tick(
        COMPARE, repair, every=EVERY, queue="slow", label=_("compare the search server with the database")
    )
    register_status("search_server", status)
