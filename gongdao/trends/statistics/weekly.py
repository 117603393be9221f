"""Weekly counts of new disputes: what cluster scan, outbreak detection, forecast and map are computed from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gongdao.trends.lake.columns import LEVELS
from gongdao.trends.lake.opening import Lake
from gongdao.trends.statistics.cases import cases
from gongdao.triage.kinds import FIRST_LEVEL

if TYPE_CHECKING:
    import numpy as np

WEEK = timedelta(days=7)
_MONDAY = date(2018, 1, 1)  # any Monday


@dataclass(frozen=True)
class WeeklyCounts:
    """``counts[area, kind, week]``: how many disputes were brought. ``weeks`` are the Mondays on which they begin.

    ``unplaced`` counts those that stand above the level asked for (a city-wide committee's matter with no township)
    and so are in no area here; ``elsewhere`` those in areas that were not asked for.
    """

    level: str
    areas: tuple[str, ...]
    kinds: tuple[str, ...]
    weeks: tuple[date, ...]
    counts: "np.ndarray"
    unplaced: int
    elsewhere: int


def weekly_counts(
    lake: Lake, *, level: str, kinds: Sequence[str] | None = None, until: date, since: date | None = None,
    areas: Sequence[str] | None = None,
) -> WeeklyCounts:  # fmt: skip
    """New people's mediations by area × kind × week, zeros included.

    ``level``: 'province', 'city', 'county', 'township' or 'village'. ``kinds``: codes of the first level, all 18 by
    default, each counted under the kind last known. Weeks begin on Monday; only whole weeks that end before ``until``
    (exclusive) are given, from the week of ``since`` on (default: the week of the first dispute in the lake). The day of
    a dispute is the day it was brought, so a week no longer changes once its events are in the lake, but for late ones.
    ``areas``: codes in the order wanted; default: those that occur, in order of code. Pass the whole register to see
    areas where nothing happened. These are full counts for computing and for those who may open the matters; what wider
    audiences see goes through gongdao.trends.suppression.
    """
    if level not in LEVELS:
        raise ValueError(f"no such level: {level}")
    wanted = tuple(kinds) if kinds is not None else tuple(kind.code for kind in FIRST_LEVEL)
    rows = _rows(lake, level, wanted, monday(until), monday(since) if since else None)
    found = tuple(areas) if areas is not None else tuple(sorted({row[0] for row in rows if row[0]}))
    first = monday(since) if since else min((row[2] for row in rows), default=monday(until))
    weeks = tuple(first + WEEK * number for number in range((monday(until) - first) // WEEK))
    counts, elsewhere = _cube([row for row in rows if row[0]], found, wanted, weeks)
    unplaced = sum(row[3] for row in rows if row[0] is None)
    return WeeklyCounts(level, found, wanted, weeks, counts, unplaced, elsewhere)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _rows(
    lake: Lake, level: str, kinds: Sequence[str], before: date, since: date | None
) -> list[tuple[str | None, str, date, int]]:
    import ibis

    c = cases(lake.events)
    c = c.filter(c.kind.isin(kinds), c.opened < before)
    if since:
        c = c.filter(c.opened >= since)
    # Whole weeks since a fixed Monday: engines differ in what they call the first day of a week.
    week = (c.opened.delta(ibis.date(_MONDAY), unit="day") // 7).cast("int64")
    grouped = c.group_by(area=c[level], kind=c.kind, week=week).agg(n=c.count())
    return [
        (row["area"], row["kind"], _MONDAY + WEEK * row["week"], row["n"])
        for row in grouped.to_pyarrow().to_pylist()
    ]


def _cube(
    rows: Sequence[tuple[str | None, str, date, int]],
    areas: Sequence[str],
    kinds: Sequence[str],
    weeks: Sequence[date],
) -> "tuple[np.ndarray, int]":
    """The counts in their places, and how many had no place among ``areas``."""
    import numpy as np

    places = (
        {a: i for i, a in enumerate(areas)},
        {k: i for i, k in enumerate(kinds)},
        {w: i for i, w in enumerate(weeks)},
    )
    counts = np.zeros([len(place) for place in places], dtype=np.int64)
    elsewhere = 0
    for area, kind, week, n in rows:
        if area in places[0]:
            counts[places[0][area], places[1][kind], places[2][week]] += n
        else:
            elsewhere += n
    return counts, elsewhere
