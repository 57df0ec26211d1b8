"""Hits and groups of one answer in one statement: what the engines inside of a database share.

The statement names the entries found ``best (entry, passage, rank)``, the lowest rank the best. This module adds
which of them are seen, which are chosen, and how many are alike.
"""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from ogp_wagtail.evidence.engines.base import Hit, Page
from ogp_wagtail.evidence.engines.counting import alike, counted
from ogp_wagtail.evidence.facets import FACETS, Chosen
from ogp_wagtail.evidence.models import SearchEntry, Traits
from ogp_wagtail.evidence.ranking import RANKED, ranked
from ogp_wagtail.evidence.statements import rows
from ogp_wagtail.evidence.text import Query

ANSWER: Final = """
WITH {best}, seen (entry, traits) AS MATERIALIZED ({seen}),
groups (traits, number) AS MATERIALIZED (SELECT traits, count(*) FROM seen GROUP BY traits)
SELECT 0, entry, passage, rank, {blanks} FROM (
    SELECT entry, passage, rank FROM best WHERE entry IN (SELECT entry FROM seen {narrowed})
    ORDER BY rank, passage LIMIT %s
) AS shown
UNION ALL SELECT 1, groups.number, 0, 0, {columns}
FROM groups INNER JOIN ({traits}) AS known ON known.id = groups.traits
"""
FOUND: Final = RawSQL("SELECT entry FROM best", ())
BLANKS: Final = ", ".join(["''"] * len(FACETS))
COLUMNS: Final = ", ".join(f"known.facet_{name}" for name in FACETS)


def answer(
    query: Query,
    best: tuple[str, list[Any]],
    among: QuerySet[SearchEntry],
    chosen: Chosen,
    limit: int,
    offset: int,
) -> Page:
    """The page for ``best``, the statement's first part with its parameters."""
    try:
        found = rows(*statement(best, among, chosen, max(RANKED, offset + limit)))
    except EmptyResultSet:
        return Page()
    hits = [Hit(entry, passage, -rank) for what, entry, passage, rank, *_columns in found if what == 0]
    groups = [alike(number, columns) for what, number, _0, _1, *columns in found if what == 1]
    total, facets = counted(groups, chosen)
    return Page(total, tuple(ranked(query, hits)[offset : offset + limit]), facets)


def statement(
    best: tuple[str, list[Any]], among: QuerySet[SearchEntry], chosen: Chosen, limit: int
) -> tuple[str, list[Any]]:
    """The one statement with its parameters. Raises ``EmptyResultSet`` where there is nothing to look among."""
    seen, of_seen = among.filter(pk__in=FOUND).order_by().values_list("pk", "traits").query.sql_with_params()
    traits, of_traits = known_traits().query.sql_with_params()
    narrowed, of_narrowed = narrowing(chosen)
    written = ANSWER.format(
        best=best[0], seen=seen, narrowed=narrowed, traits=traits, blanks=BLANKS, columns=COLUMNS
    )
    return written, [*best[1], *of_seen, *of_narrowed, limit, *of_traits]


def known_traits() -> QuerySet[Traits, Any]:
    """What facets count, each column under the name of its facet."""
    columns = {f"facet_{name}": F(column) for name, column in FACETS.items()}
    known: QuerySet[Traits, Any] = Traits.objects.order_by().values("id", **columns)
    return known


def narrowing(chosen: Chosen) -> tuple[str, tuple[Any, ...]]:
    """The condition on seen entries that they have what was chosen."""
    if not chosen:
        return "", ()
    sql, params = Traits.objects.having(chosen).order_by().values("pk").query.sql_with_params()
    return f"WHERE traits IN ({sql})", params
