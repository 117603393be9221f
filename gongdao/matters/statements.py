"""The doorway's own statements. Django builds the SQL of a query anew at every use, which costs more than the
database's work on one row; these few are built once and only their values change. Rows are Django's models."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

Row = TypeVar("Row", bound=models.Model)


def rows_where(model: type[Row], *, any_of: dict[str, Any], lock: bool = False) -> list[Row]:
    """The rows in which one of these columns has this value; ``lock`` holds them until the transaction ends."""
    columns = tuple(field.attname for field in model._meta.concrete_fields)
    found = values_where(model, columns, any_of=any_of, lock=lock)
    return [model.from_db(connection.alias, columns, row) for row in found]


def values_where(
    model: type[models.Model], columns: tuple[str, ...], *, any_of: dict[str, Any], lock: bool = False
) -> list[list[Any]]:
    """Only these columns of such rows: a model for every row costs more than reading it."""
    here = connections[DEFAULT_DB_ALIAS]  # asked once: the usual proxy looks the connection up at every use
    sql = _select(model, columns, tuple(any_of), lock and here.features.has_select_for_update)
    with here.cursor() as cursor:
        cursor.execute(sql, list(any_of.values()))
        found = [list(row) for row in cursor.fetchall()]
    for position, (converters, expression) in _converters(model, columns, here.vendor).items():
        for row in found:
            for convert in converters:
                row[position] = convert(row[position], expression, here)
    return found


def insert(row: models.Model) -> None:
    """Add the row; its primary key is filled in."""
    fields, sql = _insert(type(row))
    with connection.cursor() as cursor:
        cursor.execute(sql, [_prepared(field, row) for field in fields])
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, connection.alias


def update(row: models.Model, columns: Iterable[str]) -> None:
    """Write these columns of the row."""
    fields, sql = _update(type(row), tuple(columns))
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(_prepared(field, row) for field in fields), row.pk])


def _prepared(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    return field.get_db_prep_save(getattr(row, field.attname), connection)


@lru_cache(maxsize=64)
def _select(model: type[models.Model], columns: tuple[str, ...], where: tuple[str, ...], lock: bool) -> str:
    conditions = " OR ".join(f'"{column}" = %s' for column in where)
    listed = ", ".join(f'"{field.column}"' for field in _fields(model, columns))
    sql = f'SELECT {listed} FROM "{model._meta.db_table}" WHERE {conditions}'
    return sql + (" FOR UPDATE" if lock else "")


@lru_cache(maxsize=64)
def _insert(model: type[models.Model]) -> tuple[list[Any], str]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    listed = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(["%s"] * len(fields))
    return fields, f'INSERT INTO "{model._meta.db_table}" ({listed}) VALUES ({values}) RETURNING "id"'


@lru_cache(maxsize=64)
def _update(model: type[models.Model], columns: tuple[str, ...]) -> tuple[list[Any], str]:
    fields = [field for field in model._meta.concrete_fields if field.attname in columns]
    assigned = ", ".join(f'"{field.column}" = %s' for field in fields)
    return fields, f'UPDATE "{model._meta.db_table}" SET {assigned} WHERE "id" = %s'


@lru_cache(maxsize=64)
def _converters(model: type[models.Model], columns: tuple[str, ...], vendor: str) -> Any:
    """How this database's values become Python's; the same for every connection to one kind of database."""
    compiler = model._default_manager.all().query.get_compiler(connection=connection)
    table = model._meta.db_table
    return compiler.get_converters([field.get_col(table) for field in _fields(model, columns)])


def _fields(model: type[models.Model], columns: tuple[str, ...]) -> "list[models.Field[Any, Any]]":
    by_column = {field.attname: field for field in model._meta.concrete_fields}
    return [by_column[column] for column in columns]
