"""The likelihood ratio of a window, and the fewest cases that reach a given ratio."""

from math import inf, log, sqrt

import numpy as np
from numba import njit


@njit(cache=True)
def log_ratio(cases: float, expected: float, total: float) -> float:
    """How much better a raised risk explains the window than none: 0 unless more came than expected.

    Conditional on ``total`` cases (Kulldorff 1997, eq. 4): c ln(c/E) + (C-c) ln((C-c)/(C-E)). With an infinite total
    the second part tends to E - c, which is the expectation-based Poisson statistic (Neill 2009).
    """
    if cases <= expected:
        return 0.0
    if expected <= 0.0:
        return inf
    inside = cases * log(cases / expected)
    if total == inf:
        return inside + expected - cases
    if cases >= total:
        return inside
    return inside + (total - cases) * log((total - cases) / (total - expected))


@njit(cache=True)
def cases_to_reach(ratio: float, expected: float, total: float) -> float:
    """The (real) number of cases at which a window with ``expected`` reaches ``ratio``; never above ``total``.

    Newton's method from above: Bernstein's bound is never too small, and the ratio is convex in the cases.
    """
    if expected <= 0.0:
        return 0.0
    bound = expected + ratio / 3 + sqrt(2 * ratio * expected + ratio * ratio / 9)
    if bound >= total:
        bound = total - 1e-9 * total
        if log_ratio(bound, expected, total) <= ratio:
            return total
    for _ in range(30):
        slope = log(bound / expected)
        if total != inf:
            slope -= log((total - bound) / (total - expected))
        step = (log_ratio(bound, expected, total) - ratio) / slope if slope > 0 else 0.0
        bound -= step
        if step < 1e-9 * bound:
            break
    return bound


@njit(cache=True)
def thresholds(ratio: float, largest: float, total: float, base: np.ndarray, slope: np.ndarray) -> float:
    """Fill a table of straight lines ``base + slope * E`` that stay at or below ``cases_to_reach(ratio, E)``.

    The ratio is a Kullback-Leibler divergence, convex in cases and expectation together; so the boundary of its level
    set is concave in E and every chord lies on its safe side. Nodes are even in √E. Line i serves E with
    ``int(sqrt(E) * scale) == i``; returns that scale.
    """
    scale = (len(base) - 1) / sqrt(largest) if largest > 0 else 1.0
    left, reach = 0.0, 0.0
    for i in range(len(base)):
        right = ((i + 1) / scale) ** 2
        if right > total:
            right = total
        next_reach = cases_to_reach(ratio, right, total)
        slope[i] = (next_reach - reach) / (right - left) if right > left else 0.0
        base[i] = reach - slope[i] * left - 1e-6  # what rounding may add
        left, reach = right, next_reach
    return scale
