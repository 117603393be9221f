"""The inner loops: every window of the observed counts, and every window of many replicates at once."""

from math import ceil, inf, sqrt

import numpy as np
from numba import njit

from gongdao.trends.scan.statistic import log_ratio, thresholds

LEAST_CASES = 2
LANES = 32  # replicates come in multiples of it
_LINES = 512  # of the table of thresholds


@njit(cache=True, nogil=True)
def best_of_chains(counts, expected, total, starts, members, closed, longest, retrospective):
    """The best window of every chain of zones, among all ends or only the last one.

    ``counts`` and ``expected`` float64 [periods, areas]; ``total`` is all cases, or infinity for expectation-based.
    Returns per chain: ratio, position of the zone's end, first period, last period, cases, expected; ratio 0 if none.
    """
    periods, areas = counts.shape
    chains = len(starts) - 1
    ratio, place = np.zeros(chains), np.zeros((chains, 3), np.int64)
    inside = np.zeros((chains, 2))
    cases_of, expected_of = np.empty(areas), np.empty(areas)
    for end in range(0 if retrospective else periods - 1, periods):
        cases_of[:] = 0.0
        expected_of[:] = 0.0
        for begin in range(end, max(end - longest, -1), -1):
            cases_of += counts[begin]
            expected_of += expected[begin]
            for chain in range(chains):
                cases = expectation = 0.0
                for position in range(starts[chain], starts[chain + 1]):
                    cases += cases_of[members[position]]
                    expectation += expected_of[members[position]]
                    if closed[position] and cases >= LEAST_CASES and cases > expectation:
                        found = log_ratio(cases, expectation, total)
                        if found > ratio[chain]:
                            ratio[chain] = found
                            place[chain] = position, begin, end
                            inside[chain] = cases, expectation
    return ratio, place, inside


@njit(cache=True, nogil=True)
def highest_of_replicates(
    counts, centre, expected, total, starts, members, closed, longest, retrospective, step, best
):
    """Raise ``best`` [lanes] to the highest ratio of every replicate over every ``step``-th chain.

    ``counts`` int16 or int32 [periods, areas, lanes] holds cases less ``centre`` [periods, areas], so that sums over
    a city stay small; replicates lie side by side, so that one instruction serves many. For a given expectation the
    ratio rises with the cases: a window needs one whole threshold for all lanes, the fewest cases that reach the
    lowest of their ``best``. A nested circle then costs one addition and one comparison per lane; only what reaches
    the threshold is evaluated, exactly. So the maxima are exact whatever the threshold.
    Returns False, and may have left windows out, where the type of ``counts`` is too narrow for a sum.
    """
    periods, areas, lanes = counts.shape
    of_area, sums = np.empty((areas, lanes), counts.dtype), np.empty(lanes, counts.dtype)
    expected_of, centre_of = np.empty(areas), np.empty(areas, np.int64)
    base, slope = np.empty(_LINES), np.empty(_LINES)
    largest = expected.sum()
    seen, next_look, floor = 0, 1, best.min()
    scale = thresholds(floor, largest, total, base, slope)
    for end in range(0 if retrospective else periods - 1, periods):
        of_area[:] = 0
        expected_of[:] = 0.0
        centre_of[:] = 0
        for begin in range(end, max(end - longest, -1), -1):
            expected_of += expected[begin]
            centre_of += centre[begin]
            if not _add_period(of_area, counts[begin]):
                return False
            for chain in range(0, len(starts) - 1, step):
                sums[:] = 0
                expectation, middle = 0.0, 0
                for position in range(starts[chain], starts[chain + 1]):
                    area = members[position]
                    expectation += expected_of[area]
                    middle += centre_of[area]
                    highest = sums.dtype.type(-32768)
                    for lane in range(lanes):
                        added = sums.dtype.type(sums[lane] + of_area[area, lane])
                        sums[lane] = added
                        highest = added if added > highest else highest
                    line = min(int(sqrt(expectation) * scale), _LINES - 1)
                    needed = max(LEAST_CASES, ceil(base[line] + slope[line] * expectation)) - middle
                    if highest >= needed and closed[position]:
                        _raise(best, sums, needed, middle, expectation, total)
                seen += 1
                if seen == next_look:
                    next_look *= 2
                    if best.min() > floor:
                        floor = best.min()
                        scale = thresholds(floor, largest, total, base, slope)
    return True


@njit(cache=True)
def _raise(best, sums, needed, middle, expectation, total):
    """Evaluate the lanes that reach ``needed``; a quadratic bound spares most of the logarithms."""
    for group in range(0, len(sums), LANES):
        reached = False
        for lane in range(group, group + LANES):
            reached |= sums[lane] >= needed
        if not reached:
            continue
        for lane in range(group, group + LANES):
            if sums[lane] >= needed:
                cases = float(sums[lane] + middle)
                curve = 1 / expectation + (1 / (total - cases) if total > cases else inf)
                if (cases - expectation) ** 2 * curve > 1.999999 * best[lane]:
                    best[lane] = max(best[lane], log_ratio(cases, expectation, total))


@njit(cache=True)
def _add_period(of_area, added):
    """Add a period; False if a sum over areas could leave the type's range."""
    areas, lanes = added.shape
    reach = np.zeros(lanes, np.float32)  # a bound: its rounding is far below the margin taken
    for area in range(areas):
        for lane in range(lanes):
            of_area[area, lane] += added[area, lane]
            reach[lane] += abs(np.float32(of_area[area, lane]))
    return reach.max() < 0.9 * np.iinfo(of_area.dtype).max
