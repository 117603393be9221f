"""New disputes by township, kind and month, as one Ibis expression over the lake."""

from collections import defaultdict
from datetime import date

from gongdao.people.models import Area
from gongdao.trends.briefings.cells import Cube, first_day, months_before
from gongdao.trends.lake.opening import Lake
from gongdao.trends.statistics.cases import cases

MONTHS = 24  # as far back as a briefing looks, the same month of the year before included


def cube(lake: Lake, area: Area, month: str) -> Cube:
    """Everything in the area, from two years before ``month`` to its end."""
    since, after = first_day(months_before(month, MONTHS)), first_day(months_before(month, -1))
    rows = _rows(lake, area, since, after)
    inside: dict[str, set[str]] = defaultdict(set)
    for below in Area.objects.filter(path__startswith=area.path):
        codes = below.path.strip("/").split("/")
        if below.level == "township":
            for code in codes:
                inside[code].add(below.code)
        elif below.level in ("city", "county"):
            inside[below.code] |= set()
    inside[area.code].add("")
    return Cube(rows, dict(inside))


def _rows(lake: Lake, area: Area, since: date, after: date) -> dict[tuple[str, str, str], int]:
    c = cases(lake.events, (since, after))
    c = c.filter(c[area.level] == area.code, c.opened >= since, c.opened < after, c.kind.notnull())
    month = (c.opened.year() * 100 + c.opened.month()).cast("int64")
    grouped = c.group_by(place=c.township, kind=c.kind, month=month).agg(n=c.count())
    return {
        (row["place"] or "", row["kind"], f"{row['month'] // 100:04d}-{row['month'] % 100:02d}"): int(
            row["n"]
        )
        for row in grouped.to_pyarrow().to_pylist()
    }
