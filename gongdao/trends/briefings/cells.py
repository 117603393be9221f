"""A number of a briefing as the question it answers: which areas, which kinds, which months."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

ALL = "*"


@dataclass(frozen=True, slots=True)
class Cell:
    """New disputes of a kind (None: all) in an area over whole months, "2026-10" to "2026-10"."""

    area: str
    kind: str | None
    first: str
    last: str

    @property
    def says(self) -> str:
        """The query, as one writes it over the lake's ``cases``."""
        level = {6: "county" if self.area[4:] != "00" else "city", 9: "township", 12: "village"}[
            len(self.area)
        ]
        kind = f", kind == '{self.kind}'" if self.kind else ""
        months = self.first if self.first == self.last else f"{self.first}..{self.last}"
        return f"cases.filter({level} == '{self.area}'{kind}, opened in {months}).count()"

    def kept(self) -> list[str | None]:
        """For the record of what was shown."""
        return [self.area, self.kind, self.first, self.last]


@dataclass(frozen=True)
class Cube:
    """Counts of new disputes by township ("": none known), kind and month; ``inside`` says which townships an area holds."""

    counts: Mapping[tuple[str, str, str], int]
    inside: Mapping[str, Collection[str]]

    def count(self, cell: Cell) -> int:
        """The true number."""
        places = set(self.inside[cell.area])
        return sum(
            n
            for (place, kind, month), n in self.counts.items()
            if place in places and cell.kind in (None, kind) and cell.first <= month <= cell.last
        )

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return tuple(sorted({kind for _, kind, _ in self.counts}))


def month_of(day: date) -> str:
    """2026-10."""
    return f"{day:%Y-%m}"


def months_before(month: str, count: int) -> str:
    """The month so many months before."""
    year, number = map(int, month.split("-"))
    at = year * 12 + number - 1 - count
    return f"{at // 12:04d}-{at % 12 + 1:02d}"


def first_day(month: str) -> date:
    """The first day of a month."""
    year, number = map(int, month.split("-"))
    return date(year, number, 1)


def as_json(cells: Mapping[Cell, int]) -> list[list[Any]]:
    """Cells with their numbers, for a JSON field."""
    return [[*cell.kept(), number] for cell, number in cells.items()]
