"""The figures of a return, by office, in one pass over the cases; and the matters behind any of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongdao.trends.lake.opening import Lake
from gongdao.trends.returns.columns import COLUMNS, Column
from gongdao.trends.returns.units import TOTAL, Row
from gongdao.trends.statistics.cases import cases
from gongdao.trends.statistics.periods import Period

if TYPE_CHECKING:
    import ibis.expr.types as ir

Figures = Mapping[str, int]  # column code → figure, amounts in fen; only what is collected
COLLECTED: tuple[Column, ...] = tuple(column for column in COLUMNS if column.collected)


@dataclass(frozen=True)
class Table:
    """A return: its rows and, by row and column, its figures. The total is the sum of the rows, never typed."""

    period: Period
    rows: Sequence[Row]
    figures: Mapping[str, Figures]

    @property
    def total(self) -> Figures:
        """The sum of every column."""
        return add(self.figures.values())

    def row(self, code: str) -> Figures:
        """One row, or the total."""
        return self.total if code == TOTAL else self.figures[code]


def figures_expression(found: "ir.Table", period: Period) -> "ir.Table":
    """Every figure by office: one aggregation over ``cases``, the same on any engine."""
    found = _placed(found, period)
    columns = {column.code: _figure(found, column) for column in COLLECTED}
    return found.group_by("office").agg(**columns)


def compute(lake: Lake, rows: Sequence[Row], period: Period) -> Table:
    """The return of these rows for the period."""
    found = figures_expression(cases(lake.events, period.days), period).to_pyarrow().to_pylist()
    by_office = {row["office"]: {c.code: int(row[c.code] or 0) for c in COLLECTED} for row in found}
    figures = {
        row.code: add(by_office[code] for code in sorted(row.offices) if code in by_office) for row in rows
    }
    shown = [row for row in rows if row.kept or any(figures[row.code].values())]
    return Table(period, shown, {row.code: figures[row.code] for row in shown})


def matters_behind(lake: Lake, offices: Collection[str], column: Column, period: Period) -> list[int]:
    """The ids of the matters that one figure counts (or whose people or amounts it adds), by the same condition."""
    found = _placed(cases(lake.events, period.days), period)
    found = found.filter(_counts(found, column), found.office.isin(sorted(offices)))
    return [
        int(value) for value in found.select("matter").order_by("matter").to_pyarrow()["matter"].to_pylist()
    ]


def add(figures: Iterable[Figures]) -> Figures:
    """The sum, column by column."""
    total = dict.fromkeys((column.code for column in COLLECTED), 0)
    for one in figures:
        for code, value in one.items():
            total[code] += value
    return total


def _placed(found: "ir.Table", period: Period) -> "ir.Table":
    """With a column for each day that places figures: whether it lies in the period. Forty figures then share three."""
    days = sorted({column.day for column in COLLECTED})
    return found.mutate(
        **{f"{day}_in": (found[day] >= period.first) & (found[day] < period.after) for day in days}
    )


def _counts(found: "ir.Table", column: Column) -> "ir.BooleanValue":
    assert column.when
    return (column.when(found) & found[f"{column.day}_in"]).fill_null(False)


def _figure(found: "ir.Table", column: Column) -> "ir.Value":
    counted = _counts(found, column)
    if column.adds:
        return found[column.adds].cast("int64").sum(where=counted)
    return counted.cast("int64").sum()
