"""Statistics and returns for programs: the same reads as the pages, the same limits."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from ninja.errors import HttpError

from gongdao.api.callers import STAFF, Caller
from gongdao.people.models import Account, Office
from gongdao.trends.lake.manifest import NotALake
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.returns.freezing import thawed_table
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.queries import current, may_open, may_read_statistics, openable_offices
from gongdao.trends.returns.units import TOTAL
from gongdao.trends.statistics.asking import NotAQuestion, question_of
from gongdao.trends.statistics.tables import answer

router = Router(tags=["统计"])


class CellOut(Schema):
    """One number that is not zero. Amounts are in fen; medians of days are doubled."""

    row: str | int | None
    column: str | int | None
    value: int


class TableOut(Schema):
    """A table over the matters the caller may open."""

    measure: str
    unit: str
    definition: str
    rows: str
    columns: str
    first: str
    last: str
    cells: list[CellOut]
    total: int


class AskedIn(Schema):
    """What to count; the same words as the address of the page."""

    measure: str = "opened"
    rows: str = "county"
    columns: str = "kind"
    first: str = ""
    last: str = ""


class ReturnOut(Schema):
    """A published return. ``whole`` is true for those who may open every matter in it; else small numbers are null."""

    unit: str
    period: str
    version: int
    published_by: str
    published_at: str
    reason: str
    fingerprint: str
    whole: bool
    rows: dict[str, dict[str, int | None]]


class ListedReturnOut(Schema):
    """A published return in the list."""

    unit: str
    period: str
    version: int
    fingerprint: str


def _reader(request: HttpRequest) -> Account:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if caller.account is None or not may_read_statistics(caller.account, timezone.localdate()):
        raise Http404
    return caller.account


@router.get("/statistics", response=TableOut, auth=STAFF, summary="统计自己看得到的事项")
def statistics(request: HttpRequest, asked: Query[AskedIn]) -> TableOut:
    """One measure over two dimensions."""
    today = timezone.localdate()
    offices = openable_offices(_reader(request), today)
    if not offices:
        raise Http404
    try:
        question = question_of(asked.dict(), offices=offices, today=today)
        found = answer(open_lake(), question)
    except (NotAQuestion, NotALake) as error:
        raise HttpError(422, str(error)) from error
    cells = [CellOut(row=row, column=column, value=n) for (row, column), n in found.cells.items()]
    months = question.period.months
    return TableOut(
        measure=question.measure.code, unit=question.measure.unit, definition=question.measure.definition,
        rows=question.rows, columns=question.columns, first=str(months[0]), last=str(months[-1]),
        cells=sorted(cells, key=lambda cell: (str(cell.row), str(cell.column))), total=found.total,
    )  # fmt: skip


@router.get("/returns", response=list[ListedReturnOut], auth=STAFF, summary="已发布的统计报表")
def returns(request: HttpRequest) -> list[ListedReturnOut]:
    """The newest version of each."""
    _reader(request)
    found = (
        PublishedReturn.objects.filter(restated_by=None)
        .select_related("unit")
        .order_by("period", "unit__path")
    )
    return [
        ListedReturnOut(
            unit=one.unit.code, period=one.period, version=one.version, fingerprint=one.fingerprint
        )
        for one in found
    ]


@router.get("/returns/{unit}/{period}", response=ReturnOut, auth=STAFF, summary="一份统计报表")
def one_return(request: HttpRequest, unit: str, period: str) -> ReturnOut:
    """Every row and column by code; amounts in fen."""
    account = _reader(request)
    office = Office.objects.filter(code=unit).first()
    found = current(office, period) if office else None
    if found is None or office is None:
        raise Http404
    whole = may_open(account, office, timezone.localdate())
    table = thawed_table(found)
    rows: dict[str, Any] = {**{row.code: table.figures[row.code] for row in table.rows}, TOTAL: table.total}
    return ReturnOut(
        unit=office.code, period=found.period, version=found.version, published_by=found.by.display_name,
        published_at=found.at.isoformat(), reason=found.reason, fingerprint=found.fingerprint, whole=whole,
        rows=rows if whole else found.shown,
    )  # fmt: skip
