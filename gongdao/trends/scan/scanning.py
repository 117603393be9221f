"""The scan: the windows that stand out most, and how sure that is."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gongdao.trends.scan.kernel import LANES, best_of_chains, highest_of_replicates
from gongdao.trends.scan.models import Model, Null, ScanError, null
from gongdao.trends.scan.significance import gumbel, monte_carlo
from gongdao.trends.scan.simulate import BLOCK
from gongdao.trends.scan.zones import Zones

_BYTES = 64 << 20  # of counts that are simulated at a time
_MOST_CASES = 10**9  # what 32-bit sums and numpy's hypergeometric draws hold
_PILOT = 16  # chains that are looked at first, to learn how high each replicate reaches


@dataclass(frozen=True, slots=True)
class Cluster:
    """A window that stands out. ``areas`` are numbers of rows, nearest first; periods count from 1 and are inclusive."""

    rank: int
    areas: tuple[int, ...]
    start: int
    end: int
    observed: float
    expected: float
    statistic: float
    p_value: float | None
    p_gumbel: float | None


def scan(
    counts: ArrayLike,
    zones: Zones,
    *,
    model: Model,
    longest: int,
    population: ArrayLike | None = None,
    baselines: ArrayLike | None = None,
    retrospective: bool = False,
    replicates: int = 999,
    seed: int = 1,
    dispersion: float = 1.0,
) -> list[Cluster]:
    """The space-time scan statistic (Kulldorff 1997, 2001; Kulldorff et al. 2005; Neill 2009).

    ``counts`` [areas, periods] cases; ``population`` [areas] in any unit; ``baselines`` [areas, periods] or [areas]
    expected cases. Windows are zones × 1 … ``longest`` periods that end in the last one (prospective) or anywhere
    (``retrospective``), with at least two cases. ``dispersion`` is the variance/mean of expectation's replicates.
    Returns clusters without common areas, by falling statistic: the best window around each centre, less those that
    touch a better one. Without replicates the p-values are None. Raises ScanError for counts no scan can be made of.
    """
    table = _table(counts)
    periods = table.shape[1]
    longest = min(longest, periods)
    watched = periods if retrospective else longest
    given = None if baselines is None else _like(baselines, table.shape)
    people = None if population is None else np.asarray(population, dtype=float)
    expectation = null(table, watched, model=model, population=people, baselines=given, dispersion=dispersion)
    shape = (zones.starts, zones.members, zones.closed, longest, retrospective)
    ratio, place, inside = best_of_chains(
        np.ascontiguousarray(table.T[-watched:]), expectation.expected, expectation.total, *shape
    )
    maxima = highest(
        expectation, zones, longest, retrospective=retrospective, replicates=replicates, seed=seed
    )
    return [
        Cluster(
            rank=rank,
            areas=tuple(int(area) for area in zones.members_of(int(place[chain, 0]))),
            start=int(place[chain, 1]) + periods - watched + 1,
            end=int(place[chain, 2]) + periods - watched + 1,
            observed=float(inside[chain, 0]),
            expected=float(inside[chain, 1]),
            statistic=float(ratio[chain]),
            p_value=monte_carlo(ratio[chain], maxima) if replicates else None,
            p_gumbel=gumbel(ratio[chain], maxima),
        )
        for rank, chain in enumerate(_without_overlap(ratio, place, zones), 1)
    ]


def highest(
    expectation: Null, zones: Zones, longest: int, *, retrospective: bool = False, replicates: int, seed: int
) -> NDArray[np.float64]:
    """The highest statistic of every replicate: ``replicates`` numbers that only depend on the seed."""
    lanes = -(-replicates // LANES) * LANES
    at_once = min(1024, max(1, _BYTES // (2 * expectation.expected.size * BLOCK)) * BLOCK)
    blocks = [
        _highest_of_block(
            expectation, zones, (longest, retrospective), first, min(at_once, lanes - first), seed
        )
        for first in range(0, lanes, at_once)
    ]
    return np.concatenate([*blocks, np.empty(0)])[:replicates]


def _highest_of_block(
    expectation: Null, zones: Zones, windows: tuple[int, bool], first: int, lanes: int, seed: int
) -> NDArray[np.float64]:
    """A look at a few chains tells how high each replicate reaches; those of like height then share thresholds."""
    expected = expectation.expected
    centre = np.floor(expected).astype(np.int64)
    few = expected.mean() < 40 and centre.max() < 10_000
    for kind in (np.int16, np.int32) if few else (np.int32,):
        counts = np.empty((*expected.shape, lanes), kind)
        counts[:] = -centre[:, :, None]
        expectation.replicates.fill(counts.reshape(-1, lanes), seed, first)
        rest: Any = (centre, expected, expectation.total, zones.starts, zones.members, zones.closed, *windows)
        best = np.zeros(lanes)
        if not highest_of_replicates(*(counts, *rest, max(1, (len(zones.starts) - 1) // _PILOT), best)):
            continue
        order = np.argsort(best)
        for start in range(0, lanes, BLOCK):
            alike = order[start : start + BLOCK]
            of_alike = best[alike]
            highest_of_replicates(*(np.take(counts, alike, axis=2), *rest, 1, of_alike))
            best[alike] = of_alike
        return best
    raise ScanError("案件数太大，超出了计算范围")


def _without_overlap(ratio: NDArray[np.float64], place: NDArray[np.int64], zones: Zones) -> list[int]:
    taken = np.zeros(zones.areas, dtype=np.bool_)
    kept = []
    for chain in np.argsort(-ratio, kind="stable"):
        areas = zones.members_of(int(place[chain, 0]))
        if ratio[chain] > 0 and not taken[areas].any():
            taken[areas] = True
            kept.append(int(chain))
    return kept


def _table(counts: ArrayLike) -> NDArray[np.float64]:
    table = np.asarray(counts, dtype=float)
    if table.ndim != 2 or not table.size:
        raise ScanError("没有可以扫描的案件数：至少要有一个地区和一个期间")
    if not np.isfinite(table).all() or (table < 0).any():
        raise ScanError("案件数不能是负数，也不能缺")
    if table.sum() >= _MOST_CASES:
        raise ScanError("案件总数超过十亿，超出了计算范围，请核对数据")
    return table


def _like(baselines: ArrayLike, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Baselines per area are spread evenly over the periods."""
    given = np.asarray(baselines, dtype=float)
    if given.ndim == 1:
        given = np.repeat(given[:, None] / shape[1], shape[1], axis=1)
    if given.shape != shape:
        raise ScanError("基线的行列要和案件数一样")
    if not np.isfinite(given).all() or (given < 0).any():
        raise ScanError("基线不能是负数，也不能缺")
    return given
