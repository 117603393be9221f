"""The model: a shared year, a shrunken recent level per area, a damped trend, negative-binomial intervals."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from gongdao.trends.forecasts.distribution import quantiles
from gongdao.trends.forecasts.levels import fit_levels
from gongdao.trends.forecasts.season import Floats, fit_season

HORIZON = 8
DAMPING = 0.85  # a trend half spent after about four weeks
METHOD = "按全市这类纠纷一年中的高低、各地最近几周的多少、正在放缓的趋势推算，用负二项分布给出范围；放假的周按开门天数折算。"


@dataclass(frozen=True, slots=True)
class History:
    """Weekly counts of one kind of dispute: [area, week], the Mondays, and working days of each week, those to come
    included."""

    counts: Floats
    mondays: tuple[date, ...]
    open_days: Floats

    def __post_init__(self) -> None:
        if self.counts.ndim != 2 or self.counts.shape[1] != len(self.mondays):
            raise ValueError("counts need one column a week")
        if len(self.open_days) < len(self.mondays) + HORIZON:
            raise ValueError("working days are needed for the weeks to come too")

    def until(self, week: int) -> "History":
        """What was known after the first ``week`` weeks."""
        return History(self.counts[:, :week], self.mondays[:week], self.open_days[: week + HORIZON])

    @property
    def coming(self) -> list[date]:
        """The Mondays to come."""
        return [self.mondays[-1] + timedelta(weeks=ahead) for ahead in range(1, HORIZON + 1)]


@dataclass(frozen=True, slots=True)
class Forecast:
    """Means [area, week ahead], quantiles [area, week ahead, probability] and those of the whole eight weeks."""

    means: Floats
    weekly: Floats
    whole: Floats


def forecast(history: History) -> Forecast:
    """The next eight weeks of every area."""
    known = len(history.mondays)
    season = fit_season(list(history.mondays), history.open_days[:known], history.counts.sum(axis=0))
    past = season.shape(list(history.mondays), history.open_days[:known])
    levels = fit_levels(history.counts, past)
    coming = season.shape(history.coming, history.open_days[known : known + HORIZON])
    coming = coming * np.exp(_damped(season.growth))
    means = levels.mean[:, None] * coming
    # Variance: what counts scatter, and what is not known about the level.
    unknown = 1.0 / levels.shape
    variances = levels.spread * means + means**2 * unknown[:, None]
    total = means.sum(axis=1)
    of_total = levels.spread * total + total**2 * unknown
    return Forecast(means, quantiles(means, variances), quantiles(total, of_total))


def _damped(growth: float) -> Floats:
    """The trend's part in each week to come, on the logarithm."""
    return growth * np.cumsum(DAMPING ** np.arange(1, HORIZON + 1))


def scatter(history: History) -> float:
    """Variance over mean of the counts around what is expected of them; 1 would be pure chance (Poisson)."""
    if not history.counts.any() or len(history.mondays) < 2:
        return 1.0
    known = len(history.mondays)
    days = history.open_days[:known]
    season = fit_season(list(history.mondays), days, history.counts.sum(axis=0))
    return fit_levels(history.counts, season.shape(list(history.mondays), days)).spread
