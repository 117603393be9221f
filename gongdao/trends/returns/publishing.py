"""The version of a return for wider audiences, given every table they have already been shown."""

from collections.abc import Sequence

from gongdao.trends.lake.opening import Lake
from gongdao.trends.returns.basis import Basis, compute_basis
from gongdao.trends.returns.computing import Table
from gongdao.trends.returns.disclosure import Earlier, Layout, Shown, shown_cells
from gongdao.trends.returns.freezing import thawed_basis, thawed_table
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.units import TOTAL


def for_everybody(lake: Lake, table: Table, *, threshold: int) -> tuple[Shown, Basis]:
    """What everybody may see, and the atoms it is added up from. Raises CannotProtect."""
    layout = layout_of(table)
    before = touching(layout)
    offices = layout.rows[TOTAL]
    basis = _together(
        [thawed_basis(one) for one in before], compute_basis(lake, table.period, offices), before, layout
    )
    earlier = [
        Earlier(layout_of(thawed_table(one)), {
            row: [code for code, value in cells.items() if value is not None] for row, cells in one.shown.items()
        })
        for one in before
    ]  # fmt: skip
    return shown_cells(basis, layout, earlier, threshold), basis.covered_by(layout.months, offices)


def layout_of(table: Table) -> Layout:
    """Months and rows, the total among them."""
    rows = {row.code: row.offices for row in table.rows}
    everywhere = frozenset().union(*rows.values())
    return Layout(tuple(str(month) for month in table.period.months), {**rows, TOTAL: everywhere})


def touching(layout: Layout) -> list[PublishedReturn]:
    """Published tables that share months and offices with this one, or with one that does; oldest first."""
    left = list(PublishedReturn.objects.filter(restates=None).select_related("unit").order_by("pk"))
    layouts = {one.pk: layout_of(thawed_table(one)) for one in left}
    found: list[PublishedReturn] = []
    reached = [layout]
    while reached:
        known = reached.pop()
        near = [one for one in left if _share(known, layouts[one.pk])]
        left = [one for one in left if one not in near]
        found += near
        reached += [layouts[one.pk] for one in near]
    return sorted(found, key=lambda one: one.pk)


def _share(one: Layout, other: Layout) -> bool:
    return bool(set(one.months) & set(other.months)) and bool(one.rows[TOTAL] & other.rows[TOTAL])


def _together(kept: Sequence[Basis], new: Basis, before: Sequence[PublishedReturn], layout: Layout) -> Basis:
    """One set of atoms: a month of an office counts as it did when it was first published."""
    atoms: dict[tuple[str, str, str, str], int] = {}
    committee: dict[str, str] = {}
    fixed: set[tuple[str, str]] = set()
    layouts = [layout_of(thawed_table(one)) for one in before]
    for basis, covered in zip([*kept, new], [*layouts, layout], strict=True):
        mine = {(month, office) for month in covered.months for office in covered.rows[TOTAL]} - fixed
        atoms |= {cell: n for cell, n in basis.atoms.items() if cell[:2] in mine}
        committee = {**basis.committee, **committee}
        fixed |= mine
    return Basis(atoms, committee)
