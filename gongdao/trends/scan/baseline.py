"""What a city's own past leads to expect of its newest weeks, area by area, and how far off that may be."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gongdao.trends.quasi_poisson import fit

Floats = NDArray[np.float64]
YEAR = 52.18  # weeks
_HALF_LIFE = 104.0  # weeks after which a past week says half as much about an area's level
_LEAST = 26  # weeks to learn from


@dataclass(frozen=True, eq=False)
class Baseline:
    """``expected`` [areas, weeks]; counts vary about it by ``dispersion`` (variance/mean, all areas alike), by the
    squared relative ``weekly`` noise that a week's counts share in the whole city, and by the squared relative error
    of each area's ``level`` [areas]."""

    expected: Floats
    dispersion: float
    weekly: float
    level: Floats


def expect(
    counts: ArrayLike,
    *,
    recent: int,
    gap: int = 8,
    closed: ArrayLike | None = None,
    known: ArrayLike | None = None,
) -> Baseline:
    """The baseline of the last ``recent`` weeks of ``counts`` [areas, weeks], learnt from those ``gap`` or more before.

    What the areas share (trend, the wave of the year, weeks in which offices were closed) is read from the city's total;
    each area's share from its own counts, the newer ones weighing more, drawn towards the others' where it has few.
    ``closed`` [weeks] tells which part of each week's working days was lost to holidays (0 to 1): Spring Festival moves
    within the year. ``known`` [areas, weeks] marks past rises that were real, so that they do not become the rule.
    Raises ValueError below half a year to learn from.
    """
    table = np.asarray(counts, dtype=float)
    weeks = table.shape[1]
    past = weeks - max(gap, recent)
    if past < _LEAST:
        raise ValueError(f"a baseline is learnt from {_LEAST} weeks or more")
    design, penalty = _design(weeks, past, closed)
    usual = np.ones((len(table), past)) if known is None else 1.0 - np.asarray(known, dtype=float)[:, :past]
    total = (table[:, :past] * usual).sum(axis=0) / np.maximum(usual.mean(axis=0), 1e-9)
    of_week, of_total = np.ones(weeks), 1.0
    for _ in range(2):  # the second time with the dispersion that the first has found
        found = fit(total, design[:past], np.ones(past), penalty * of_total)
        of_week, of_total = np.exp(design @ found[0]), max(1.0, float(found[3]))
    recency = 0.5 ** (np.arange(past)[::-1] / _HALF_LIFE) * usual
    cases, weight = (table[:, :past] * recency).sum(axis=1), (of_week[:past] * recency).sum(axis=1)
    cases += 0.5 / len(table)  # what never came is not impossible
    plain = np.outer(cases / np.maximum(weight, 1e-9), of_week[:past])
    freedom = 1 - (len(table) + design.shape[1]) / table[:, :past].size
    dispersion = max(
        1.0,
        float(((table[:, :past] - plain) ** 2 * usual).sum() / max((plain * usual).sum(), 1e-9) / freedom),
    )
    share, level = _shares(cases, weight, dispersion, float((recency**2).sum() / max(recency.sum(), 1e-9)))
    weekly = max(0.0, (of_total - dispersion) / max(total.mean(), 1e-9))
    return Baseline(np.outer(share, of_week[-recent:]), dispersion, weekly, level)


def _shares(cases: Floats, weight: Floats, dispersion: float, doubled: float) -> tuple[Floats, Floats]:
    """Each area's share of the city's week, a gamma-Poisson compromise with the mean share, and its squared error.

    ``doubled`` corrects for weights below one: the variance of a weighted sum has their squares.
    """
    mean = cases.sum() / max(weight.sum(), 1e-9)
    noise = dispersion * doubled
    between = max(float(np.var(cases / weight)) - noise * mean / float(weight.mean()), 0.01 * mean**2, 1e-12)
    prior = noise * mean / between  # in units of weight
    share = np.maximum((cases + prior * mean) / (weight + prior), 1e-9)
    return share, noise / np.maximum(share * (weight + prior), 1e-9)


def _design(weeks: int, past: int, closed: ArrayLike | None) -> tuple[Floats, Floats]:
    """Level, trend, two waves of the year, closed weeks; each with the inverse variance expected of its coefficient."""
    week = np.arange(weeks)
    columns, penalty = [np.ones(weeks), (week - past) / (2 * YEAR)], [0.0, 25.0]  # ±20 % in two years
    for wave, inverse in ((1, 4.0), (2, 100.0)):
        angle = 2 * np.pi * wave * week / YEAR
        columns += [np.sin(angle), np.cos(angle)]
        penalty += [inverse, inverse]
    if closed is not None:
        columns.append(np.asarray(closed, dtype=float))
        penalty.append(2.0)
    return np.stack(columns, axis=1), np.array(penalty)
