"""What each model expects without clusters, and how its replicates are drawn."""

from dataclasses import dataclass
from math import inf
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gongdao.trends.scan.simulate import Independent, Multinomial, Shuffled

_TINY = 1e-300
Model = Literal["population_poisson", "population_poisson_timeadj", "permutation", "expectation"]
Table = NDArray[np.float64]


class ScanError(ValueError):
    """Counts that no scan can be made of; says why in plain Chinese."""


@dataclass(frozen=True, eq=False)
class Null:
    """``expected`` [periods watched, areas], all cases the statistic is conditional on (or infinity), replicates."""

    expected: Table
    total: float
    replicates: Multinomial | Independent | Shuffled


def null(
    counts: Table,
    watched: int,
    *,
    model: Model,
    population: Table | None = None,
    baselines: Table | None = None,
    dispersion: float = 1.0,
) -> Null:
    """The null hypothesis for ``counts`` [areas, periods], of which the last ``watched`` periods are looked at.

    - ``population_poisson``: all cases spread by population, evenly over the periods; or by ``baselines`` (Kulldorff 1997)
    - ``population_poisson_timeadj``: each period's cases spread by population or by ``baselines``; replicates keep all
      cases, not each period's, as SaTScan's nonparametric adjustment does
    - ``permutation``: area total × period total / all cases (Kulldorff et al. 2005)
    - ``expectation``: ``baselines`` themselves (Neill 2009), else each area's mean of the periods before those watched

    Raises ScanError where nothing was expected and cases came all the same.
    """
    total = counts.sum()
    if model == "permutation":
        if (counts != np.rint(counts)).any():
            raise ScanError("时空置换是把一件件案件重新分配，案件数要是整数")
        expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / max(total, 1.0)
        dealt = _whole(counts[:, -watched:].sum(axis=0))
        return Null(expected.T[-watched:], total, Shuffled(_whole(counts.sum(axis=1)), dealt))
    if model == "expectation":
        expected = _own_history(counts, watched) if baselines is None else baselines
        _refuse_the_impossible(counts[:, -watched:], expected[:, -watched:])
        watched_part = np.ascontiguousarray(expected.T[-watched:])
        return Null(watched_part, inf, Independent(watched_part.ravel(), dispersion))
    expected = np.array(_spread(counts, population if baselines is None else baselines))
    if model == "population_poisson_timeadj":
        expected *= counts.sum(axis=0) / np.maximum(expected.sum(axis=0), _TINY)
    expected *= total / max(expected.sum(), _TINY)
    _refuse_the_impossible(counts, expected)
    cells = np.ascontiguousarray(expected.T[-watched:])
    chance = cells.sum() / total if total else 0.0
    return Null(cells, total, Multinomial(cells.ravel(), round(total), chance))


def _spread(counts: Table, by: Table | None) -> Table:
    if by is None:
        raise ScanError("这个模型要知道各地区的人口，或者给出各地区的预期数")
    return np.broadcast_to(by[:, None] if by.ndim == 1 else by, counts.shape)


def _own_history(counts: Table, watched: int) -> Table:
    """Each area's mean of the earlier periods (of all, if none is earlier), with half a case more in half a period more,
    so that an area without cases does not expect none."""
    earlier = counts[:, : counts.shape[1] - watched] if watched < counts.shape[1] else counts
    mean = (earlier.sum(axis=1) + 0.5) / (earlier.shape[1] + 0.5)
    return np.repeat(mean[:, None], counts.shape[1], axis=1)


def _refuse_the_impossible(counts: Table, expected: Table) -> None:
    if ((expected <= 0) & (counts > 0)).any():
        raise ScanError("有的地区人口或基线为零却有案件，请核对数据")


def _whole(numbers: object) -> NDArray[np.int64]:
    return np.rint(np.asarray(numbers)).astype(np.int64)
