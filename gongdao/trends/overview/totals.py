"""A year's totals by area and kind: exact for those who may open every matter, else with small numbers hidden so that
they cannot be worked out from the others.

Whoever may not open the matters sees a fixed year that moves on every thirteen weeks: from two totals a week apart the
week that came and the week that went could be guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.conf import settings

from gongdao.people.models import Area
from gongdao.trends.overview.numbers import YEAR, cut, lake_fingerprint, weekly
from gongdao.trends.overview.reach import Reach
from gongdao.trends.suppression import Sums, protect

_QUARTER = 13
_EPOCH = date(2018, 1, 1)  # a Monday from which quarters of thirteen weeks are counted


@dataclass(frozen=True, slots=True)
class Totals:
    """``cases`` by area code (None: hidden) and of the whole city, over the weeks from ``since`` to before ``until``."""

    since: date
    until: date
    cases: dict[str, int | None]
    whole: int | None


def totals(reach: Reach, areas: Sequence[Area], city: Area, kind: str | None) -> Totals:
    """The last year of one kind (None: all) in these areas, which are all of one level."""
    exact = reach.sees_all(reach.around, kind)
    since, until = year_before(reach.on, exact=exact)
    hidden = frozenset() if exact else hidden_of_year(areas[0].level, reach.on)
    counted = {
        area.code: None if (area.code, kind) in hidden else _count(area, kind, reach.on, since, until)
        for area in (*areas, city)
    }
    return Totals(since, until, counted, counted[city.code])


def year_before(today: date, *, exact: bool) -> tuple[date, date]:
    """The Monday on which the year begins, and the one after it ends."""
    until = today - timedelta(days=today.weekday())
    if not exact:
        until -= timedelta(weeks=((until - _EPOCH).days // 7) % _QUARTER)
    return until - timedelta(weeks=YEAR), until


def _count(area: Area, kind: str | None, today: date, since: date, until: date) -> int:
    found = weekly(area.level, today)
    counts = cut(found, [area.code], kind)[0]
    return int(sum(n for n, week in zip(counts, found.weeks, strict=True) if since <= week < until))


def hidden_of_year(level: str, today: date) -> frozenset[tuple[str, str | None]]:
    """(area code, kind or None for all) that stay hidden in the fixed year; areas above the level included."""
    _, until = year_before(today, exact=False)
    parents = tuple(Area.objects.filter(level=level).order_by("code").values_list("code", "path"))
    return _hidden(level, until, parents, settings.GONGDAO_SUPPRESS_BELOW, lake_fingerprint())


@lru_cache(maxsize=8)
def _hidden(
    level: str, until: date, places: tuple[tuple[str, str], ...], threshold: int, fingerprint: str
) -> frozenset[tuple[str, str | None]]:
    """Every cell area × kind, each area's total, and what the areas above it show as sums over the same cells."""
    found = weekly(level, until)
    first = until - timedelta(weeks=YEAR)
    kept = [number for number, week in enumerate(found.weeks) if first <= week < until]
    cells = found.counts[:, :, kept].sum(axis=2)
    truth: dict[tuple[str, ...], int] = {
        (code, kind): int(cells[row, column])
        for row, code in enumerate(found.areas)
        for column, kind in enumerate(found.kinds)
    }
    sums = Sums(truth)
    for code in found.areas:
        for kind in found.kinds:
            sums.add((code, kind), [(code, kind)])
        sums.add((code, None), [(code, kind) for kind in found.kinds])
    below = len(sums.names)
    above = {part for _, path in places for part in path.strip("/").split("/")[:-1]}
    for code in sorted(above):
        inside = [area for area, path in places if f"{code}/" in path]
        for kind in found.kinds:
            sums.add((code, kind), [(area, kind) for area in inside])
        sums.add((code, None), [(area, kind) for area in inside for kind in found.kinds])
    candidates = range(len(sums.names))
    hidden = protect(
        sums,
        candidates=candidates,
        sensitive=candidates,
        threshold=threshold,
        dear=range(below, len(candidates)),
    )
    return frozenset(sums.names[number] for number in hidden)  # type: ignore[misc]
