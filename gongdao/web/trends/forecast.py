"""The next eight weeks, shown only where the model did better than simple guesses; the comparison is always shown."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongdao.people.models import Area
from gongdao.trends.charts.drawing import Chart
from gongdao.trends.forecasts.comparing import LEAST_CASES, Comparison
from gongdao.trends.forecasts.model import METHOD, Forecast
from gongdao.trends.overview.computed import foretold
from gongdao.trends.overview.numbers import weekly
from gongdao.trends.overview.pictures import coming_weeks, titled
from gongdao.trends.overview.reach import Reach
from gongdao.web.trends.reaching import KINDS_TO_CHOOSE, kind_asked, trends_only


@dataclass(frozen=True, slots=True)
class Told:
    """One area: how many the next eight weeks together may bring, or why nothing is said."""

    area: Area
    low: int | None = None
    middle: int | None = None
    high: int | None = None
    why_not: str = ""


@require_GET
@trends_only
def forecast(request: HttpRequest, reach: Reach) -> HttpResponse:
    """For the area one answers for and for the areas in it."""
    kind = kind_asked(request)
    areas = [reach.home, *(area for area in reach.parts if area != reach.home)]
    found = foretold(reach.home.level, kind, reach.on)
    rows = [_told(area, kind, reach) for area in areas]
    page = {
        "here": "forecast", "reach": reach, "kind": kind, "kinds": KINDS_TO_CHOOSE, "titled": titled(kind), "method": METHOD, "rows": rows,
        "chart": _chart(found, kind, reach) if rows[0].middle is not None else None,
        "scores": _scores(found[1], _row(reach.home, reach)) if found and found[1] else [],
        "origins": found[1].origins if found and found[1] else 0,
    }  # fmt: skip
    return render(request, "trends/forecast.html", page)


def _row(area: Area, reach: Reach) -> int:
    return weekly(area.level, reach.on).areas.index(area.code)


def _told(area: Area, kind: str | None, reach: Reach) -> Told:
    if not reach.sees_all(area, kind):
        return Told(area, why_not="您不能打开这里的全部事项")
    found = foretold(area.level, kind, reach.on)
    row = _row(area, reach)
    if found is None or found[1] is None:
        return Told(area, why_not="记录还不到一年半，没法检验")
    if found[1].cases[row] < LEAST_CASES:
        return Told(area, why_not="件数太少，没法检验")
    if not found[1].beats[row]:
        return Told(area, why_not="没有比简单估计准，不显示")
    low, middle, high = (int(n) for n in found[0].whole[row][[1, 3, 5]])
    return Told(area, low, middle, high)


def _chart(found: tuple[Forecast, Comparison | None] | None, kind: str | None, reach: Reach) -> Chart | None:
    return coming_weeks(reach.home, kind, reach, found[0].weekly[_row(reach.home, reach)]) if found else None


def _scores(compared: Comparison, row: int) -> list[tuple[str, str, str, str]]:
    """Method, interval score, mean absolute error, how often the 80 % band held."""
    return [
        (name, f"{one.interval[row]:.2f}", f"{one.absolute[row]:.2f}", f"{one.held[row]:.0%}")
        for name, one in compared.scores.items()
    ]
