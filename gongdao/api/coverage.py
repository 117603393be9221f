"""Coverage by village for programs: the same numbers as the page, the same limits."""

from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from gongdao.api.callers import STAFF, Caller
from gongdao.services.coverage.queries import coverage, is_quarter, quarter_on

router = Router(tags=["统计"])


class VillageOut(Schema):
    """One village in a quarter: visits that the village has confirmed, and those awaited. A count of matters is null where it is from 1 to 4 and the caller may not open them."""

    area: str
    name: str
    adviser: str
    visits: int
    awaited: int
    lectures: int
    last_visit: date | None
    counts: dict[str, int | None]
    had_any: bool


class CoverageOut(Schema):
    """A quarter over the caller's areas."""

    quarter: str
    villages: list[VillageOut]
    without: list[str]


@router.get("/coverage", response=CoverageOut, auth=STAFF, summary="各村（社区）一个季度得到的服务")
def village_coverage(request: HttpRequest, quarter: str = "") -> CoverageOut:
    """This quarter, or the one named: 2025Q1."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    today = timezone.localdate()
    asked = quarter or quarter_on(today)
    found = coverage(caller.account, asked, today) if caller.account and is_quarter(asked, today) else None
    if found is None:
        raise Http404
    return CoverageOut(
        quarter=found.quarter,
        villages=[
            VillageOut(
                area=row.area.code, name=row.area.name, adviser=row.adviser, visits=row.visits, awaited=row.awaited,
                lectures=row.lectures, last_visit=row.last_visit, had_any=row.had_any,
                counts={service: None if n.hidden else n.value for service, n in row.counts.items()},
            )
            for row in found.rows
        ],
        without=[row.area.code for row in found.without],
    )  # fmt: skip
