"""The year of a kind of dispute: what all areas share. A harmonic Poisson regression on their weekly total."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
YEAR_DAYS = 365.25
HARMONICS = 2
LEAST_WEEKS = 78  # with less than a year and a half, a wave of the year cannot be told from a trend
_RIDGE = 4.0  # coefficients have prior standard deviation 0.5: a month rarely doubles or halves twice over
_ROUNDS = 25


@dataclass(frozen=True, slots=True)
class Season:
    """``shape`` has one factor a week, near 1; ``growth`` is the change of the logarithm a week."""

    coefficients: Floats
    growth: float
    weeks: int

    def shape(self, mondays: list[date], open_days: Floats) -> Floats:
        """The factor of each week: time of year and days on which offices are open."""
        return np.exp(_features(mondays, open_days, self.weeks) @ self.coefficients)


def fit_season(mondays: list[date], open_days: Floats, totals: Floats) -> Season:
    """Fit to the weekly totals of all areas; ``open_days`` are working days (0 to 7) of each week."""
    weeks = len(mondays)
    features = _features(mondays, open_days, weeks)
    time = (np.arange(weeks) - (weeks - 1)) / 52.0
    design = np.column_stack([np.ones(weeks), time, features])
    penalty = np.full(design.shape[1], _RIDGE)
    penalty[0] = 1e-6
    solution = _poisson(design, totals, penalty)
    return Season(solution[2:], float(solution[1]) / 52.0, weeks)


def _poisson(design: Floats, counts: Floats, penalty: Floats) -> Floats:
    """Ridge-penalised Poisson regression by Newton's method; the dispersion scales the data's weight."""
    solution = np.zeros(design.shape[1])
    solution[0] = np.log(max(counts.mean(), 1e-3))
    dispersion = 1.0
    for _ in range(_ROUNDS):
        means = np.exp(np.clip(design @ solution, -12, 12))
        dispersion = max(1.0, float(np.mean((counts - means) ** 2 / means)))
        slope = design.T @ (counts - means) / dispersion - penalty * solution
        curve = (design.T * (means / dispersion)) @ design + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        solution = solution + np.clip(step, -1.0, 1.0)
        if np.abs(step).max() < 1e-6:
            break
    return solution


def _features(mondays: list[date], open_days: Floats, weeks: int) -> Floats:
    """Waves of the year, and how much shorter or longer than five days the working week is."""
    columns = [(np.asarray(open_days, dtype=float) - 5.0) / 5.0]
    if weeks >= LEAST_WEEKS:
        angle = np.array([2 * np.pi * ((day.timetuple().tm_yday + 2) / YEAR_DAYS) for day in mondays])
        for wave in range(1, HARMONICS + 1):
            columns += [np.sin(wave * angle), np.cos(wave * angle)]
    return np.column_stack(columns)
