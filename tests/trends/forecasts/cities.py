"""Made-up cities whose truth is known: areas of different level, a season, two short weeks a year, scattered counts."""

from datetime import date, timedelta

import numpy as np

from gongdao.trends.forecasts.model import HORIZON, History

MONDAY = date(2021, 1, 4)


def mondays(weeks: int) -> tuple[date, ...]:
    return tuple(MONDAY + timedelta(weeks=number) for number in range(weeks))


def open_days(weeks: int) -> np.ndarray:
    """Five a week, two in the weeks of two long holidays."""
    return np.array([2.0 if number % 52 in (4, 39) else 5.0 for number in range(weeks + HORIZON)])


def city(seed: int, *, areas: int = 40, weeks: int = 156, mean: float = 2.0, scatter: float = 1.5,
         season: float = 0.35, growth: float = 0.05) -> History:  # fmt: skip
    """Negative-binomial counts with variance over mean ``scatter``."""
    rng = np.random.default_rng(seed)
    time = np.arange(weeks)
    year = 1 + season * np.sin(2 * np.pi * time / 52.18 + rng.uniform(0, 2 * np.pi))
    days = open_days(weeks)
    shared = np.exp(np.log1p(growth) * time / 52) * year * np.where(days[:weeks] < 5, 0.5, 1.0)
    means = mean * rng.gamma(4.0, 0.25, areas)[:, None] * shared
    size = means / (scatter - 1)
    counts = rng.negative_binomial(size, size / (size + means))
    return History(counts.astype(float), mondays(weeks), days)
