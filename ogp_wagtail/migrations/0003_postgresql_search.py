"""The tables of the PostgreSQL engine: no models, so they are made by hand, and on PostgreSQL alone.

``ogp_search_text`` holds the tokens of passages as PostgreSQL's own vectors, which it finds by a GIN index; kept out of
the rows, so that many hits are read fast. ``ogp_search_weight`` holds how much each token counts in each passage. No
extension is needed.
"""

from django.db import migrations

CREATE = (
    "CREATE TABLE ogp_search_text (id bigint PRIMARY KEY, entry bigint NOT NULL, tokens tsvector NOT NULL)"
    " WITH (toast_tuple_target = 128)",
    "CREATE INDEX ogp_search_tokens ON ogp_search_text USING gin (tokens)",
    "CREATE TABLE ogp_search_weight (id bigint PRIMARY KEY, tokens integer[] NOT NULL, weights smallint[] NOT NULL)",
    "ALTER TABLE ogp_search_weight ALTER tokens SET STORAGE MAIN, ALTER weights SET STORAGE MAIN",
)
DROP = ("DROP TABLE IF EXISTS ogp_search_text", "DROP TABLE IF EXISTS ogp_search_weight")


def run(statements):
    def on_postgresql(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return on_postgresql


class Migration(migrations.Migration):
    dependencies = [("ogp_wagtail", "0002_sqlite_search")]

    operations = [migrations.RunPython(run(CREATE), run(DROP))]
