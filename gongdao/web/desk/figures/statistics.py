"""Statistics over the matters one may open oneself: each number leads to its matters."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongdao.people.models import Account
from gongdao.trends.lake.manifest import NotALake
from gongdao.trends.lake.opening import exported_at, open_lake
from gongdao.trends.returns.queries import may_read_statistics, openable_offices
from gongdao.trends.statistics.asking import OFFERED, NotAQuestion, question_of, text_of
from gongdao.trends.statistics.measures import MEASURES, Adds
from gongdao.trends.statistics.tables import DIMENSIONS, Answer, Key, Question, answer, matters_behind
from gongdao.web.desk.acting import staff_only
from gongdao.web.desk.figures import naming
from gongdao.web.desk.figures.behind import show_matters


@dataclass(frozen=True, slots=True)
class Cell:
    """One number as the page shows it; ``address`` opens its matters."""

    text: str
    address: str = ""


@require_GET
@staff_only
def statistics(request: HttpRequest, account: Account) -> HttpResponse:
    """The form and, if it makes a question, the table."""
    now = timezone.now()
    today = timezone.localdate(now)
    if not may_read_statistics(account, today):
        raise Http404
    offices = openable_offices(account, today)
    page: dict[str, object] = {
        "measures": MEASURES.values(), "dimensions": [(name, DIMENSIONS[name]) for name in OFFERED], "openable": bool(offices),
    }  # fmt: skip
    status = 200
    try:
        question = question_of(request.GET.dict(), offices=offices, today=today)
    except NotAQuestion as problem:
        page["problem"], status = str(problem), 422
        question = question_of({}, offices=offices, today=today)
    page |= _chosen(question)
    if offices and status == 200:
        try:
            page |= _table(question, answer(open_lake(), question)) | {"exported": exported_at()}
        except NotALake as error:
            page["problem"] = str(error)
    return render(request, "desk/statistics.html", page, status=status)


@require_GET
@staff_only
def statistics_matters(request: HttpRequest, account: Account) -> HttpResponse:
    """The matters behind one number of the statistics."""
    now = timezone.now()
    today = timezone.localdate(now)
    offices = openable_offices(account, today)
    if not offices or not may_read_statistics(account, today):
        raise Http404
    try:
        question = question_of(request.GET.dict(), offices=offices, today=today)
        found = matters_behind(open_lake(), question)
    except (NotAQuestion, NotALake) as error:
        raise Http404 from error
    parts = [question.measure.title, question.period.title]
    parts += [naming.titles(name, [key])[key] for name, key in question.only.items()]
    return show_matters(
        request, account, now, found, title=" · ".join(parts), back=_address("statistics", question)
    )


def _chosen(question: Question) -> dict[str, object]:
    return {
        "question": question, "first": str(question.period.months[0]), "last": str(question.period.months[-1]),
        "only": [
            (f"only_{name}", text_of(key), DIMENSIONS[name], naming.titles(name, [key])[key])
            for name, key in question.only.items()
        ],
    }  # fmt: skip


def _table(question: Question, found: Answer) -> dict[str, object]:
    """Rows of cells with their margins, in the order of the register and of the tables of kinds."""
    rows = naming.titles(question.rows, found.row_totals)
    columns = naming.titles(question.columns, found.column_totals)
    write = naming.shown(question.measure)

    def cell(value: int | None, row: Key | None = None, column: Key | None = None, *fixed: str) -> Cell:
        only = dict(question.only)
        only |= {question.rows: row} if "row" in fixed else {}
        only |= {question.columns: column} if "column" in fixed else {}
        return (
            Cell(write(value), _address("statistics_matters", question, only))
            if value
            else Cell("0" if value == 0 else "—")
        )

    nothing = None if question.measure.adds is Adds.DAYS else 0
    lines = [
        (title, [cell(found.cells.get((row, column), nothing), row, column, "row", "column") for column in columns],
         cell(found.row_totals.get(row, nothing), row, None, "row"))
        for row, title in rows.items()
    ]  # fmt: skip
    foot = [cell(found.column_totals.get(column, nothing), None, column, "column") for column in columns]
    return {
        "headings": list(columns.values()), "lines": lines, "foot": foot, "total": cell(found.total or nothing),
        "margin": "全部" if question.measure.adds is Adds.DAYS else "合计",
    }  # fmt: skip


def _address(name: str, question: Question, only: "dict[str, Key] | None" = None) -> str:
    params = {
        "measure": question.measure.code, "rows": question.rows, "columns": question.columns,
        "first": str(question.period.months[0]), "last": str(question.period.months[-1]),
    }  # fmt: skip
    for dimension, key in (question.only if only is None else only).items():
        params[f"only_{dimension}"] = text_of(key)
    return f"{reverse(name)}?{urlencode(params)}"
