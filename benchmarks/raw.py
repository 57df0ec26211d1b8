"""The database's own index asked directly for the page that the search makes of it.

The total, three facets and the ten best by the database's own rank, among evidence that was not withdrawn, for the
same tokens, over the same connection: without texts and marks.
"""

from __future__ import annotations

from typing import Any, Final

from django.db import connection

from ogp_wagtail.evidence.engines import sqlite, vectors
from ogp_wagtail.evidence.statements import rows
from ogp_wagtail.evidence.text import parse

ON_SQLITE: Final = (
    "FROM ogp_search_text CROSS JOIN ogp_search_place AS place ON place.id = ogp_search_text.rowid "
    "CROSS JOIN ogp_wagtail_searchentry AS entry ON entry.id = place.entry "
    "CROSS JOIN ogp_wagtail_evidenceitem AS item ON item.id = entry.item_id "
    "CROSS JOIN ogp_wagtail_evidenceversion AS version ON version.id = item.current_id "
    "WHERE ogp_search_text MATCH %s AND item.withdrawn_on IS NULL"
)
SQLITE: Final = (
    f"SELECT count(DISTINCT place.entry) {ON_SQLITE}",
    f"SELECT item.kind, count(DISTINCT place.entry) {ON_SQLITE} GROUP BY 1",
    f"SELECT version.file_type, count(DISTINCT place.entry) {ON_SQLITE} GROUP BY 1",
    f"SELECT item.plan_id, count(DISTINCT place.entry) {ON_SQLITE} GROUP BY 1",
    f"SELECT place.id, bm25(ogp_search_text, 1.0, 0.25) AS rank {ON_SQLITE} ORDER BY rank LIMIT 10",
)
SQLITE_BARE: Final = (
    "SELECT count(*) FROM ogp_search_text WHERE ogp_search_text MATCH %s",
    "SELECT rowid, bm25(ogp_search_text, 1.0, 0.25) AS rank FROM ogp_search_text "
    "WHERE ogp_search_text MATCH %s ORDER BY rank LIMIT 10",
)
POSTGRESQL: Final = """
WITH found AS MATERIALIZED (
    SELECT text.id, text.entry, item.kind, version.file_type, item.plan_id, ts_rank_cd(text.tokens, %s::tsquery) AS rank
    FROM ogp_search_text AS text
    INNER JOIN ogp_wagtail_searchentry AS entry ON entry.id = text.entry
    INNER JOIN ogp_wagtail_evidenceitem AS item ON item.id = entry.item_id
    INNER JOIN ogp_wagtail_evidenceversion AS version ON version.id = item.current_id
    WHERE text.tokens @@ %s::tsquery AND item.withdrawn_on IS NULL
)
SELECT count(DISTINCT entry), '' FROM found
UNION ALL SELECT count(DISTINCT entry), kind FROM found GROUP BY 2
UNION ALL SELECT count(DISTINCT entry), file_type FROM found GROUP BY 2
UNION ALL SELECT count(DISTINCT entry), plan_id::text FROM found GROUP BY 2
UNION ALL (SELECT id, rank::text FROM found ORDER BY rank DESC LIMIT 10)
"""
POSTGRESQL_BARE: Final = """
WITH found AS MATERIALIZED (
    SELECT id, ts_rank_cd(tokens, %s::tsquery) AS rank FROM ogp_search_text WHERE tokens @@ %s::tsquery
)
SELECT count(*), 0 FROM found UNION ALL (SELECT id, rank FROM found ORDER BY rank DESC LIMIT 10)
"""


def same(text: str) -> int:
    """The page with its filter and facets; returns the total."""
    if connection.vendor == "postgresql":
        return asked(POSTGRESQL, text)
    total, *_rest = (rows(statement, [sqlite.match(parse(text, "en"))]) for statement in SQLITE)
    return int(total[0][0])


def bare(text: str) -> int:
    """Only how many passages match, and the ten best, with no filter; returns how many match."""
    if connection.vendor == "postgresql":
        return asked(POSTGRESQL_BARE, text)
    total, *_rest = (rows(statement, [sqlite.match(parse(text, "en"))]) for statement in SQLITE_BARE)
    return int(total[0][0])


def asked(statement: str, text: str) -> Any:
    """PostgreSQL's answer. The planner is kept from reading the whole table, as for the search itself."""
    wanted = vectors.match(parse(text, "en"))
    return rows(statement, [wanted, wanted])[0][0]
