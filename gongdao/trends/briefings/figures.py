"""The numbers of one briefing: asked for while it is written, numbered for the annex, shown only if they may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gongdao.people.models import Area
from gongdao.trends.briefings.cells import Cell, Cube, months_before
from gongdao.triage.kinds import FIRST_LEVEL

HIDDEN = "数太小"


@dataclass(frozen=True)
class Wanted:
    """Every cell that a briefing on an area and a month may show."""

    area: Area
    parts: tuple[Area, ...]
    month: str

    @property
    def before(self) -> str:
        return months_before(self.month, 1)

    @property
    def a_year_ago(self) -> str:
        return months_before(self.month, 12)

    @property
    def year_began(self) -> str:
        """The first of the twelve months that end with this one."""
        return months_before(self.month, 11)

    def month_cell(self, area: Area, kind: str | None, month: str) -> Cell:
        return Cell(area.code, kind, month, month)

    def year_cell(self, area: Area, kind: str | None = None) -> Cell:
        return Cell(area.code, kind, self.year_began, self.month)

    @property
    def totals(self) -> list[Cell]:
        """What every briefing must say."""
        months = (self.month, self.before, self.a_year_ago)
        return [*(self.month_cell(self.area, None, month) for month in months), self.year_cell(self.area)]

    def all_cells(self) -> list[Cell]:
        found = list(self.totals)
        for kind in FIRST_LEVEL:
            found += [
                self.month_cell(self.area, kind.code, m) for m in (self.month, self.before, self.a_year_ago)
            ]
        for part in self.parts:
            found += [self.month_cell(part, None, self.month), self.year_cell(part)]
        return found


@dataclass
class Figures:
    """Hands out numbers as they are written down; what was asked stands in the annex with its query."""

    cube: Cube
    hidden: set[Cell]
    asked: dict[Cell, int] = field(default_factory=dict)

    def value(self, cell: Cell) -> int | None:
        """The number, None where it stays hidden."""
        return None if cell in self.hidden else self.cube.count(cell)

    def said(self, cell: Cell) -> str:
        """The number as it stands in the text, with its place in the annex: 123〔4〕."""
        value = self.value(cell)
        if value is None:
            return HIDDEN
        return f"{value}〔{self.asked.setdefault(cell, len(self.asked) + 1)}〕"

    @property
    def shown(self) -> Mapping[Cell, int]:
        """Every number that was written down."""
        return {cell: self.cube.count(cell) for cell in self.asked}
