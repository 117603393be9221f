"""The limit: the statements of one step, captured once, sent again with fresh values straight through the driver."""

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from gongdao.matters.models import Matter

_INSERT = re.compile(r'^INSERT INTO "\w+" \(([^)]*)\) VALUES')
_ASSIGNED = re.compile(r'"(\w+)" = %s')


@dataclass
class Raw:
    """Replays the captured statements on other matters. What it writes is only as large as the real thing."""

    statements: list[tuple[str, list[Any], list[str | None]]]
    seq: dict[int, int]
    number: dict[int, str]

    def step(self, pk: int) -> None:
        """One transaction with the same statements on matter ``pk``."""
        seq = self.seq[pk] = self.seq[pk] + 1
        fresh = {
            "matter": pk, "seq": seq, "key": f"raw-{pk}-{seq}", "ref": f"contact_note#{seq}",
            "number": self.number[pk],
            "fingerprint": secrets.token_hex(32), "head": secrets.token_hex(32),
        }  # fmt: skip
        cursor = connection.connection.cursor()
        cursor.execute("BEGIN" if connection.vendor == "postgresql" else "BEGIN IMMEDIATE")
        for sql, params, names in self.statements:
            cursor.execute(
                sql,
                [
                    fresh.get(name, value) if name else value
                    for value, name in zip(params, names, strict=True)
                ],
            )
            if cursor.description:
                cursor.fetchall()
        cursor.execute("COMMIT")


def captured(step: Callable[[], object], matter: Matter, key: str, others: Sequence[int]) -> Raw:
    """Take one real step of ``matter`` with ``key`` and remember its statements for ``others``."""
    log: list[tuple[str, list[Any]]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        log.append((sql, list(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        step()
    statements = [
        (
            sql if connection.vendor == "postgresql" else sql.replace("%s", "?"),
            params,
            _names(sql, params, matter.pk, key),
        )
        for sql, params in log
        if not sql.startswith("BEGIN")
    ]
    rows = Matter.objects.filter(pk__in=others)
    return Raw(statements, dict(rows.values_list("pk", "seq")), dict(rows.values_list("pk", "number")))


def _names(sql: str, params: list[Any], pk: int, key: str) -> list[str | None]:
    """For every parameter the fresh value that takes its place, if any."""
    columns: list[str] = []
    if found := _INSERT.match(sql):
        columns = re.findall(r'"(\w+)"', found[1])
    elif sql.startswith("UPDATE"):
        columns = _ASSIGNED.findall(sql)
    if len(columns) != len(params):
        columns = [""] * len(params)
    names: list[str | None] = []
    for column, value in zip(columns, params, strict=True):
        if column in ("seq", "ref", "number", "fingerprint", "head"):
            names.append(column)
        elif value == pk and not isinstance(value, bool):
            names.append("matter")
        else:
            names.append("key" if value == key else None)
    return names
