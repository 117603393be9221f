"""Weekly counts of every registered area, read from the lake once per state of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np
from django.conf import settings

from gongdao.matters.folding import calendar
from gongdao.people.models import Area
from gongdao.trends.forecasts.model import HORIZON, History
from gongdao.trends.lake.manifest import NAME
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.statistics.weekly import WeeklyCounts, monday, weekly_counts

YEAR = 52


def lake_fingerprint() -> str:
    """SM3 of the lake's manifest: the same fingerprint, the same numbers. Empty where there is no lake yet."""
    try:
        content = (Path(settings.GONGDAO_LAKE) / NAME).read_bytes()
    except FileNotFoundError:
        return ""
    return hashlib.new("sm3", content).hexdigest()


def weekly(level: str, today: date) -> WeeklyCounts:
    """Counts of all areas of a level, in order of code, up to the last whole week. Raises NotALake."""
    codes = tuple(Area.objects.filter(level=level).order_by("code").values_list("code", flat=True))
    return _weekly(level, codes, monday(today), str(settings.GONGDAO_LAKE), lake_fingerprint())


@lru_cache(maxsize=32)
def _weekly(level: str, codes: tuple[str, ...], until: date, folder: str, fingerprint: str) -> WeeklyCounts:
    return weekly_counts(open_lake(Path(folder)), level=level, areas=codes, until=until)


@dataclass(frozen=True, slots=True)
class Series:
    """Counts [week] of some areas together, of one kind or of all (None)."""

    weeks: tuple[date, ...]
    counts: np.ndarray


def series(areas: Sequence[Area], kind: str | None, today: date) -> Series:
    """These areas, which are all of one level, added up."""
    found = weekly(areas[0].level, today)
    return Series(found.weeks, cut(found, [area.code for area in areas], kind).sum(axis=0))


def cut(found: WeeklyCounts, codes: Sequence[str], kind: str | None) -> np.ndarray:
    """Counts [area, week] of these areas, of one kind or of all."""
    rows = [found.areas.index(code) for code in codes]
    counts = found.counts[rows]
    return counts.sum(axis=1) if kind is None else counts[:, found.kinds.index(kind)]


def history(level: str, kind: str | None, today: date) -> History:
    """The counts of all areas of a level as the forecast wants them, with the working days of each week."""
    found = weekly(level, today)
    counts = cut(found, found.areas, kind).astype(float)
    return History(counts, found.weeks, open_days(found.weeks))


def open_days(weeks: Sequence[date]) -> np.ndarray:
    """Working days of each of these weeks and of the eight after them."""
    if not weeks:
        return np.full(HORIZON, 5.0)
    mondays = [*weeks, *(weeks[-1] + timedelta(weeks=n) for n in range(1, HORIZON + 1))]
    return np.array([_open_days(day) for day in mondays], dtype=float)


@lru_cache(maxsize=4096)
def _open_days(first: date) -> int:
    known = calendar()
    return sum(known.is_working_day(first + timedelta(days=n)) for n in range(7))
