"""Our codes and the names of the SF/T standards, in a table that an office may edit.

Names only: the code numbers of SF/T 0018-2019 are not on file, so that column waits for the office.
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def rows() -> tuple[dict[str, str], ...]:
    """table, code, name, number (empty where not on file), source."""
    text = (files("gongdao.services.exchange") / "names.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def name_of(table: str, code: str) -> str:
    """What the standard calls our code; the code itself where it has no name there."""
    return next((row["name"] for row in rows() if (row["table"], row["code"]) == (table, code)), code)


def code_of(table: str, said: str) -> str | None:
    """Our code for a code, a name or a number of the standard."""
    found = (
        row["code"]
        for row in rows()
        if row["table"] == table and said in (row["code"], row["name"], row["number"])
    )
    return next(found, None) if said else None
