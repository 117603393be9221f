"""Replicates of the counts as they would be without clusters.

Cases are thrown at cells one by one: disputes are few, and a throw costs less than a draw from any distribution.
Where cells hold many cases, numpy draws whole cells. Every replicate has its own stream of random numbers, so that
it is the same however many are asked for and whoever computes it.
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numba import njit
from numpy.typing import NDArray

BLOCK = 128  # replicates that share one generator for their totals
_MANY = 40.0  # cases per cell from which a draw costs less than throws
_CARDS = 10_000_000  # cases that are shuffled one by one; each replicate copies them
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@dataclass(frozen=True, eq=False)
class Multinomial:
    """``cases`` in all, of which each falls among these cells with ``chance``, and there by ``weights`` [cells]."""

    weights: NDArray[np.float64]
    cases: int
    chance: float

    def fill(self, counts: NDArray[np.integer], seed: int, first: int) -> None:
        """Add the replicates ``first``, ``first`` + 1, … to ``counts`` [cells, replicates]."""
        if not self.weights.sum():
            return
        for start in range(0, counts.shape[1], BLOCK):
            lanes = counts[:, start : start + BLOCK]
            rng = np.random.default_rng([seed, first + start])
            numbers = np.asarray(rng.binomial(self.cases, min(self.chance, 1.0), lanes.shape[1]))
            if numbers.mean() > _MANY * len(self.weights):
                lanes += rng.multinomial(numbers, self.weights / self.weights.sum()).T.astype(counts.dtype)
            else:
                throw(lanes, numbers, alias_table(self.weights), _ONE_EACH, _stream(seed), first + start)


@dataclass(frozen=True, eq=False)
class Independent:
    """Every cell for itself: Poisson with mean ``weights`` [cells], or negative binomial with variance/mean ``dispersion``.

    With one ratio for all cells the negative binomial is a Poisson number of clumps, each with a logarithmic number of
    cases (Quenouille 1949): clumps are thrown as cases are.
    """

    weights: NDArray[np.float64]
    dispersion: float = 1.0

    def fill(self, counts: NDArray[np.integer], seed: int, first: int) -> None:
        """Add the replicates ``first``, ``first`` + 1, … to ``counts`` [cells, replicates]."""
        if not self.weights.sum():
            return
        even = self.dispersion <= 1.0 + 1e-9
        clumps = self.weights * (1.0 if even else log(self.dispersion) / (self.dispersion - 1.0))
        sizes = _ONE_EACH if even else alias_table(_logarithmic(self.dispersion))
        for start in range(0, counts.shape[1], BLOCK):
            lanes = counts[:, start : start + BLOCK]
            rng = np.random.default_rng([seed, first + start])
            if clumps.mean() > _MANY:
                lanes += self._whole_cells(rng, lanes.shape[1]).T.astype(counts.dtype)
                continue
            numbers = rng.poisson(clumps.sum(), lanes.shape[1])
            throw(lanes, numbers, alias_table(clumps), sizes, _stream(seed), first + start)

    def _whole_cells(self, rng: np.random.Generator, lanes: int) -> NDArray[np.int64]:
        size = (lanes, len(self.weights))
        if self.dispersion <= 1.0 + 1e-9:
            return rng.poisson(self.weights, size)
        return rng.poisson(rng.gamma(self.weights / (self.dispersion - 1.0), self.dispersion - 1.0, size))


@dataclass(frozen=True, eq=False)
class Shuffled:
    """Which area a case belongs to, shuffled among all cases: both margins stay (Kulldorff et al. 2005).

    ``of_areas`` all cases [areas], ``of_periods`` the cases of the periods watched [periods].
    """

    of_areas: NDArray[np.int64]
    of_periods: NDArray[np.int64]

    def fill(self, counts: NDArray[np.integer], seed: int, first: int) -> None:
        """Add the replicates ``first``, ``first`` + 1, … to ``counts`` [cells, replicates]."""
        areas, lanes = len(self.of_areas), counts.shape[1]
        few = self.of_periods.sum() <= _MANY * counts.shape[0]
        if few and self.of_areas.sum() <= _CARDS:
            pool = np.repeat(np.arange(areas), self.of_areas)
            shuffle(counts, pool, self.of_periods, areas, _stream(seed), first)
            return
        for lane in range(lanes):
            rng, left = np.random.default_rng([seed, first + lane]), self.of_areas.copy()
            for period, cases in enumerate(self.of_periods):
                drawn = rng.multivariate_hypergeometric(left, cases, method="marginals")
                left -= drawn
                counts[period * areas : (period + 1) * areas, lane] += drawn.astype(counts.dtype)


@njit(cache=True, inline="always")
def _mixed(x):
    """SplitMix64's output function (Steele, Lea, Flood 2014)."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


@njit(cache=True)
def alias_table(weights):
    """Walker's alias method in Vose's construction: an entry holds when to keep a draw (of 2³²), and where else it goes."""
    n = len(weights)
    scaled = weights * (n / weights.sum())
    table = np.empty(n, np.uint64)
    small, large = np.empty(n, np.int64), np.empty(n, np.int64)
    smalls = larges = 0
    for i in range(n):
        table[i] = (_LOW << _HALF) | np.uint64(i)
        if scaled[i] < 1.0:
            small[smalls] = i
            smalls += 1
        else:
            large[larges] = i
            larges += 1
    while smalls and larges:
        smalls -= 1
        poor, rich = small[smalls], large[larges - 1]
        table[poor] = (np.uint64(scaled[poor] * 4294967296.0) << _HALF) | np.uint64(rich)
        scaled[rich] -= 1.0 - scaled[poor]
        if scaled[rich] < 1.0:
            larges -= 1
            small[smalls] = rich
            smalls += 1
    return table


_ONE_EACH = np.full(1, _LOW << _HALF, np.uint64)  # the only size is the first: one


@njit(cache=True, inline="always")
def _drawn(table, random):
    """One draw from an alias table: the upper half chooses an entry, the lower half whether it keeps the draw."""
    place = ((random >> _HALF) * np.uint64(len(table))) >> _HALF
    entry = table[place]
    return place if (random & _LOW) < (entry >> _HALF) else entry & _LOW


@njit(cache=True, nogil=True)
def throw(counts, throws, table, sizes, stream, first):
    """Add ``throws[lane]`` draws of one alias table over cells to ``counts`` [cells, lanes].

    A draw brings one case, or one more than it draws from the alias table ``sizes``.
    """
    cells, lanes = counts.shape
    few = np.empty(
        (32, cells), counts.dtype
    )  # some lanes at a time, so that each one's cells lie close together
    for start in range(0, lanes, 32):
        width = min(32, lanes - start)
        few[:] = 0
        for k in range(width):
            state = _mixed(stream + _GOLDEN * np.uint64(first + start + k))
            for _ in range(throws[start + k]):
                state += _GOLDEN
                cell = _drawn(table, _mixed(state))
                if len(sizes) == 1:
                    few[k, cell] += 1
                else:
                    state += _GOLDEN
                    few[k, cell] += 1 + np.int64(_drawn(sizes, _mixed(state)))
        for cell in range(cells):
            for k in range(width):
                counts[cell, start + k] += few[k, cell]


@njit(cache=True, nogil=True)
def shuffle(counts, pool, of_periods, areas, stream, first):
    """Deal the cases of ``pool`` (their areas) to the periods without replacement: the start of a Fisher-Yates shuffle."""
    for lane in range(counts.shape[1]):
        state = _mixed(stream + _GOLDEN * np.uint64(first + lane))
        cards = pool.copy()
        dealt = 0
        for period in range(len(of_periods)):
            for _ in range(of_periods[period]):
                state += _GOLDEN
                left = np.uint64(len(cards) - dealt)
                chosen = dealt + np.int64(((_mixed(state) >> _HALF) * left) >> _HALF)
                counts[period * areas + cards[chosen], lane] += 1
                cards[chosen] = cards[dealt]
                dealt += 1


def _stream(seed: int) -> np.uint64:
    return np.uint64(np.random.SeedSequence(seed).generate_state(1, np.uint64)[0])


def _logarithmic(dispersion: float) -> NDArray[np.float64]:
    """The chances of clumps of 1, 2, … cases, as far as they matter."""
    ratio = 1.0 - 1.0 / dispersion
    k = np.arange(1, int(40 / -log(ratio)) + 2)
    return ratio**k / k
