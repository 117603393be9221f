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
    import pyarrow as pa

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
    found = (
        tuple(areas) if areas is not None else tuple(sorted(filter(None, rows["area"].unique().to_pylist())))
    )
    first = monday(since) if since else _first_week(rows, monday(until))
    weeks = tuple(first + WEEK * number for number in range((monday(until) - first) // WEEK))
    counts, unplaced, elsewhere = _cube(rows, found, wanted, first, len(weeks))
    return WeeklyCounts(level, found, wanted, weeks, counts, unplaced, elsewhere)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _rows(lake: Lake, level: str, kinds: Sequence[str], before: date, since: date | None) -> "pa.Table":
    """Columns area (null above the level), kind, week (whole ones since a fixed Monday), n."""
    import ibis

    c = cases(lake.events, (since, before) if since else None)
    c = c.filter(c.kind.isin(kinds), c.opened < before)
    if since:
        c = c.filter(c.opened >= since)
    # Whole weeks since a fixed Monday: engines differ in what they call the first day of a week.
    week = (c.opened.delta(ibis.date(_MONDAY), unit="day") // 7).cast("int64")
    return c.group_by(area=c[level], kind=c.kind, week=week).agg(n=c.count()).to_pyarrow()


def _first_week(rows: "pa.Table", otherwise: date) -> date:
    import pyarrow.compute as pc

    earliest = pc.min(rows["week"]).as_py()
    return otherwise if earliest is None else _MONDAY + WEEK * earliest


def _cube(
    rows: "pa.Table", areas: Sequence[str], kinds: Sequence[str], first: date, weeks: int
) -> "tuple[np.ndarray, int, int]":
    """The counts in their places; how many have no area at this level, and how many one that was not asked for."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    area = pc.index_in(rows["area"], pa.array(areas, pa.string())).fill_null(-1).to_numpy()
    kind = pc.index_in(rows["kind"], pa.array(kinds, pa.string())).to_numpy()
    week = rows["week"].to_numpy() - (first - _MONDAY) // WEEK
    n = rows["n"].to_numpy()
    counts = np.zeros((len(areas), len(kinds), weeks), dtype=np.int64)
    placed, nowhere = area >= 0, rows["area"].is_null().to_numpy()
    counts[area[placed], kind[placed], week[placed]] = n[placed]
    return counts, int(n[nowhere].sum()), int(n[~placed & ~nowhere].sum())
