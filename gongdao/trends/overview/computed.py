"""What takes longer than a page should, computed once for each state of the lake: usual ranges and forecasts."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from gongdao.people.models import Area
from gongdao.trends.forecasts.comparing import Comparison, forecast_and_compare
from gongdao.trends.forecasts.model import Forecast, History
from gongdao.trends.forecasts.usual import usual
from gongdao.trends.overview.numbers import YEAR, history, lake_fingerprint, weekly
from gongdao.trends.statistics.weekly import monday

LEAST_WEEKS = 12  # with fewer weeks of counts nothing is foretold


@dataclass(frozen=True)
class Ranged:
    """The last year of some areas together: Mondays, counts [week], and mean, low and high of the usual [week, 3]."""

    mondays: tuple[date, ...]
    counts: np.ndarray
    around: np.ndarray


def ranged(areas: tuple[Area, ...], kind: str | None, today: date) -> Ranged:
    """For areas that are all of one level."""
    codes = tuple(area.code for area in areas)
    return _ranged(areas[0].level, codes, kind, monday(today), lake_fingerprint())


@lru_cache(maxsize=256)
def _ranged(level: str, codes: tuple[str, ...], kind: str | None, today: date, fingerprint: str) -> Ranged:
    known = history(level, kind, today)
    places = weekly(level, today).areas
    rows = [places.index(code) for code in codes]
    together = History(known.counts[rows].sum(axis=0)[None, :], known.mondays, known.open_days)
    weeks = min(YEAR, len(known.mondays))
    if not weeks:
        return Ranged((), np.empty(0), np.empty((0, 3)))
    return Ranged(known.mondays[-weeks:], together.counts[0, -weeks:], usual(together, weeks)[0])


def foretold(level: str, kind: str | None, today: date) -> tuple[Forecast, Comparison | None] | None:
    """The forecast of every area of a level and how it compares; None while there are too few weeks."""
    return _foretold(level, kind, monday(today), lake_fingerprint())


@lru_cache(maxsize=128)
def _foretold(
    level: str, kind: str | None, today: date, fingerprint: str
) -> tuple[Forecast, Comparison | None] | None:
    known = history(level, kind, today)
    return forecast_and_compare(known) if len(known.mondays) >= LEAST_WEEKS else None
