"""How much a raised risk somewhere explains a city's newest weeks better than none.

Kulldorff's scan takes the best circle. Real rises fill no circle: some areas are touched and their neighbours not. So
every area of a neighbourhood takes part with a chance, and the likelihood ratios of all subsets are averaged; the
average over subsets is a product over areas (Neill, McFowland & Zheng 2013 call its maximum the fast generalised subset
scan; the averaging is that of the Bayesian scan, Neill, Moore & Cooper 2006). The evidence is the logarithm of the mean
over centres, sizes of the neighbourhood, durations and relative risks.
"""

from math import exp, lgamma, log

import numpy as np
from numba import njit

RISKS = np.array([1.5, 2.0, 3.0])
SIZES = np.array([3, 5, 6, 8, 9, 11, 12])  # one and a half times 2 to 8 areas
TAKES_PART = 2 / 3
_MANY = 60  # cases from which gamma functions cost less than a product
_FAR = 45.0  # no logarithm of a ratio needs to be larger; products of twelve stay finite


@njit(cache=True, nogil=True)
def evidence(counts, expected, level, dispersion, neighbours, sizes):
    """Of the newest weeks: ``counts`` and ``expected`` float64 [areas, weeks], ``level`` [areas] squared relative errors,
    ``neighbours`` int64 [areas, at least the largest size] nearest first, the area itself among them."""
    areas, weeks = counts.shape
    cases, mean, part = np.zeros(areas), np.zeros(areas), np.empty(areas)
    total = 0.0
    for back in range(weeks):
        cases += counts[:, weeks - 1 - back]
        mean += expected[:, weeks - 1 - back]
        for risk in RISKS:
            for area in range(areas):
                part[area] = _part(cases[area], mean[area], dispersion + mean[area] * level[area], risk)
            for centre in range(areas):
                product, joined = 1.0, 0
                for size in sizes:
                    while joined < size:
                        product *= part[neighbours[centre, joined]]
                        joined += 1
                    total += product
    return log(total / (areas * weeks * len(RISKS) * len(sizes)))


@njit(cache=True, nogil=True)
def evidence_of_many(counts, expected, level, dispersion, neighbours, sizes):
    """The same for ``counts`` and ``expected`` [replicates, areas, weeks]."""
    found = np.empty(len(counts))
    for i in range(len(counts)):
        found[i] = evidence(counts[i], expected[i], level, dispersion, neighbours, sizes)
    return found


@njit(cache=True)
def shares(counts, expected, level, dispersion, neighbours, sizes):
    """Where the evidence comes from: the chance of each area to take part [areas], and of each duration [weeks], given
    that there is a rise."""
    areas, weeks = counts.shape
    cases, mean, part = np.zeros(areas), np.zeros(areas), np.empty(areas)
    of_area, of_weeks = np.zeros(areas), np.zeros(weeks)
    for back in range(weeks):
        cases += counts[:, weeks - 1 - back]
        mean += expected[:, weeks - 1 - back]
        for risk in RISKS:
            for area in range(areas):
                part[area] = _part(cases[area], mean[area], dispersion + mean[area] * level[area], risk)
            for centre in range(areas):
                for size in sizes:
                    product = 1.0
                    for joined in range(size):
                        product *= part[neighbours[centre, joined]]
                    of_weeks[back] += product
                    for joined in range(size):
                        area = neighbours[centre, joined]
                        of_area[area] += product * (1.0 - (1.0 - TAKES_PART) / part[area])
    return of_area / of_weeks.sum(), of_weeks / of_weeks.sum()


@njit(cache=True)
def _part(cases, mean, dispersion, risk):
    """The ratio of an area that takes part with a chance."""
    return 1.0 - TAKES_PART + TAKES_PART * _ratio(cases, mean, dispersion, risk)


@njit(cache=True)
def _ratio(cases, mean, dispersion, risk):
    """Likelihood ratio of ``risk`` times the mean, for a negative binomial whose variance/mean ``dispersion`` stays.

    With size r = mean / (dispersion - 1): dispersion^(-(risk-1) r) times the product of (risk r + j) / (r + j) over
    j below the cases. A high count says less than under Poisson, as it should where counts come in clumps.
    """
    if dispersion < 1.001:
        return exp(min(cases * log(risk) - (risk - 1.0) * mean, _FAR))
    size = mean / (dispersion - 1.0)
    ratio = exp(-(risk - 1.0) * size * log(dispersion))
    if cases > _MANY:
        larger, smaller = (
            lgamma(cases + risk * size) - lgamma(risk * size),
            lgamma(cases + size) - lgamma(size),
        )
        return exp(min(larger - smaller - (risk - 1.0) * size * log(dispersion), _FAR))
    for j in range(int(cases)):
        ratio *= (risk * size + j) / (size + j)
    return ratio
