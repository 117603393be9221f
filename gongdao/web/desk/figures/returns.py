"""The return: preview, publish, download, restate; every figure opens to its matters."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gongdao.people.models import Account, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import scope
from gongdao.trends.lake.manifest import NotALake
from gongdao.trends.lake.opening import Lake, exported_at, open_lake
from gongdao.trends.returns.actions import ReturnRefused, publish_return, restate
from gongdao.trends.returns.columns import BY_CODE, COLUMNS
from gongdao.trends.returns.computing import Table, compute, matters_behind
from gongdao.trends.returns.filing import TITLE, explained, preview_sheet, published_sheet
from gongdao.trends.returns.freezing import thawed_table
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.queries import differences, history, may_open, may_read_statistics
from gongdao.trends.returns.sheets import MEDIA_TYPE, shown
from gongdao.trends.returns.units import TOTAL, offices_of, rows_of
from gongdao.trends.statistics.periods import Month, NotAPeriod, Period, period
from gongdao.web.desk.acting import staff_only
from gongdao.web.desk.figures.behind import show_matters


@dataclass(frozen=True, slots=True)
class Asked:
    """A unit and a period, and what this person may do with its return."""

    unit: Office
    period: Period
    whole: bool
    may_publish: bool


@require_GET
@staff_only
def returns(request: HttpRequest, account: Account) -> HttpResponse:
    """Choose a unit and a period; everything published so far."""
    today = timezone.localdate()
    if not may_read_statistics(account, today):
        raise Http404
    if "unit" in request.GET:
        try:
            unit, code = request.GET["unit"][:20], _code(request.GET)
            return redirect("return", unit=unit, code=period(code).code)
        except NotAPeriod as problem:
            return _list(request, account, today, problem=str(problem), status=422)
    return _list(request, account, today)


def _list(
    request: HttpRequest, account: Account, today: date, *, problem: str = "", status: int = 200
) -> HttpResponse:
    own = scope(account, Permission.MATTER_READ, today).office_ids
    before = Month(today.year - 1, 12) if today.month == 1 else Month(today.year, today.month - 1)
    page = {
        "problem": problem, "units": Office.objects.filter(pk__in=own).order_by("path"), "year": before.year,
        "month": before.month, "months": range(1, 13),
        "published": [(one, period(one.period)) for one in _latest()],
    }  # fmt: skip
    return render(request, "desk/returns.html", page, status=status)


def _latest() -> list[PublishedReturn]:
    """The newest version of every published return, the latest period first."""
    found = (
        PublishedReturn.objects.filter(restated_by=None)
        .select_related("unit", "by")
        .defer("basis_text", "figures_text")
    )
    return sorted(
        found, key=lambda one: (period(one.period).after, -len(one.period), one.unit.path), reverse=True
    )


def _code(params: Any) -> str:
    year, part = params.get("year", ""), params.get("part", "")
    return f"{year}-{int(part):02d}" if part.isdecimal() else f"{year}{part}"


@require_http_methods(["GET", "POST"])
@staff_only
def one_return(request: HttpRequest, account: Account, unit: str, code: str) -> HttpResponse:
    """The table: as published, or a preview; publishing and restating it."""
    asked = _asked(account, unit, code)
    versions = list(reversed(_versions(asked)))
    problem = ""
    if request.method == "POST":
        try:
            _act(request, account, asked, versions)
            return redirect("return", unit=unit, code=code)
        except ReturnRefused as refused:
            problem = str(refused)
    if not versions and not asked.whole:
        raise Http404
    lake = _lake_if(asked.whole)
    now = compute(lake, rows_of(asked.unit), asked.period) if lake else None
    page = {
        "asked": asked, "title": TITLE, "problem": problem, "versions": versions, "latest": versions[0] if versions else None,
        "threshold": settings.GONGDAO_SUPPRESS_BELOW, "over": asked.period.is_over(timezone.localdate()),
        "exported": exported_at() if lake else None, "definitions": explained(),
        "not_collected": [column for column in COLUMNS if not column.collected], "no_lake": asked.whole and lake is None,
        **_parts(asked, versions[0] if versions else None, now),
    }  # fmt: skip
    return render(request, "desk/return.html", page, status=422 if problem else 200)


def _act(request: HttpRequest, account: Account, asked: Asked, versions: list[PublishedReturn]) -> None:
    now = timezone.now()
    if versions:
        restate(versions[0], request.POST.get("reason", "")[:400], by=account, at=now)
    else:
        publish_return(asked.unit, asked.period.code, by=account, at=now)


@require_GET
@staff_only
def return_file(request: HttpRequest, account: Account, unit: str, code: str) -> HttpResponseBase:
    """The workbook: a published version, or the preview for those who may open every matter in it."""
    asked = _asked(account, unit, code)
    versions = _versions(asked)
    wanted = request.GET.get("version", "")
    if wanted == "preview":
        lake = _lake_if(asked.whole)
        if lake is None:
            raise Http404
        sheet = preview_sheet(compute(lake, rows_of(asked.unit), asked.period), asked.unit.name)
    else:
        chosen = next((one for one in versions if str(one.version) == wanted), None)
        if chosen is None:
            raise Http404
        whole = asked.whole and not request.GET.get("shown")
        sheet = published_sheet(chosen, whole=whole, threshold=settings.GONGDAO_SUPPRESS_BELOW)
    from gongdao.trends.returns.xlsx import workbook  # a tenth of a second, only for those who download

    name = f"{TITLE}_{asked.unit.name}_{asked.period.title}.xlsx"
    answer = HttpResponse(workbook(sheet), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


@require_GET
@staff_only
def return_matters(request: HttpRequest, account: Account, unit: str, code: str) -> HttpResponse:
    """The matters behind one figure of the return as it is now."""
    asked = _asked(account, unit, code)
    column = BY_CODE.get(request.GET.get("column", ""))
    rows = {row.code: row for row in rows_of(asked.unit)}
    row = rows.get(request.GET.get("row", ""))
    lake = _lake_if(asked.whole)
    if (
        lake is None
        or column is None
        or not column.collected
        or (row is None and request.GET.get("row") != TOTAL)
    ):
        raise Http404
    offices = row.offices if row else offices_of(asked.unit)
    found = matters_behind(lake, offices, column, asked.period)
    title = f"{asked.period.title} · {row.title if row else asked.unit.name} · {column.title}"
    back = reverse("return", kwargs={"unit": unit, "code": code})
    return show_matters(request, account, timezone.now(), found, title=title, back=back)


def _asked(account: Account, unit: str, code: str) -> Asked:
    """Raises Http404 for a unit that is none, a period that is none, or a person with no right to statistics."""
    today = timezone.localdate()
    if not may_read_statistics(account, today):
        raise Http404
    office = get_object_or_404(Office, code=unit)
    try:
        asked = period(code)
    except NotAPeriod as error:
        raise Http404 from error
    publishes = office.pk in scope(account, Permission.RETURN_PUBLISH, today).office_ids
    return Asked(office, asked, may_open(account, office, today), publishes)


def _versions(asked: Asked) -> list[PublishedReturn]:
    first = PublishedReturn.objects.filter(unit=asked.unit, period=asked.period.code).first()
    return history(first) if first else []


def _lake_if(whole: bool) -> Lake | None:
    """The lake for those who may see every figure; None where there is none yet."""
    try:
        lake = open_lake(Path(settings.GONGDAO_LAKE)) if whole else None
    except NotALake:
        return None
    return lake if lake and lake.manifest.rows else None


def _parts(asked: Asked, latest: PublishedReturn | None, now: Table | None) -> dict[str, object]:
    """One small table for every part of the columns, so that no page is 48 columns wide."""
    if latest is None and now is None:
        return {"parts": [], "changes": []}
    base = thawed_table(latest) if latest else now
    assert base
    lines = [(row.code, row.title) for row in base.rows] + [(TOTAL, "合计")]
    found: dict[str, list[Any]] = {}
    for column in COLUMNS:
        found.setdefault(column.part.value, []).append(column)
    parts = [
        (title, _one_unit(columns), columns, [
            (name, [_cell(asked, base, latest, column, code) for column in columns]) for code, name in lines
        ])
        for title, columns in found.items() if any(column.collected for column in columns)
    ]  # fmt: skip
    changes = differences(latest, now) if latest and now else []
    return {"parts": parts, "changes": [(c, BY_CODE[c.column]) for c in changes]}


def _one_unit(columns: list[Any]) -> str:
    """The unit that every column of a part has; empty if they differ."""
    units = {column.unit.value for column in columns}
    return units.pop() if len(units) == 1 else ""


def _cell(
    asked: Asked, base: Table, latest: PublishedReturn | None, column: Any, row: str
) -> tuple[str, str]:
    """The text of a figure, and where its matters are (empty where there is nothing to open)."""
    figures = base.row(row) if asked.whole or latest is None else latest.shown[row]
    text = shown(column, figures)
    if isinstance(text, float):
        text = f"{text:,.2f}"
    address = ""
    if asked.whole and column.collected and figures[column.code]:
        query = urlencode({"row": row, "column": column.code})
        address = f"{reverse('return_matters', kwargs={'unit': asked.unit.code, 'code': asked.period.code})}?{query}"
    return str(text), address
