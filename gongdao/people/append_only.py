"""Tables that only grow: the database itself refuses UPDATE, DELETE and, on PostgreSQL, TRUNCATE."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE = "append-only"


def append_only(table: str, *unique: tuple[str, ...]) -> migrations.RunPython:
    """A migration operation that makes ``table`` append-only on SQLite and on PostgreSQL.

    ``unique`` lists the columns of its unique constraints: SQLite's REPLACE removes the rows it collides with
    without asking the DELETE trigger.
    """

    def install(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _install(table, schema_editor.connection.vendor, unique):
            schema_editor.execute(statement)

    def remove(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _remove(table, schema_editor.connection.vendor):
            schema_editor.execute(statement)

    return migrations.RunPython(install, remove)


def _install(table: str, vendor: str, unique: tuple[tuple[str, ...], ...]) -> list[str]:
    if vendor == "sqlite":
        taken = " OR ".join(
            f"EXISTS (SELECT 1 FROM {table} WHERE {' AND '.join(f'{c} = NEW.{c}' for c in columns)})"
            for columns in (("id",), *unique)
        )
        refuse = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        return [
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}",
        ]
    return [
        f"CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()",
    ]


def _remove(table: str, vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for verb in ("update", "delete", "replace")]
    return [
        f"DROP TRIGGER IF EXISTS {table}_no_change ON {table}",
        f"DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}",
        f"DROP FUNCTION IF EXISTS {table}_refuse()",
    ]
