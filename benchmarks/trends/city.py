"""The made city on which detection is compared: its truth is known, and so is every false alert.

100 townships on a jittered grid of 10 × 10, populations log-normal (sigma 0.6), a lasting risk of each (gamma, coefficient
of variation 0.3), a wave of the year of ±25 % with random phase, two weeks a year at half rate, 5 % growth a year, 5 %
noise that a week shares in the whole city, negative-binomial counts with one variance/mean. Four years and four weeks of
the past (Farrington's window reaches three weeks beyond four years), then 52 weeks that are watched.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gongdao.trends.scan.zones import neighbours

Floats = NDArray[np.float64]
SIDE = 10
PAST = 4 * 52 + 4
WATCHED = 52
YEAR = 52.18
HOLIDAYS = (4, 39)  # weeks of the year


@dataclass(frozen=True, eq=False)
class City:
    """``points`` [areas, 2], ``population`` [areas], ``means`` [areas, weeks] the truth, ``counts`` [areas, weeks]
    without any cluster, ``closed`` [weeks] the holidays."""

    points: Floats
    population: Floats
    means: Floats
    counts: Floats
    closed: Floats


@dataclass(frozen=True, eq=False)
class Cluster:
    """A raised risk in ``areas`` during ``weeks`` (numbers of columns)."""

    areas: NDArray[np.int64]
    weeks: range


def city(rng: np.random.Generator, mean: float, dispersion: float) -> City:
    """A city with ``mean`` disputes per township and week at the beginning of the watched year."""
    grid = np.stack(np.meshgrid(np.arange(SIDE), np.arange(SIDE)), axis=-1).reshape(-1, 2)
    points = grid + rng.uniform(-0.4, 0.4, grid.shape)
    population = rng.lognormal(0.0, 0.6, SIDE * SIDE)
    level = population * rng.gamma(1 / 0.3**2, 0.3**2, SIDE * SIDE)
    week = np.arange(PAST + WATCHED)
    closed = np.isin(week % 52, HOLIDAYS).astype(float)
    of_week = 1 + 0.25 * np.sin(2 * np.pi * (week / YEAR + rng.uniform()))
    of_week = of_week * np.where(closed > 0, 0.5, 1.0) * 1.05 ** ((week - PAST) / 52)
    of_week = of_week * np.maximum(1 + 0.05 * rng.standard_normal(len(week)), 0.1)
    means = np.outer(mean * level / level.mean(), of_week)
    return City(points, population, means, drawn(rng, means, dispersion), closed)


def drawn(rng: np.random.Generator, means: Floats, dispersion: float) -> Floats:
    """Negative-binomial counts with variance/mean ``dispersion``; Poisson at 1."""
    more = dispersion - 1
    return rng.poisson(rng.gamma(means / more, more) if more > 0 else means).astype(float)


def cluster(rng: np.random.Generator, points: Floats) -> Cluster:
    """A centre and 3 to 8 townships in all among its nearest one and a half times as many, for 3 to 6 weeks."""
    size, duration = int(rng.integers(3, 9)), int(rng.integers(3, 7))
    centre = int(rng.integers(len(points)))
    near = neighbours(points, round(1.5 * size))[centre]
    others = rng.choice(near[1:], size - 1, replace=False)
    start = PAST + int(rng.integers(WATCHED - duration + 1))
    return Cluster(np.array([centre, *others]), range(start, start + duration))


def with_cluster(
    rng: np.random.Generator, made: City, raised: Cluster, risk: float, dispersion: float
) -> Floats:
    """The counts with the cases that a relative ``risk`` adds. Negative binomials with one variance/mean add up to one."""
    counts = made.counts.copy()
    inside = np.ix_(raised.areas, list(raised.weeks))
    counts[inside] += drawn(rng, (risk - 1) * made.means[inside], dispersion)
    return counts
