"""Farrington's outbreak detection, flexible: the newest week against a model of the same series' past years."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, exp, log, sqrt
from statistics import NormalDist
from typing import Literal

import numpy as np
from numba import njit
from numpy.typing import ArrayLike, NDArray

from gongdao.trends.quasi_poisson import fit

_SIGNIFICANT = 0.05  # of the trend
_LEAST_YEARS_FOR_TREND = 3
_LEAST_CASES, _IN_WEEKS = 5, 4  # fewer in the last weeks never alarm


@dataclass(frozen=True, slots=True)
class Method:
    """Noufaily's improved method unless changed: ``years`` back, ``half_window`` weeks around this week of the year as
    its own season beside ``seasons`` - 1 others, without the last ``leave_out`` weeks; past outbreaks count less from
    ``downweight_from`` standard deviations on; ``alpha`` one-sided.
    """

    years: int = 4
    half_window: int = 3
    seasons: int = 10
    leave_out: int = 26
    downweight_from: float = 2.58
    alpha: float = 0.01
    threshold: Literal["negative_binomial", "two_thirds_power"] = "negative_binomial"
    period: int = 52
    # R's farringtonFlexible takes standard errors from residuals relative to the mean; so do we, to give its bounds
    relative_errors: bool = True


# Farrington et al. 1996: only the same weeks of past years; a two-sided interval at 5 % after a 2/3 power
ORIGINAL = Method(
    seasons=1,
    leave_out=3,
    downweight_from=1.0,
    alpha=0.025,
    threshold="two_thirds_power",
    relative_errors=False,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One week: ``expected``, the highest ordinary count ``upper``, ``dispersion``, whether a ``trend`` was used."""

    week: int
    observed: int
    expected: float
    upper: float
    dispersion: float
    trend: bool
    alarm: bool


def farrington(counts: ArrayLike, weeks: Sequence[int], method: Method | None = None) -> list[Verdict]:
    """Farrington et al. (1996), Noufaily et al. (2013), as in R's surveillance.

    ``counts`` [weeks] of one series, ``weeks`` the positions (from 0) to judge, each by its past alone. Raises ValueError
    for a week with too little past.
    """
    method = method or Method()
    series = np.asarray(counts, dtype=float)
    return [_judge(series, week, method) for week in weeks]


def _judge(series: NDArray[np.float64], week: int, method: Method) -> Verdict:
    past, season = seasons_of_the_past(week, method)
    if past[0] < 0 or week >= len(series):
        raise ValueError(f"week {week} needs {method.years} years of counts before it")
    level, deviation, dispersion, trend = _fitted(
        series[past],
        past - float(week),
        season,
        method.seasons,
        method.downweight_from,
        method.years,
        method.relative_errors,
    )
    expected = exp(level)
    if method.threshold == "negative_binomial":
        upper = float(negative_binomial_quantile(1 - method.alpha, expected, dispersion))
    else:
        upper = _two_thirds_power(expected, deviation, dispersion, method.alpha)
    enough = series[max(0, week - _IN_WEEKS + 1) : week + 1].sum() >= _LEAST_CASES
    observed = int(series[week])
    return Verdict(
        week, observed, expected, upper, dispersion, bool(trend), bool(enough and observed > max(upper, 0))
    )


def seasons_of_the_past(week: int, method: Method) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The weeks of the past that are used, and the season of each; 0 is the season of ``week`` itself."""
    half, reference = method.half_window, [week - year * method.period for year in range(method.years + 1)]
    season = np.full(week - reference[-1] + half + 1, -1)
    first = reference[-1] - half
    for later, earlier in pairwise(reference):
        season[earlier - half - first : earlier + half + 1 - first] = 0
        if method.seasons > 1:
            between = np.arange(earlier + half + 1, later - half)
            parts = np.array_split(between, method.seasons - 1)
            for number, part in enumerate(parts, 1):
                season[part - first] = number
    weeks = np.arange(first, week + 1)
    used = (season >= 0) & (weeks < week - method.leave_out)
    return weeks[used], season[used]


@njit(cache=True)
def _fitted(counts, ago, season, seasons, downweight_from, years, relative_errors):
    """Log of the expected count, its standard deviation, the dispersion, and whether a trend was kept."""
    for with_trend in (True, False):
        design = _design(ago, season, seasons, with_trend)
        free = np.zeros(design.shape[1])
        beta, means, covariance, dispersion, converged = fit(counts, design, np.ones(len(counts)), free)
        if with_trend and not converged:
            continue
        weights = _downweighted(counts, means, design, covariance, max(dispersion, 1.0), downweight_from)
        beta, means, covariance, dispersion, converged = fit(counts, design, weights, free)
        freedom = len(counts) - design.shape[1]
        errors = (weights * (counts / means - 1.0) ** 2).sum() / freedom if relative_errors else dispersion
        if with_trend:
            t = abs(beta[1]) / sqrt(max(errors * covariance[1, 1], 1e-300))
            believable = np.exp(beta[0]) <= counts.max()
            if years < _LEAST_YEARS_FOR_TREND or t <= critical_t(freedom) or not believable:
                continue
        break
    dispersion = max(dispersion, 1.0)
    return (
        beta[0],
        sqrt((errors if relative_errors else dispersion) * covariance[0, 0]),
        dispersion,
        with_trend,
    )


@njit(cache=True)
def _design(ago, season, seasons, with_trend):
    """The first column's coefficient is the log of what is expected now: trend and seasons are measured from here."""
    shift = 2 if with_trend else 1
    design = np.zeros((len(ago), shift + seasons - 1))
    for i in range(len(ago)):
        design[i, 0] = 1.0
        if with_trend:
            design[i, 1] = ago[i] / 52.0
        if season[i] > 0:
            design[i, shift + season[i] - 1] = 1.0
    return design


@njit(cache=True)
def _downweighted(counts, means, design, covariance, dispersion, from_):
    """Past outbreaks, by standardised Anscombe residuals, must not hide new ones."""
    n = len(counts)
    weights = np.ones(n)
    for i in range(n):
        leverage = means[i] * (design[i] @ covariance @ design[i])
        residual = 1.5 * (counts[i] ** (2 / 3) * means[i] ** (-1 / 6) - sqrt(means[i]))
        residual /= sqrt(dispersion * max(1.0 - leverage, 1e-9))
        if residual > from_:
            weights[i] = residual**-2
    return weights * (n / weights.sum())


@njit(cache=True)
def critical_t(freedom):
    """The two-sided 5 % point of Student's t, by its expansion in 1 / freedom (Abramowitz & Stegun 26.7.5)."""
    z = 1.959963984540054
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )


def negative_binomial_quantile(probability: float, mean: float, dispersion: float) -> int:
    """The fewest cases that are not exceeded with ``probability``; variance/mean ``dispersion`` (1: Poisson)."""
    if dispersion > 1:
        size, failure = mean / (dispersion - 1), 1 - 1 / dispersion
        chance = exp(-size * log(dispersion))
    else:
        size, failure, chance = 0.0, 0.0, exp(-mean)
    if (
        chance < 1e-280
    ):  # means of hundreds: the normal distribution with its first correction (Cornish & Fisher 1938)
        z, spread = NormalDist().inv_cdf(probability), sqrt(mean * max(dispersion, 1))
        return ceil(mean + z * spread + (z * z - 1) * (2 * max(dispersion, 1) - 1) / 6 - 0.5)
    below, cases = chance, 0
    while below < probability * (1 - 64 * 2.2e-16):
        chance *= failure * (size + cases) / (cases + 1) if dispersion > 1 else mean / (cases + 1)
        cases += 1
        below += chance
        if chance < 1e-18 and cases > mean:
            break
    return cases


def _two_thirds_power(expected: float, deviation: float, dispersion: float, alpha: float) -> float:
    """Counts to the power of 2/3 are nearly symmetric; ``deviation`` of the log of what is expected."""
    spread = dispersion + expected * deviation**2
    error = sqrt(4 / 9 * expected ** (1 / 3) * spread)
    return float((expected ** (2 / 3) + NormalDist().inv_cdf(1 - alpha) * error) ** 1.5)
