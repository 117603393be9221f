"""One measure over two dimensions, and the matters behind each of its cells.

The number and the list come from the same filter, so they cannot differ.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from gongdao.trends.lake.opening import Lake
from gongdao.trends.statistics.cases import cases
from gongdao.trends.statistics.measures import Adds, Measure
from gongdao.trends.statistics.medians import median_of_counts
from gongdao.trends.statistics.periods import Period

if TYPE_CHECKING:
    import ibis.expr.types as ir

# dimension → what it is called; each is a column of ``cases``, except the month, which the measure's day gives
DIMENSIONS: Mapping[str, str] = {
    "city": "市", "county": "县（区）", "township": "乡镇（街道）", "village": "村（社区）",
    "kind": "纠纷种类", "finer_kind": "具体种类", "month": "月份", "office": "机构", "source": "来源",
    "committee": "调委会类别", "form": "协议形式",
}  # fmt: skip
Key = str | int | None


@dataclass(frozen=True)
class Question:
    """What is asked: which measure, by what, when, and where. ``offices`` are those whose matters the asker may open;
    None asks about all. ``only`` fixes values of dimensions."""

    measure: Measure
    rows: str
    columns: str
    period: Period
    offices: frozenset[str] | None
    only: Mapping[str, Key] = field(default_factory=dict)

    def cell(self, row: Key, column: Key) -> "Question":
        """The same for one cell."""
        return replace(self, only={**self.only, self.rows: row, self.columns: column})


@dataclass(frozen=True)
class Answer:
    """Cells by (row, column), and the margins. Only what is not zero is there; a key may be None (not known)."""

    cells: Mapping[tuple[Key, Key], int]
    row_totals: Mapping[Key, int]
    column_totals: Mapping[Key, int]
    total: int


def answer(lake: Lake, question: Question) -> Answer:
    """Every cell of the table. Amounts are in fen; medians are whole or half days, times two."""
    c = _chosen(lake, question)
    keys = [
        _dimension(c, question, name).name(label)
        for name, label in ((question.rows, "row"), (question.columns, "col"))
    ]
    if question.measure.adds is Adds.DAYS:
        return _medians(c.select(*keys, days=_days(c, question.measure)))
    grouped = c.group_by(keys).agg(n=_added(c, question.measure)).to_pyarrow().to_pylist()
    return _summed({(row["row"], row["col"]): int(row["n"] or 0) for row in grouped})


def matters_behind(lake: Lake, question: Question) -> list[int]:
    """The ids of the matters that a cell (a question with its row and column fixed) counts."""
    found = _chosen(lake, question).select("matter").order_by("matter").to_pyarrow()
    return [int(value) for value in found["matter"].to_pylist()]


def _chosen(lake: Lake, question: Question) -> "ir.Table":
    c = cases(lake.events, question.period.days)
    day = c[question.measure.day]
    c = c.filter(day >= question.period.first, day < question.period.after)
    if question.offices is not None:
        c = c.filter(c.office.isin(sorted(question.offices))) if question.offices else c.limit(0)
    for name, value in question.only.items():
        column = _dimension(c, question, name)
        c = c.filter(column.isnull() if value is None else column == value)
    return c


def _dimension(c: "ir.Table", question: Question, name: str) -> "ir.Value":
    if name == "month":
        day = c[question.measure.day]
        return (day.year() * 100 + day.month()).cast("int64")
    return c[name]


def _added(c: "ir.Table", measure: Measure) -> "ir.Value":
    return c.count() if measure.adds is Adds.MATTERS else c[measure.column].cast("int64").sum()


def _days(c: "ir.Table", measure: Measure) -> "ir.Value":
    return c[measure.column].delta(c[measure.since], unit="day").cast("int64")


def _medians(days: "ir.Table") -> Answer:
    """Counted per number of days and finished here: the middle is then the same on every engine."""
    counted = days.group_by("row", "col", "days").agg(n=days.count()).to_pyarrow().to_pylist()

    def middle(keys: Sequence[str]) -> dict[Any, int]:
        found: dict[Any, dict[int, int]] = {}
        for row in counted:
            own = found.setdefault(tuple(row[key] for key in keys), {})
            own[row["days"]] = own.get(row["days"], 0) + row["n"]
        return {key: median_of_counts(own) for key, own in found.items()}

    return Answer(
        middle(("row", "col")),
        {key[0]: value for key, value in middle(("row",)).items()},
        {key[0]: value for key, value in middle(("col",)).items()},
        middle(()).get((), 0),
    )


def _summed(cells: Mapping[tuple[Key, Key], int]) -> Answer:
    rows: dict[Key, int] = {}
    columns: dict[Key, int] = {}
    for (row, column), value in cells.items():
        rows[row] = rows.get(row, 0) + value
        columns[column] = columns.get(column, 0) + value
    return Answer(cells, rows, columns, sum(rows.values()))
