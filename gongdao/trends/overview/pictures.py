"""The charts of the pages and of the briefing."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

import numpy as np

from gongdao.people.models import Area
from gongdao.trends.charts.drawing import Chart
from gongdao.trends.charts.intervals import rate_intervals
from gongdao.trends.charts.mapping import Place, area_map
from gongdao.trends.charts.multiples import Small, small_multiples
from gongdao.trends.charts.rates import PER, Against, Rate, rate
from gongdao.trends.charts.series import Week, week_series
from gongdao.trends.forecasts.model import scatter
from gongdao.trends.maps.queries import boundaries
from gongdao.trends.overview.computed import ranged
from gongdao.trends.overview.numbers import YEAR, cut, history, weekly
from gongdao.trends.overview.reach import Reach, whole_city
from gongdao.trends.overview.totals import Totals, totals
from gongdao.triage.kinds import FIRST_LEVEL, KINDS

_BLOCK = 4  # weeks to a bar of the small multiples
_MOST_SCATTER = 2.5  # disputes scatter up to so much more than chance; beyond it is a rise, not scatter


def titled(kind: str | None) -> str:
    """The words for a kind, or for all together."""
    return f"{KINDS[kind].title}纠纷" if kind else "全部纠纷"


def rates_of(reach: Reach, kind: str | None) -> tuple[list[Rate], float, Totals]:
    """The parts' rates of the last year and the whole city's; areas whose population is not known are left out."""
    city = whole_city(reach.around)
    found = totals(reach, reach.parts, city, kind)
    spread = min(scatter(history(reach.parts[0].level, kind, reach.on)), _MOST_SCATTER)
    rates = [
        rate(area.name, found.cases[area.code], area.population, scatter=spread)
        for area in reach.parts
        if area.population
    ]
    whole = (found.whole or 0) * PER / (city.population or 1)
    return rates, whole, found


def map_of_rates(reach: Reach, kind: str | None, warned: Collection[str]) -> Chart | None:
    """None while the boundaries or populations of the areas have not been imported."""
    shapes = boundaries(reach.parts)
    if not shapes or not all(area.population for area in reach.parts):
        return None
    rates, whole, found = rates_of(reach, kind)
    places = [
        Place(area.name, shapes[area.code], one.against(whole), _told(one), area.code in warned)
        for area, one in zip(reach.parts, rates, strict=True)
        if area.code in shapes
    ]
    return area_map(f"{reach.around.name}{titled(kind)}地图", _span(found), places)


def comparison(reach: Reach, kind: str | None) -> tuple[Chart, Totals] | None:
    """Rates with their uncertainty; None while no population is known or the whole is too small to be told."""
    if not any(area.population for area in reach.parts):
        return None
    rates, whole, found = rates_of(reach, kind)
    if found.whole is None:
        return None
    says = f"{_span(found)}，按地区代码排列，不是名次"
    return rate_intervals(f"各地{titled(kind)}每万人件数", says, rates, whole), found


def year_of(areas: Sequence[Area], kind: str | None, reach: Reach, marked: Collection[date] = ()) -> Chart:
    """The last year week by week, beside the usual range; only for those who may open every matter."""
    known = ranged(tuple(areas), kind, reach.on)
    shown = [
        _week(monday, int(came), around, monday in marked)
        for monday, came, around in zip(known.mondays, known.counts, known.around, strict=True)
    ]
    names = "、".join(area.name for area in areas)
    says = "最近一年每周新登记的件数；灰色是按八周以前的情况推算的往常范围，十次有九次落在里面"
    return week_series(f"{names}{titled(kind)}每周件数", says, shown)


def _week(monday: date, came: int | None, around: np.ndarray, marked: bool = False) -> Week:
    if np.isnan(around).any():
        return Week(monday, came, marked=marked)
    expected, low, high = (float(one) for one in around)
    return Week(monday, came, expected, low, high, marked)


def kinds_side_by_side(area: Area, reach: Reach) -> Chart:
    """Every kind's last year in bars of four weeks; kinds that never came are left out."""
    many = [
        (KINDS[kind.code].title, _blocks(area, kind.code, reach))
        for kind in FIRST_LEVEL
        if reach.sees_all(area, kind.code)
    ]
    return _side_by_side(f"{area.name}各类纠纷", area.level, reach, many)


def areas_side_by_side(kind: str | None, reach: Reach) -> Chart:
    """Every area's last year of a kind in bars of four weeks."""
    many = [(area.name, _blocks(area, kind, reach)) for area in reach.parts if reach.sees_all(area, kind)]
    return _side_by_side(f"各地{titled(kind)}", reach.parts[0].level, reach, many)


def _side_by_side(title: str, level: str, reach: Reach, many: Sequence[tuple[str, list[int]]]) -> Chart:
    weeks = weekly(level, reach.on).weeks[-YEAR:]
    begins = [f"{week:%y}年{week.month}月{week.day}日" for week in weeks[::_BLOCK]]
    small = [Small(name, tuple(counts), tuple(map(str, counts))) for name, counts in many if any(counts)]
    if not small:
        small = [Small("没有可以显示的", (0,) * len(begins), ("0",) * len(begins))]
    return small_multiples(
        title, "最近一年，每四周一条，写着起始日；各格的高低按自己的最多件数画", begins or ["—"], small
    )


def _blocks(area: Area, kind: str | None, reach: Reach) -> list[int]:
    counts = cut(weekly(area.level, reach.on), [area.code], kind)[0][-YEAR:]
    return [int(counts[start : start + _BLOCK].sum()) for start in range(0, len(counts), _BLOCK)]


def coming_weeks(area: Area, kind: str | None, reach: Reach, predicted: np.ndarray) -> Chart:
    """The last half year, and the eight weeks to come as a range: ``predicted`` [week ahead, probability]."""
    known = history(area.level, kind, reach.on)
    row = weekly(area.level, reach.on).areas.index(area.code)
    past = [
        Week(monday, int(n)) for monday, n in zip(known.mondays[-26:], known.counts[row, -26:], strict=True)
    ]
    middle, low, high = predicted.shape[1] // 2, 1, predicted.shape[1] - 2
    ahead = [
        _week(known.mondays[-1] + timedelta(weeks=n), None, week[[middle, low, high]])
        for n, week in enumerate(predicted, 1)
    ]
    says = "黑线是过去半年每周的件数，右边灰色是以后八周的估计范围，十次有八次落在里面"
    return week_series(f"{area.name}{titled(kind)}以后八周", says, [*past, *ahead], band="估计的范围")


def _told(one: Rate) -> str:
    return "数太小" if one.against(0) is Against.HIDDEN else f"{one.value:.1f}"


def _span(found: Totals) -> str:
    last = found.until - timedelta(days=1)
    return f"{found.since.year}年{found.since.month}月{found.since.day}日至{last.year}年{last.month}月{last.day}日每万人新登记件数"
