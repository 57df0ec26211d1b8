"""The full-text table of the SQLite engine: not a model, so it is made by hand, and on SQLite alone.

``ogp_search_text`` holds the tokens of passages without their text; ``ogp_search_place`` says which entry a passage is of,
in rows so narrow that a common word's many hits cost little.
"""

from django.db import migrations

CREATE = (
    "CREATE VIRTUAL TABLE ogp_search_text USING fts5(stems, words, content='', tokenize=\"ascii\")",
    "CREATE TABLE ogp_search_place (id integer PRIMARY KEY, entry integer NOT NULL)",
)
DROP = ("DROP TABLE IF EXISTS ogp_search_text", "DROP TABLE IF EXISTS ogp_search_place")
FTS5 = "SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"


def has_fts5(schema_editor):
    """Some builds of SQLite lack it; the site works without, and a system check says so."""
    if schema_editor.connection.vendor != "sqlite":
        return False
    with schema_editor.connection.cursor() as cursor:
        return cursor.execute(FTS5).fetchone() is not None


def create(apps, schema_editor):
    if has_fts5(schema_editor):
        for statement in CREATE:
            schema_editor.execute(statement)


def drop(apps, schema_editor):
    if has_fts5(schema_editor):
        for statement in DROP:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ogp_wagtail", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
