"""Who reports: an office and the offices below it. A return has one row for each office directly below, and one for
what the office itself handles; the sum of the rows is the office's own row in the return of the office above."""

from dataclasses import dataclass

from gongdao.people.models import Office, OfficeKind

OWN = "own"  # the row for what the reporting office handles itself
TOTAL = "total"


# Offices that mediate, or have others below them that do: they stand in the table even with nothing to report.
_REPORTING = {
    OfficeKind.COMMITTEE, OfficeKind.SECTOR_COMMITTEE, OfficeKind.STATION, OfficeKind.COUNTY_BUREAU, OfficeKind.CITY_BUREAU,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its code and title, and the codes of the offices whose matters it counts. A row that is not ``kept``
    stands in the table only if something was counted in it."""

    code: str
    title: str
    offices: frozenset[str]
    kept: bool = True


def rows_of(unit: Office) -> list[Row]:
    """The rows of a unit's return, in the order of the register, without the total."""
    below = list(Office.objects.filter(path__startswith=unit.path).order_by("path"))
    rows = [
        Row(
            child.code, child.name, frozenset(o.code for o in below if o.path.startswith(child.path)),
            child.kind in _REPORTING and child.is_active,
        )
        for child in below if child.parent_id == unit.pk
    ]  # fmt: skip
    mediates = unit.kind in (OfficeKind.COMMITTEE, OfficeKind.SECTOR_COMMITTEE)
    return [Row(OWN, f"{unit.name}（本级）", frozenset({unit.code}), mediates), *rows]


def offices_of(unit: Office) -> frozenset[str]:
    """The codes of the unit and of every office below it."""
    return frozenset(Office.objects.filter(path__startswith=unit.path).values_list("code", flat=True))
