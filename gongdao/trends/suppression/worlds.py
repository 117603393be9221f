"""Worlds: non-negative atoms that fit everything shown. Linear programs look for worlds far apart."""

from collections.abc import Collection, Sequence

import numpy as np
from scipy.optimize import OptimizeResult, linprog
from scipy.sparse import block_diag, csr_array, eye_array, hstack, vstack

from gongdao.trends.suppression.sums import Sums

_CLOSE = 1e-6


class Worlds:
    """What is proved of each small sum: the lowest and the highest value it takes in a world found so far."""

    def __init__(
        self, sums: Sums, small: Sequence[int], threshold: int, *, visible: Sequence[int], fixed: Sequence[int],
        dear: Collection[int],
    ):  # fmt: skip
        self.sums, self.small, self.threshold = sums, list(small), threshold
        self.visible, self.fixed = list(visible), list(fixed)
        self.truth = sums.vector()
        self.rows = sums.matrix(self.small)
        self.equal = sums.equal_matrix()
        self.low = self.rows @ self.truth
        self.high = self.low.copy()
        self.cost = {
            n: (50.0 if n in set(dear) else 1.0) * (1 + np.log1p(sums.value(n))) for n in self.visible
        }
        self.noise = np.random.default_rng(1)

    @property
    def unproved(self) -> np.ndarray:
        """Places in ``small`` whose range is still narrower than the threshold."""
        return np.flatnonzero(self.high - self.low < self.threshold - _CLOSE)

    def next_unproved(self) -> int | None:
        """The number of the smallest sum that is not proved yet."""
        left = self.unproved
        return self.small[left[np.argmin(self.high[left])]] if left.size else None

    def move_many(self) -> bool:
        """Two worlds that move as many unproved sums as they can, up and down; whether anything was gained."""
        before = self.unproved.size
        for sign in (1.0, -1.0):
            left = self.unproved
            if not left.size:
                return True
            self._note(self._capped(left, sign))
        return bool(self.unproved.size < before)

    def move_one(self, number: int) -> bool:
        """The whole range of one sum; whether it is wide enough."""
        place = self.small.index(number)
        row = self.rows[[place]].toarray()[0]
        for sign in (1.0, -1.0):
            found = self._solve(-sign * row, *self._shown())
            if found.status == 3:  # unbounded: nothing shown holds it
                self.high[place] = np.inf
            elif found.x is not None:
                self._note(found.x)
        return bool(self.high[place] - self.low[place] >= self.threshold - _CLOSE)

    def hide_for(self, number: int) -> bool:
        """Hide what two worlds must change to lie far enough apart in this sum, at the least cost; False if none can."""
        row = self.rows[[self.small.index(number)]]
        shown = self.sums.matrix(self.visible)
        count, atoms = len(self.visible), len(self.truth)
        slack = eye_array(count, format="csr")
        fixed, values = self._shown(only_fixed=True)
        # atoms, then by how much each visible sum is above and below what it is
        one = vstack([_wide(fixed, 2 * count), _beside(shown, slack, -slack)], format="csr")
        due = np.concatenate([values, shown @ self.truth])
        cost = np.array([self.cost[n] for n in self.visible])
        price = np.concatenate([np.zeros(atoms), cost, cost])
        apart = _beside(_wide(row, 2 * count), -_wide(row, 2 * count))  # low world minus high world
        found = linprog(
            np.concatenate([price, price]), A_ub=apart, b_ub=[-self.threshold],
            A_eq=block_diag([one, one], format="csr"), b_eq=np.concatenate([due, due]), method="highs",
        )  # fmt: skip
        if found.x is None:
            return False
        hidden = set()
        for world in np.split(found.x, 2):
            moved = world[atoms : atoms + count] + world[atoms + count :]
            hidden |= {self.visible[n] for n in np.flatnonzero(moved > _CLOSE)}
        self.visible = [n for n in self.visible if n not in hidden]
        for world in np.split(found.x, 2):
            self._note(world[:atoms])
        return True

    def _shown(self, *, only_fixed: bool = False) -> tuple[csr_array, np.ndarray]:
        rows = self.sums.matrix(self.fixed if only_fixed else [*self.fixed, *self.visible])
        held = vstack([self.equal, rows], format="csr")
        return held, held @ self.truth

    def _capped(self, left: np.ndarray, sign: float) -> np.ndarray | None:
        """A world with the largest sum of moves, none counted beyond what it needs."""
        held, values = self._shown()
        atoms, count = len(self.truth), left.size
        weight = 1 + self.noise.random(count)
        rows = self.rows[left]
        need = self.threshold - (self.high[left] - self.low[left])
        base = self.high[left] if sign > 0 else self.low[left]
        # y <= sign * (row x - base) and y <= need; a sum may go the other way, at its price
        above = _beside(-sign * rows, eye_array(count, format="csr"))
        found = linprog(
            np.concatenate([np.zeros(atoms), -weight]), A_ub=above, b_ub=-sign * base,
            A_eq=_wide(held, count), b_eq=values,
            bounds=[(0, None)] * atoms + [(None, float(n)) for n in need], method="highs",
        )  # fmt: skip
        return None if found.x is None else found.x[:atoms]

    def _solve(self, cost: np.ndarray, held: csr_array, values: np.ndarray) -> OptimizeResult:
        return linprog(cost, A_eq=held, b_eq=values, method="highs")

    def _note(self, world: np.ndarray | None) -> None:
        if world is not None:
            found = self.rows @ world
            self.low, self.high = np.minimum(self.low, found), np.maximum(self.high, found)


def _beside(*parts: csr_array) -> csr_array:
    return hstack(parts, format="csr")


def _wide(rows: csr_array, more: int) -> csr_array:
    """The same rows with ``more`` further columns of zeros."""
    return _beside(rows, csr_array((rows.shape[0], more)))
