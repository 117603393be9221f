"""No small number that is hidden can be worked out, or bounded narrowly, from the numbers that are shown."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongdao.trends.suppression import CannotProtect, Sums, protect
from tests.trends.suppression.attacking import bounds, given_away

K = 5


def table(values: list[list[int]]) -> Sums:
    """A table with its margins."""
    rows, columns = range(len(values)), range(len(values[0]))
    sums = Sums({(r, c): values[r][c] for r, c in product(rows, columns)})
    for r in rows:
        sums.add(("row", r), [(r, c) for c in columns])
    for c in columns:
        sums.add(("column", c), [(r, c) for r in rows])
    for r, c in product(rows, columns):
        sums.add((r, c), [(r, c)])
    sums.add("total", list(sums.truth))
    return sums


def hidden_names(sums: Sums, **more: object) -> set[object]:
    every = range(len(sums.names))
    hidden = protect(sums, candidates=every, sensitive=every, threshold=K, **more)  # type: ignore[arg-type]
    return {sums.names[number] for number in hidden}


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert hidden_names(table([[7, 0], [9, 12]])) == set()


def test_one_small_cell_takes_others_with_it() -> None:
    """Alone it would be its row's total minus its neighbour."""
    hidden = hidden_names(table([[2, 20], [30, 40]]))
    assert (0, 0) in hidden
    assert len(hidden) >= 3
    assert "total" not in hidden


def test_the_attacker_finds_a_cell_that_is_hidden_alone() -> None:
    """The test's own attacker must be able to win."""
    sums = table([[2, 20], [30, 40]])
    alone = sums.names.index((0, 0))
    shown = [number for number in range(len(sums.names)) if number != alone]
    assert bounds(sums, shown, [alone]) == [(2.0, 2.0)]
    assert given_away(sums, shown, [alone], K)


def test_hiding_a_margin_when_two_small_cells_make_a_row() -> None:
    """1 + 2 = 3: the row's total is small itself."""
    sums = table([[1, 2], [50, 60], [70, 80]])
    assert ("row", 0) in hidden_names(sums)


def test_what_follows_from_others_is_protected_too() -> None:
    """Cases 20, agreed 18: two without an agreement, though no column says so."""
    sums = Sums({"agreed": 18, "none": 2})
    for name, atoms in (("cases", ["agreed", "none"]), ("agreed", ["agreed"]), ("none", ["none"])):
        sums.add(name, atoms)
    hidden = protect(sums, candidates=[0, 1], sensitive=[2], threshold=K)
    assert hidden


def test_what_was_shown_before_is_taken_into_account() -> None:
    """Two months are out; the quarter would give away the third."""
    months = {"1": 12, "2": 9, "3": 3}
    sums = Sums(months)
    for month in months:
        sums.add(month, [month])
    sums.add("quarter", list(months))
    hidden = protect(sums, candidates=[3], sensitive=[2], shown=[0, 1], threshold=K)
    assert hidden == {3}


def test_it_says_so_when_it_is_too_late() -> None:
    sums = table([[2, 20], [30, 40]])
    alone = sums.names.index((0, 0))
    rest = [number for number in range(len(sums.names)) if number != alone]
    with pytest.raises(CannotProtect):
        protect(sums, candidates=[], sensitive=[alone], shown=rest, threshold=K)


CELLS = st.integers(0, 3) | st.integers(0, 40)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(2, 4).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=2, max_size=5)
    )
)
def test_no_table_gives_a_small_number_away(values: list[list[int]]) -> None:
    sums = table(values)
    every = range(len(sums.names))
    try:
        hidden = protect(sums, candidates=every, sensitive=every, threshold=K)
    except CannotProtect:
        # All there is may be one small number; even its being hidden tells nothing more.
        raise AssertionError("with nothing shown before, hiding everything always helps") from None
    assert given_away(sums, set(every) - hidden, list(every), K) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=2), min_size=3, max_size=3
    )
)
def test_months_then_their_quarter_give_nothing_away(values: list[list[list[int]]]) -> None:
    """Tables are published one after another, each knowing the earlier ones; the attacker has them all."""
    sums = Sums({(m, r, c): values[m][r][c] for m, r, c in product(range(3), range(2), range(3))})
    tables: list[list[int]] = []
    for months in ([0], [1], [2], [0, 1, 2]):
        first = len(sums.names)
        for rows, columns in product(([0], [1], [0, 1]), ([0], [1], [2], [0, 1, 2])):
            sums.add((tuple(months), tuple(rows), tuple(columns)), list(product(months, rows, columns)))
        tables.append(list(range(first, len(sums.names))))
    shown: set[int] = set()
    for number, candidates in enumerate(tables):
        so_far = [n for one in tables[: number + 1] for n in one]
        shown |= set(candidates) - protect(
            sums, candidates=candidates, sensitive=so_far, shown=shown, threshold=K
        )
    assert given_away(sums, shown, [n for one in tables for n in one], K) == []
