"""Which numbers of a briefing are shown to everybody, given those of all earlier ones.

Places, kinds and months that every number treats alike are taken together: fewer unknowns, the same equations.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import product

from gongdao.trends.briefings.cells import Cell, Cube, months_before
from gongdao.trends.suppression import Sums, protect


def hidden_cells(
    cube: Cube, wanted: Sequence[Cell], earlier: Iterable[Cell], dear: Collection[Cell], *, threshold: int
) -> set[Cell]:
    """The cells to hide: numbers from 1 to below ``threshold``, and what would give them away. ``dear`` are hidden
    only if nothing else helps. Raises CannotProtect."""
    before = [cell for cell in dict.fromkeys(earlier) if cell.area in cube.inside]
    fresh = [cell for cell in dict.fromkeys(wanted) if cell not in set(before)]
    everything = [*before, *fresh]
    places = _alike(set().union(*cube.inside.values()), [set(cube.inside[cell.area]) for cell in everything])
    kinds = _alike(cube.kinds, [{cell.kind} for cell in everything if cell.kind])
    months = _alike({m for _, _, m in cube.counts}, [set(_months(cell)) for cell in everything])
    truth: dict[tuple[str, ...], int] = dict.fromkeys(
        product(set(places.values()), set(kinds.values()), set(months.values())), 0
    )
    for (place, kind, month), n in cube.counts.items():
        truth[places[place], kinds[kind], months[month]] += n
    sums = Sums(dict(sorted(truth.items())))
    for cell in everything:
        inside = {places[place] for place in cube.inside[cell.area]}
        of_kind = {kinds[cell.kind]} & set(kinds.values()) if cell.kind in kinds else set()
        during = {months[m] for m in _months(cell) if m in months}
        sums.add(cell, product(inside, of_kind if cell.kind else set(kinds.values()), during))
    fresh_numbers = range(len(before), len(everything))
    precious = [number for number in fresh_numbers if everything[number] in set(dear)]
    hidden = protect(
        sums, candidates=fresh_numbers, sensitive=fresh_numbers, shown=range(len(before)), threshold=threshold,
        dear=precious,
    )  # fmt: skip
    return {everything[number] for number in hidden}


def _months(cell: Cell) -> list[str]:
    found = [cell.first]
    while found[-1] < cell.last:
        found.append(months_before(found[-1], -1))
    return found


def _alike(members: Collection[str], sets: Sequence[Collection[str]]) -> dict[str, str]:
    """Each member's class, named after its first member."""
    first: dict[tuple[bool, ...], str] = {}
    return {one: first.setdefault(tuple(one in s for s in sets), one) for one in sorted(members)}
