"""Who reports: an office and the offices below it. A return has one row for each office directly below, and one for
what the office itself handles; the sum of the rows is the office's own row in the return of the office above."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongdao.people.models import Office

OWN = "own"  # the row for what the reporting office handles itself
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its code and title, and the codes of the offices whose matters it counts."""

    code: str
    title: str
    offices: frozenset[str]


def rows_of(unit: Office) -> list[Row]:
    """The rows of a unit's return, in the order of the register, without the total."""
    below = list(Office.objects.filter(path__startswith=unit.path).order_by("path"))
    children = [office for office in below if office.parent_id == unit.pk]
    rows = [
        Row(child.code, child.name, frozenset(o.code for o in below if o.path.startswith(child.path)))
        for child in children
    ]
    return [Row(OWN, f"{unit.name}（本级）", frozenset({unit.code})), *rows]


def offices_of(unit: Office) -> frozenset[str]:
    """The codes of the unit and of every office below it."""
    return frozenset(Office.objects.filter(path__startswith=unit.path).values_list("code", flat=True))


def with_matters(rows: Sequence[Row], offices: frozenset[str]) -> list[Row]:
    """Only rows in which something was counted, and those of offices that mediate; a legal-aid centre needs no row."""
    return [row for row in rows if row.offices & offices]
