"""The attacker: knows every published number and every sum that everybody knows, and solves for the rest."""

from collections.abc import Collection, Sequence

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import vstack

from gongdao.trends.suppression import Sums

_CORNERS = 6


def bounds(sums: Sums, shown: Collection[int], wanted: Sequence[int]) -> list[tuple[float, float]]:
    """How low and how high each wanted sum can be, given all that is shown."""
    known = vstack([sums.matrix(sorted(shown)), sums.equal_matrix()], format="csr")
    values = known @ sums.vector()
    found = []
    for row in sums.matrix(list(wanted)).toarray():
        ends = [linprog(sign * row, A_eq=known, b_eq=values, method="highs") for sign in (1, -1)]
        low, high = (
            sign * end.fun if end.status == 0 else sign * -np.inf
            for sign, end in zip((1, -1), ends, strict=True)
        )
        found.append((low, high))
    return found


def given_away(sums: Sums, shown: Collection[int], wanted: Sequence[int], threshold: int) -> list[object]:
    """The small sums that can be worked out, or bounded into less than the threshold.

    A sum that differs by the threshold between any two tables that fit what is shown is safe; a few random corners settle
    most. Each of the others is bounded exactly.
    """
    small = [number for number in wanted if 0 < sums.value(number) < threshold]
    known = vstack([sums.matrix(sorted(shown)), sums.equal_matrix()], format="csr")
    rows, noise = sums.matrix(small), np.random.default_rng(7)
    low = high = rows @ sums.vector()
    for _ in range(_CORNERS):
        end = linprog(
            noise.normal(size=len(sums.truth)), A_eq=known, b_eq=known @ sums.vector(), method="highs",
            bounds=(0, float(sum(sums.truth.values()))),
        )  # fmt: skip
        low, high = np.minimum(low, rows @ end.x), np.maximum(high, rows @ end.x)
    left = [number for number, wide in zip(small, high - low >= threshold, strict=True) if not wide]
    return [
        (sums.names[number], sums.value(number), *ends)
        for number, ends in zip(left, bounds(sums, shown, left), strict=True) if ends[1] - ends[0] < threshold - 1e-5
    ]  # fmt: skip
