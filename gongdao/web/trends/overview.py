"""The overview: warnings, map and the last year at a glance; and the comparison of areas."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gongdao.trends.charts.drawing import Chart
from gongdao.trends.overview.numbers import weekly
from gongdao.trends.overview.pictures import (
    areas_side_by_side,
    comparison,
    kinds_side_by_side,
    map_of_rates,
    titled,
    year_of,
)
from gongdao.trends.overview.reach import Reach
from gongdao.trends.warnings.models import AreaWarning
from gongdao.trends.warnings.queries import Standing, record_of, standing, warnings_for
from gongdao.web.trends.reaching import KINDS_TO_CHOOSE, kind_asked, trends_only

_STILL_SHOWN = timedelta(weeks=8)


@require_GET
@trends_only
def overview(request: HttpRequest, reach: Reach) -> HttpResponse:
    """What is rising now, and where."""
    kind = kind_asked(request)
    found = list(warnings_for(reach.account, reach.on))
    current = [warning for warning in found if _is_current(warning, reach.on)]
    mine = [warning for warning in found if kind in (None, warning.kind)]
    warned = {place.area.code for w in current if kind in (None, w.kind) for place in w.places.all()}
    page = {
        "here": "trends", "reach": reach, "kind": kind, "kinds": KINDS_TO_CHOOSE, "titled": titled(kind), "until": _last_day(reach),
        "current": [(warning, standing(warning, reach.on)) for warning in current],
        "record": record_of(found), "promise": max((w.promise for w in found), default=None),
        "map": map_of_rates(reach, kind, warned),
        "year": _year(reach, kind, mine),
        "many": kinds_side_by_side(reach.home, reach) if kind is None else areas_side_by_side(kind, reach),
    }  # fmt: skip
    return render(request, "trends/overview.html", page)


@require_GET
@trends_only
def compare(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Areas beside each other by rate, with uncertainty: never a league table."""
    kind = kind_asked(request)
    found = comparison(reach, kind)
    page = {
        "here": "compare", "reach": reach, "kind": kind, "kinds": KINDS_TO_CHOOSE, "titled": titled(kind),
        "chart": found[0] if found else None, "totals": found[1] if found else None,
        "people_known": any(area.population for area in reach.parts),
    }  # fmt: skip
    return render(request, "trends/compare.html", page)


def _is_current(warning: AreaWarning, on: date) -> bool:
    """Not judged yet, or raised in the last weeks."""
    return standing(warning, on) is not Standing.JUDGED or warning.week >= on - _STILL_SHOWN


def _year(reach: Reach, kind: str | None, found: list[AreaWarning]) -> Chart | None:
    """None for those who may not open every matter: weekly numbers are small."""
    if not reach.sees_all(reach.home, kind):
        return None
    marked = {warning.week for warning in found} if kind else set()
    return year_of([reach.home], kind, reach, marked)


def _last_day(reach: Reach) -> date:
    """Up to and including this day everything is counted."""
    return weekly(reach.parts[0].level, reach.on).weeks[-1] + timedelta(days=6)
