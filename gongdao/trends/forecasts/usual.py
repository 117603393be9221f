"""What was usual: for each past week, the range to be expected from what was known eight weeks before. A rise that has
just begun does not count as usual yet."""

import numpy as np

from gongdao.trends.forecasts.distribution import PROBABILITIES, quantiles
from gongdao.trends.forecasts.levels import fit_levels
from gongdao.trends.forecasts.model import HORIZON, History
from gongdao.trends.forecasts.season import Floats, fit_season

LEAST_WEEKS = 26  # before there is half a year of counts, nothing is called usual
_LOW, _HIGH = PROBABILITIES.index(0.05), PROBABILITIES.index(0.95)


def usual(history: History, weeks: int) -> Floats:
    """Mean, lower and upper end of the 90 % range [area, week, 3] of the last ``weeks`` weeks; NaN where too early."""
    known = len(history.mondays)
    found = np.full((len(history.counts), weeks, 3), np.nan)
    for number in range(weeks):
        week = known - weeks + number
        if week - HORIZON >= LEAST_WEEKS:
            found[:, number] = _of_week(history, week)
    return found


def _of_week(history: History, week: int) -> Floats:
    """The range of one week, from the counts up to eight weeks before it."""
    before = week - HORIZON
    counts, mondays, days = history.counts[:, :before], list(history.mondays), history.open_days
    season = fit_season(mondays[:before], days[:before], counts.sum(axis=0))
    levels = fit_levels(counts, season.shape(mondays[:before], days[:before]))
    mean = levels.mean * season.shape([mondays[week]], days[week : week + 1])[0]
    limits = quantiles(mean, levels.spread * mean + mean**2 / levels.shape)
    return np.column_stack([mean, limits[:, _LOW], limits[:, _HIGH]])
