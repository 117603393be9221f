"""Which cells of a return a wider audience sees, given everything published before."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from gongdao.trends.returns.basis import COUNTED, NONE, VALUES, Basis
from gongdao.trends.returns.columns import BY_CODE, COLUMNS, Column, Unit
from gongdao.trends.suppression import Sums, protect
from gongdao.trends.suppression.sums import Atom

# Columns of numbers of matters are protected; people and amounts are shown where the matters behind them are.
PROTECTED: tuple[Column, ...] = tuple(c for c in COLUMNS if c.collected and c.unit is Unit.MATTERS)
FOLLOWS: Mapping[str, str] = {"people": "cases", "amount": "agreed"}
DEAR = frozenset({"cases", "agreed"})
Shown = dict[str, dict[str, int | None]]  # row → column → figure, None where it is hidden


@dataclass(frozen=True)
class Layout:
    """A table's sums: its months, and its rows' offices (the total among them)."""

    months: tuple[str, ...]
    rows: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Earlier:
    """A table shown before: its layout and which cells were not hidden."""

    layout: Layout
    shown: Mapping[str, Collection[str]]


def shown_cells(basis: Basis, layout: Layout, earlier: Sequence[Earlier], threshold: int) -> Shown:
    """The table for wider audiences. ``basis`` must cover this table and the earlier ones. Raises CannotProtect."""
    classes = _Classes(basis, [layout, *(one.layout for one in earlier)])
    sums = Sums(classes.truth())
    sums.equal = classes.equalities()
    shown, sensitive = [], []
    for one in earlier:
        for row, offices in one.layout.rows.items():
            shown += [
                _add(sums, classes, one.layout, row, offices, BY_CODE[code])
                for code in one.shown[row]
                if code not in FOLLOWS
            ]
            sensitive += _following(sums, classes, one.layout, row, offices, set(one.shown[row]))
    mine = {
        (row, column.code): _add(sums, classes, layout, row, offices, column)
        for row, offices in layout.rows.items() for column in PROTECTED
    }  # fmt: skip
    for row, offices in layout.rows.items():
        sensitive += _following(sums, classes, layout, row, offices, {c.code for c in PROTECTED})
    dear = [number for (_, code), number in mine.items() if code in DEAR]
    hidden = protect(
        sums, candidates=list(mine.values()), sensitive=sensitive, shown=shown, threshold=threshold, dear=dear
    )
    return _table(basis, layout, {cell for cell, number in mine.items() if number in hidden})


def _table(basis: Basis, layout: Layout, hidden: Collection[tuple[str, str]]) -> Shown:
    found: Shown = {}
    for row, offices in layout.rows.items():
        found[row] = {
            column.code: None if (row, FOLLOWS.get(column.code, column.code)) in hidden
            else basis.figure(column, layout.months, offices)
            for column in COLUMNS if column.collected
        }  # fmt: skip
    return found


def _add(
    sums: Sums, classes: "_Classes", layout: Layout, row: str, offices: Collection[str], column: Column
) -> int:
    sums.add((layout.months, row, column.code), classes.atoms_of(column, layout.months, offices))
    return len(sums.names) - 1


def _following(
    sums: Sums,
    classes: "_Classes",
    layout: Layout,
    row: str,
    offices: Collection[str],
    shown: Collection[str],
) -> list[int]:
    """What follows from the row without standing in it: cases without an agreement; and its own hidden cells."""
    sums.add((layout.months, row, NONE), classes.values("form", (NONE,), layout.months, offices))
    found = [len(sums.names) - 1]
    hidden = [column for column in PROTECTED if column.code not in shown]
    return found + [_add(sums, classes, layout, row, offices, column) for column in hidden]


class _Classes:
    """Months and offices that every table treats alike are one: fewer unknowns, the same equations."""

    def __init__(self, basis: Basis, layouts: Sequence[Layout]):
        self.basis = basis
        rows = [offices for layout in layouts for offices in layout.rows.values()]
        self.month = _alike(
            {m for layout in layouts for m in layout.months}, [set(layout.months) for layout in layouts]
        )
        everywhere = set().union(*rows)
        kinds = [
            {o for o, kind in basis.committee.items() if kind == one}
            for one in sorted(set(basis.committee.values()))
        ]
        self.office = _alike(everywhere, [*rows, *kinds])
        self.value = {name: VALUES[name] for name in (*COUNTED, "performed", "confirmed")}

    def truth(self) -> dict[Atom, int]:
        """Every atom, also those that are zero: an outsider does not know."""
        found: dict[Atom, int] = {
            (month, office, name, value): 0
            for month in set(self.month.values()) for office in set(self.office.values())
            for name, values in self.value.items() for value in values
        }  # fmt: skip
        for (month, office, name, value), n in self.basis.atoms.items():
            if month in self.month and office in self.office and name in self.value:
                found[self.month[month], self.office[office], name, value] += n
        return dict(sorted(found.items()))

    def equalities(self) -> list[Mapping[Atom, int]]:
        """Cases by kind are the cases by source and by form, in every month and office."""
        found: list[Mapping[Atom, int]] = []
        for month in sorted(set(self.month.values())):
            for office in sorted(set(self.office.values())):
                for name in COUNTED[1:]:
                    one: dict[Atom, int] = {
                        (month, office, COUNTED[0], value): 1 for value in self.value[COUNTED[0]]
                    }
                    found.append(one | {(month, office, name, value): -1 for value in self.value[name]})
        return found

    def atoms_of(self, column: Column, months: Collection[str], offices: Collection[str]) -> list[Atom]:
        wanted = {
            (self.office[office], name, value) for office, name, value in self.basis.of(column, offices)
        }
        return [
            (month, *rest) for month in sorted({self.month[m] for m in months}) for rest in sorted(wanted)
        ]

    def values(
        self, name: str, values: Collection[str], months: Collection[str], offices: Collection[str]
    ) -> list[Atom]:
        return [
            (month, office, name, value)
            for month in sorted({self.month[m] for m in months}) for office in sorted({self.office[o] for o in offices})
            for value in values
        ]  # fmt: skip


def _alike(members: Collection[str], sets: Sequence[Collection[str]]) -> dict[str, str]:
    """Each member's class, named after its first member."""
    first: dict[tuple[bool, ...], str] = {}
    return {one: first.setdefault(tuple(one in s for s in sets), one) for one in sorted(members)}
