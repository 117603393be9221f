"""A warning's page: why it was raised, the matters behind it, what is done about it, and whether it was right."""

import csv
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gongdao.people.models import Account
from gongdao.procedures.engine.facts import Facts
from gongdao.trends.charts.drawing import Chart
from gongdao.trends.overview.pictures import year_of
from gongdao.trends.overview.reach import Reach
from gongdao.trends.warnings.actions import answer, judge, report_done
from gongdao.trends.warnings.asked import AnswerAsked, DoneAsked, JudgeAsked, Measure, Verdict
from gongdao.trends.warnings.errors import WarningRefused
from gongdao.trends.warnings.models import Answer, AreaWarning
from gongdao.trends.warnings.queries import (
    assignable,
    last_plan,
    matters_behind,
    may_answer,
    may_report,
    record_of,
    standing,
    warnings_for,
)
from gongdao.trends.warnings.reading import note_of
from gongdao.trends.warnings.themes import BASIS, themes_for
from gongdao.web.forms.building import build
from gongdao.web.forms.fields import FormContext, FormField
from gongdao.web.forms.reading import read
from gongdao.web.stepping import form_key
from gongdao.web.trends.reaching import trends_only

_SHOWN_MATTERS = 100
_USUAL_TIME = timedelta(days=14)
FORMS: dict[str, tuple[type[Facts], str]] = {
    "answer": (AnswerAsked, "答复这次预警"), "done": (DoneAsked, "登记办结情况"), "judge": (JudgeAsked, "评判这次预警"),
}  # fmt: skip


@require_GET
@trends_only
def warnings(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Every warning one may see, newest first, with what became of it."""
    found = list(warnings_for(reach.account, reach.on))
    page = {
        "here": "warnings", "reach": reach, "rows": [(warning, standing(warning, reach.on)) for warning in found],
        "record": record_of(found), "promise": max((w.promise for w in found), default=None),
    }  # fmt: skip
    return render(request, "trends/warnings.html", page)


@require_http_methods(["GET", "POST"])
@trends_only
def warning(request: HttpRequest, reach: Reach, pk: int) -> HttpResponse:
    """The page; POST answers, reports or judges, as the form says."""
    found = _found(reach, pk)
    if request.method == "GET":
        return _show(request, reach, found)
    code = request.POST.get("form", "")
    if code not in _forms_open(reach.account, found, reach):
        raise Http404
    asked, title = FORMS[code]
    now = timezone.now()
    taken = read(asked, request.POST, {}, at=now)
    if taken.facts is None:
        return _show(request, reach, found, sent=(code, taken.given, taken.errors), status=422)
    try:
        _DO[code](found, reach.account, now, taken.facts, form_key(request.POST.get("key", "")))
    except WarningRefused as refused:
        return _show(request, reach, found, sent=(code, taken.given, {}), refused=str(refused), status=409)
    messages.success(request, f"“{title}”已经记下。")
    return redirect("warning", pk=found.pk)


@require_GET
@trends_only
def themes(request: HttpRequest, reach: Reach, pk: int) -> HttpResponse:
    """The themes of legal education for this warning, as a table for a spreadsheet."""
    found = _found(reach, pk)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="themes-{found.pk}.csv"'
    writer = csv.writer(response)
    writer.writerow(["地区", "普法主题", "到哪里讲", "走访什么", "法条"])
    places = "、".join(place.area.name for place in found.places.all())
    for theme in themes_for(found.kind):
        cited = "；".join(f"《{c.law.short}》第{c.article}条：{c.phrase}" for c in theme.cites)
        writer.writerow([places, theme.theme, theme.where, theme.visit, cited])
    return response


def _found(reach: Reach, pk: int) -> AreaWarning:
    found = warnings_for(reach.account, reach.on).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _forms_open(account: Account, found: AreaWarning, reach: Reach) -> list[str]:
    """Which forms this person may send."""
    if may_answer(account, found, reach.on):
        return ["answer", "done", "judge"]
    return ["done"] if may_report(account, found, reach.on) else []


def _show(
    request: HttpRequest, reach: Reach, found: AreaWarning, *, status: int = 200, refused: str = "",
    sent: tuple[str, dict[str, Any], dict[str, list[str]]] | None = None,
) -> HttpResponse:  # fmt: skip
    behind = matters_behind(found, reach.account, reach.on)
    same_kind = warnings_for(reach.account, reach.on).filter(kind=found.kind).exclude(pk=found.pk)
    page = {
        "reach": reach, "warning": found, "standing": standing(found, reach.on), "refused": refused,
        "chart": _chart(reach, found), "behind": behind[:_SHOWN_MATTERS], "behind_count": behind.count(),
        "said": [_said(one) for one in found.answers.all()],
        "judged": [(one, Verdict(one.verdict).label, note_of(one)) for one in found.judgements.select_related("by", "note")],
        "forms": [_form(code, found, reach, sent) for code in _forms_open(reach.account, found, reach)],
        "themes": themes_for(found.kind), "basis": [BASIS],
        "record": record_of(same_kind), "ratio": found.observed / max(found.expected, 0.1),
    }  # fmt: skip
    return render(request, "trends/warning.html", page, status=status)


def _chart(reach: Reach, found: AreaWarning) -> Chart | None:
    areas = [place.area for place in found.places.all()]
    if not all(reach.sees_all(area, found.kind) for area in areas):
        return None
    marked = {found.week, *(sighting.week for sighting in found.sightings.all())}
    return year_of(areas, found.kind, reach, marked)


def _said(one: Answer) -> tuple[Answer, str, str]:
    return one, "、".join(Measure(code).label for code in one.measures), note_of(one)


def _form(
    code: str, found: AreaWarning, reach: Reach, sent: tuple[str, dict[str, Any], dict[str, list[str]]] | None
) -> dict[str, Any]:
    """One form with what was typed in it, if it was the one that was sent."""
    asked, title = FORMS[code]
    staff = [(str(person.pk), person.display_name) for person in assignable(found, reach.on)]
    given, errors = (sent[1], sent[2]) if sent and sent[0] == code else (_usual_values(code, reach), {})
    fields: list[FormField] = build(asked, FormContext(today=reach.on, staff=staff), given, errors)
    for field in fields:
        field.form = f"{code}-"
    return {
        "code": code, "title": title, "fields": fields, "errors": errors, "key": form_key(""),
        "open": bool(sent and sent[0] == code) or code == _next(found),
    }  # fmt: skip


def _usual_values(code: str, reach: Reach) -> dict[str, Any]:
    """What a form opens with."""
    return {"due_on": (reach.on + _USUAL_TIME).isoformat()} if code == "answer" else {}


def _next(found: AreaWarning) -> str:
    """The form that is due: first an answer, then what was done, then whether it was right."""
    if last_plan(found) is None:
        return "answer"
    return "judge" if any(one.done_on for one in found.answers.all()) else "done"


def _do_answer(found: AreaWarning, by: Account, at: datetime, facts: Any, key: str) -> None:
    responsible = (
        Account.objects.filter(pk=int(facts.responsible)).first() if facts.responsible.isdecimal() else None
    )
    if responsible is None:
        raise WarningRefused("负责人要从这个地区的司法所或司法局现任人员里选。")
    answer(
        found, by=by, at=at, measures=facts.measures, note=facts.note, responsible=responsible, due_on=facts.due_on, key=key
    )  # fmt: skip


def _do_done(found: AreaWarning, by: Account, at: datetime, facts: Any, key: str) -> None:
    report_done(found, by=by, at=at, measures=facts.measures, note=facts.note, done_on=facts.done_on, key=key)


def _do_judge(found: AreaWarning, by: Account, at: datetime, facts: Any, key: str) -> None:
    judge(found, by=by, at=at, verdict=facts.verdict, note=facts.note, key=key)


_DO: dict[str, Callable[[AreaWarning, Account, datetime, Any, str], None]] = {
    "answer": _do_answer, "done": _do_done, "judge": _do_judge,
}  # fmt: skip
