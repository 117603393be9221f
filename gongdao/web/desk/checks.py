"""What triage said of a matter's story, judged by whoever handles it; and how often it was right."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gongdao.matters.doer import Channel, Doer
from gongdao.matters.errors import DoorwayError
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, root_of
from gongdao.matters.revealing import Reader
from gongdao.people.models import Account, Office
from gongdao.procedures.engine.moves import Refused
from gongdao.trends.checks.actions import FIELDS, check
from gongdao.trends.checks.errors import CheckRefused
from gongdao.trends.checks.queries import (
    ASKED,
    PARTS,
    Line,
    accuracy,
    check_of,
    keeps_texts,
    may_check,
    offices_reported,
)
from gongdao.trends.checks.reading import Story, story_of
from gongdao.triage.fields import field_of
from gongdao.triage.kinds import KINDS
from gongdao.triage.roads import all_channels, roads_for
from gongdao.web.desk.acting import doer_for, matter_of, staff_only
from gongdao.web.stepping import form_key

PART_TITLES = {"kind": "大类说对", "finer": "具体种类说对", "field": "领域说对", "road": "第一条路说对"}
_A_YEAR = timedelta(days=365)


@require_http_methods(["GET", "POST"])
@staff_only
def check_triage(request: HttpRequest, account: Account, number: str) -> HttpResponse:
    """What triage says of this story, and the form to say what it really was."""
    now = timezone.now()
    found = root_of(matter_of(number, account, now))
    if not may_check(account, found, now.date()):
        raise Http404
    story = story_of(found, reader=Reader(account=account), at=now)
    if story is None:
        return render(request, "desk/check.html", {"matter": found, "story": None})
    if request.method == "GET":
        return _show(request, found, story, _usual(found, story))
    given = {name: request.POST.get(name, "")[:60] for name in ASKED}
    try:
        check(
            found, story, **given, may_learn="may_learn" in request.POST, by=account, at=now,
            key=f"check-{form_key(request.POST.get('key', ''))}", doer=_doer(account, found),
        )  # fmt: skip
    except Refused as refused:
        return _show(request, found, story, given, problem=str(refused), status=409)
    except (CheckRefused, DoorwayError) as problem:
        return _show(request, found, story, given, problem=str(problem), status=422)
    messages.success(request, "记下了。谢谢您核对，这样才知道系统哪里说得不准。")
    return redirect("matter", number=found.number)


def _doer(account: Account, found: Matter) -> Doer | None:
    """The capacity in which this account may correct the statistical kind."""
    now = timezone.now()
    step = declaration_of(found).step_by_code.get("correct_kind")
    sides = case_of(found, now).parties
    return doer_for(account, found, step, sides, None, Channel.COUNTER, now) if step else None


def _usual(found: Matter, story: Story) -> dict[str, str]:
    """The form opens with the latest check; else with the kind on file and what follows from it."""
    if earlier := check_of(found):
        return {name: getattr(earlier, name) for name in ASKED}
    case = case_of(found, timezone.now())
    said = story.found
    kind = next((k for k in (case.fact("finer_kind"), case.fact("kind")) if k in KINDS), said.kind.code)
    if kind in (said.kind.code, said.kinds[0].first.code):
        return {"kind": said.kind.code, "field": said.field, "road": said.roads[0].channel}
    return {"kind": kind, "field": field_of(kind), "road": roads_for(kind)[0].channel}


def _show(
    request: HttpRequest, found: Matter, story: Story, given: dict[str, str], *, problem: str = "", status: int = 200
) -> HttpResponse:  # fmt: skip
    page = {
        "matter": found, "story": story, "found": story.found, "given": given, "problem": problem,
        "kinds": [(k.code, f"{KINDS[k.parent].title}：{k.title}" if k.parent else k.title) for k in KINDS.values()],
        "fields": FIELDS, "roads": _roads(story, given), "earlier": check_of(found),
        "keeps": keeps_texts(found.office), "key": form_key(request.POST.get("key", "")),
    }  # fmt: skip
    return render(request, "desk/check.html", page, status=status)


def _roads(story: Story, given: dict[str, str]) -> list[tuple[str, str]]:
    """The roads that triage named first, in their order, then every other one."""
    named = {road.channel: road.title for road in story.found.roads}
    return list(
        (named | {code: title for code, title in all_channels().items() if code not in named}).items()
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A line as the page shows it: its title, the number looked at and, for each part, how many were right."""

    title: str
    checked: str
    parts: tuple[str, ...]


@require_GET
@staff_only
def triage_accuracy(request: HttpRequest, account: Account) -> HttpResponse:
    """How often triage was right in the offices of which this account may read figures; small numbers hidden."""
    today = timezone.localdate()
    offices = offices_reported(account, today)
    if not offices:
        raise Http404
    first, last, problem = _period(request, today)
    page: dict[str, object] = {
        "first": first,
        "last": last,
        "problem": problem,
        "parts": PART_TITLES.values(),
    }
    if not problem:
        report = accuracy(offices, first, last, today=today)
        kinds = [_row(KINDS[line.name].title, line) for line in report.kinds]
        months = [_row(f"{line.name[:4]}年{int(line.name[5:])}月", line) for line in report.months]
        page |= {
            "tables": [("按纠纷种类", "纠纷种类", kinds), ("按月份", "月份", months)] if kinds else [],
            "total": _row("合计", report.total), "hides": report.hides, "counted": report,
            "offices": Office.objects.filter(pk__in=offices).count(),
        }  # fmt: skip
    return render(request, "desk/accuracy.html", page, status=422 if problem else 200)


def _period(request: HttpRequest, today: date) -> tuple[date, date, str]:
    usual = (today - _A_YEAR, today)
    try:
        first = date.fromisoformat(request.GET.get("first") or usual[0].isoformat())
        last = date.fromisoformat(request.GET.get("last") or usual[1].isoformat())
    except ValueError:
        return *usual, "日期要写成 2026-01-31 这样。"
    return (first, last, "") if first <= last else (*usual, "开始的日子不能晚于结束的日子。")


def _row(title: str, line: Line) -> Row:
    return Row(title, _written(line.checked), tuple(_part(line, part) for part in PARTS))


def _written(number: int | None) -> str:
    return "不显示" if number is None else f"{number}件"


def _part(line: Line, part: str) -> str:
    share = line.share(part)
    return _written(line.right[part]) + (f"（{share:.0%}）" if share is not None else "")
