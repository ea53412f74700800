"""The entries of search, and the index over their words that each database keeps in step by itself."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = (
    # The words lie in the table; this is the index over them, kept in step by triggers.
    """CREATE VIRTUAL TABLE registry_words USING fts5(
        exact, bare, content='registry_entry', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
    )""",
    """CREATE TRIGGER registry_words_in AFTER INSERT ON registry_entry BEGIN
        INSERT INTO registry_words(rowid, exact, bare) VALUES (new.id, new.exact, new.bare);
    END""",
    """CREATE TRIGGER registry_words_out AFTER DELETE ON registry_entry BEGIN
        INSERT INTO registry_words(registry_words, rowid, exact, bare) VALUES ('delete', old.id, old.exact, old.bare);
    END""",
    """CREATE TRIGGER registry_words_anew AFTER UPDATE ON registry_entry BEGIN
        INSERT INTO registry_words(registry_words, rowid, exact, bare) VALUES ('delete', old.id, old.exact, old.bare);
        INSERT INTO registry_words(rowid, exact, bare) VALUES (new.id, new.exact, new.bare);
    END""",
)
_SQLITE_BACK = (
    "DROP TRIGGER registry_words_in",
    "DROP TRIGGER registry_words_out",
    "DROP TRIGGER registry_words_anew",
    "DROP TABLE registry_words",
)
_POSTGRESQL = (
    "CREATE INDEX registry_entry_exact ON registry_entry USING gin (to_tsvector('simple', exact))",
    "CREATE INDEX registry_entry_bare ON registry_entry USING gin (to_tsvector('simple', bare))",
)
_POSTGRESQL_BACK = ("DROP INDEX registry_entry_exact", "DROP INDEX registry_entry_bare")


def forwards(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL:
        schema_editor.execute(statement, params=None)


def backwards(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL_BACK:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("registry", "0002_audit")]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sort",
                    models.SmallIntegerField(
                        choices=[
                            (1, "Tallies"),
                            (2, "Directives"),
                            (3, "Proposals"),
                            (4, "References"),
                            (5, "People"),
                            (10, "Head"),
                            (11, "Text"),
                        ]
                    ),
                ),
                ("start", models.IntegerField(default=0)),
                ("end", models.IntegerField(default=0)),
                ("label", models.CharField(blank=True, default="", max_length=120)),
                ("shown", models.CharField(blank=True, default="", max_length=300)),
                ("exact", models.TextField()),
                ("bare", models.TextField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="registry.document",
                    ),
                ),
                (
                    "fact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="registry.fact",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["sort", "label"], name="registry_en_sort_7dcb68_idx")]},
        ),
        migrations.RunPython(forwards, backwards),
    ]
