"""The peer that runs everywhere: the same windows as anybody would write them with numpy, cumulative sums over circles."""

import numpy as np

from benchmarks.trends.measuring import made
from gongdao.trends.scan import Zones


def highest(counts: np.ndarray, expected: np.ndarray, zones: Zones, longest: int, total: float) -> float:
    """The highest ratio of one table: ``counts`` and ``expected`` [areas, weeks], windows that end in the last week."""
    back = slice(None, -longest - 1, -1)
    cases, mean = counts[:, back].cumsum(axis=1), expected[:, back].cumsum(axis=1)
    best = 0.0
    for start, end in zip(zones.starts[:-1], zones.starts[1:], strict=True):
        order, closed = zones.members[start:end], zones.closed[start:end]
        c, e = cases[order].cumsum(axis=0)[closed], mean[order].cumsum(axis=0)[closed]
        c = np.maximum(c, e)  # fewer than expected: a ratio of nothing
        rest = total - c
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = c * np.log(c / e) + np.where(rest > 0, rest * np.log(rest / (total - e)), 0.0)
        best = max(best, float(ratio.max(initial=0.0)))
    return best


def seconds_per_replicate(areas: int, weeks: int, longest: int, zones: Zones, replicates: int) -> float:
    """CPU seconds of drawing a table and looking at every window."""
    from time import process_time

    _, population, counts = made(areas, weeks)
    total = counts.sum()
    expected = np.repeat((population / population.sum() * total / weeks)[:, None], weeks, axis=1)
    chances = (expected / total).ravel()
    rng, began = np.random.default_rng(1), process_time()
    for _ in range(replicates):
        drawn = rng.multinomial(total, chances).reshape(areas, weeks).astype(float)
        highest(drawn, expected, zones, longest, float(total))
    return (process_time() - began) / replicates
