"""How the copy on the server stands, for ``ogp_status`` and the admin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext

from ogp_wagtail.evidence import frequencies
from ogp_wagtail.evidence.engines.elastic import asking, writer
from ogp_wagtail.evidence.engines.elastic.server import IndexMissing, Server, ServerAway
from ogp_wagtail.evidence.models import IndexChange, IndexMirror

MANY: Final = 1000  # changes that wait: more than a worker leaves between two ticks


def of(server: Server) -> Mapping[str, Any]:
    """Plain values: ``passages`` in the index (none where it is away) beside those in the database, the
    ``changes`` that wait, and what is being filled.
    """
    mirror, changes = writer.mirror(), IndexChange.objects.count()
    passages, problem = there(server)
    problems = [problem] if problem else []
    if changes > MANY:
        problems.append(
            gettext("%(count)s changes wait for the search server: is a worker running?") % {"count": changes}
        )
    return {
        "engine": "elasticsearch",
        "passages": passages,
        "passages_in_database": frequencies.whole().passages,
        "changes": changes,
        "problems": problems,
    } | facts(mirror)


def there(server: Server) -> tuple[int | None, str]:
    """How many passages the index holds, or why that cannot be told."""
    try:
        return asking.count(server), ""
    except IndexMissing:
        return None, gettext("The search server has no index of this site yet: run ogp_reindex.")
    except ServerAway as error:
        return None, gettext("The search server does not answer: %(reason)s") % {"reason": error}


def facts(mirror: IndexMirror) -> dict[str, Any]:
    """What the row about the index outside says."""
    return {
        "filling": mirror.filling,
        "filled_to": mirror.filled_to,
        "compared_at": mirror.compared_at.isoformat() if mirror.compared_at else None,
        "away_since": mirror.away_since.isoformat() if mirror.away_since else None,
        "error": mirror.error,
    }
