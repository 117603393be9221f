"""The scan as a definition: every window, in plain Python."""

from itertools import product
from math import inf, log


def log_ratio(cases, expected, total):
    if cases <= expected:
        return 0.0
    ratio = cases * log(cases / expected)
    if total == inf:
        return ratio - (cases - expected)
    rest = total - cases
    return ratio + (rest * log(rest / (total - expected)) if rest else 0.0)


def circles_of(points, weight, share):
    """The sets of areas within each distance of each centre, as far as they hold at most a share."""
    found = []
    for x, y in points:
        order = sorted(range(len(points)), key=lambda a: (points[a][0] - x) ** 2 + (points[a][1] - y) ** 2)
        for size in range(1, len(points) + 1):
            if sum(weight[a] for a in order[:size]) <= share * sum(weight) * (1 + 1e-12):
                found.append(frozenset(order[:size]))
    return found


def best_window(counts, expected, total, zones, longest, *, retrospective=False):
    """(ratio, areas, start, end) of the best window; periods from 1, inclusive. Tables are [areas][periods]."""
    periods = len(counts[0])
    best = (0.0, frozenset(), 0, 0)
    for zone, end in product(zones, range(1, periods + 1) if retrospective else [periods]):
        for start in range(max(1, end - longest + 1), end + 1):
            cases = sum(counts[a][t] for a in zone for t in range(start - 1, end))
            expectation = sum(expected[a][t] for a in zone for t in range(start - 1, end))
            ratio = log_ratio(cases, expectation, total)
            if cases >= 2 and ratio > best[0]:
                best = (ratio, zone, start, end)
    return best
