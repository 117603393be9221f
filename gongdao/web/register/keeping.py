"""An office keeps the register: look up, enter, change, import a table; every change and who made it can be seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gongdao.documents.actions import MAX_BYTES
from gongdao.people.actions import StaffError
from gongdao.people.models import Account, Area, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.procedures.engine.moves import Reason
from gongdao.services.register.actions import enter_practice, enter_practitioner
from gongdao.services.register.entries import Entry, PracticeEntry, PractitionerEntry
from gongdao.services.register.fields import PracticeKind, PractitionerKind
from gongdao.services.register.importing import NotImported, columns, decoded, import_entries
from gongdao.services.register.models import Practice, Practitioner
from gongdao.services.register.queries import Wanted, history_of, practices, practitioners
from gongdao.web.desk.acting import staff_only
from gongdao.web.forms.building import build
from gongdao.web.forms.fields import FormContext
from gongdao.web.forms.reading import read

PAGE = 30


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two parts of the register."""

    code: str
    title: str
    model: type[Entry]
    row: type[Practice] | type[Practitioner]


PARTS = {
    part.code: part
    for part in (
        Part("bodies", "机构", PracticeEntry, Practice),
        Part("people", "人员", PractitionerEntry, Practitioner),
    )
}


def keepers_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only for those who keep the register; the view gets where they do and the part of the register."""

    @staff_only
    @wraps(view)
    def guarded(request: HttpRequest, account: Account, part: str, *args: Any) -> HttpResponseBase:
        where = kept_by(account)
        if where is None or part not in PARTS:
            raise Http404
        return view(request, account, where, PARTS[part], *args)

    @wraps(view)
    def named(request: HttpRequest, part: str = "bodies", **more: Any) -> HttpResponseBase:
        return guarded(request, part, *more.values())

    return named


def kept_by(account: Account) -> Area | None:
    """The widest area in which this person keeps the register."""
    held = [
        p.office_id
        for p in postings(account, timezone.localdate())
        if Permission.REGISTER_MANAGE in p.role.permissions
    ]
    areas = [office.area for office in Office.objects.filter(pk__in=held).select_related("area")]
    return min(areas, key=lambda area: len(area.path), default=None)


@require_GET
@keepers_only
def register(request: HttpRequest, account: Account, where: Area, part: Part) -> HttpResponse:
    """The entries of the keeper's area, those who no longer practise too."""
    wanted = Wanted(area=where, name=request.GET.get("name", "").strip()[:40])
    found = (
        practices(tuple(PracticeKind), wanted, None)
        if part.row is Practice
        else practitioners(tuple(PractitionerKind), wanted, None)
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "register/kept.html", _page(part, where) | {"page": page, "name": wanted.name})


@require_http_methods(["GET", "POST"])
@keepers_only
def entry(request: HttpRequest, account: Account, where: Area, part: Part, pk: int) -> HttpResponse:
    """One entry (0: a new one) with its history."""
    row = part.row.objects.filter(pk=pk).first() if pk else None
    if pk and (row is None or not row.area.path.startswith(where.path)):
        raise Http404
    if request.method == "GET":
        return _show(request, part, where, row, _values(row) if row else {})
    taken = read(part.model, request.POST, {}, at=timezone.now(), fixed=_fixed(row))
    if taken.facts is None:
        return _show(request, part, where, row, taken.given, errors=taken.errors, status=422)
    try:
        kept, changed = _enter(taken.facts, account, where)
    except StaffError as error:
        return _show(request, part, where, row, taken.given, reasons=(Reason(str(error)),), status=409)
    except IntegrityError:
        reason = Reason("刚刚有人登记了同一个，请打开它看一下再改。")
        return _show(request, part, where, row, taken.given, reasons=(reason,), status=409)
    messages.success(request, "已经登记。" if changed else "和原来一样，没有改动。")
    return redirect("register_entry", part=part.code, pk=kept.pk)


def _enter(facts: Entry, account: Account, where: Area) -> tuple[Practice | Practitioner, bool]:
    if isinstance(facts, PracticeEntry):
        return enter_practice(facts, by=account, at=timezone.now(), within=where)
    return enter_practitioner(facts, by=account, at=timezone.now(), within=where)


@require_http_methods(["GET", "POST"])
@keepers_only
def importing(request: HttpRequest, account: Account, where: Area, part: Part) -> HttpResponse:
    """A table: all of it or nothing."""
    page = _page(part, where) | {"columns": columns(part.model)}
    if request.method == "GET":
        return render(request, "register/importing.html", page)
    file = request.FILES.get("file")
    try:
        if file is None:
            raise NotImported(["请选择一个 CSV 文件。"])
        if (file.size or 0) > MAX_BYTES:
            raise NotImported([f"文件太大了，最大{MAX_BYTES // 1024 // 1024}兆。"])
        done = import_entries(part.model, decoded(file.read()), by=account, at=timezone.now(), within=where)
    except NotImported as error:
        return render(request, "register/importing.html", page | {"problems": error.problems}, status=422)
    messages.success(request, f"导入了：新登记或者有变化的{done.changed}条，和原来一样的{done.unchanged}条。")
    return redirect("register", part=part.code)


def _page(part: Part, where: Area) -> dict[str, Any]:
    return {"part": part, "parts": PARTS.values(), "where": where}


def _fixed(row: Practice | Practitioner | None) -> dict[str, Any]:
    """By what an entry is known does not change."""
    if row is None:
        return {}
    if isinstance(row, Practice):
        return {"code": row.code, "kind": row.kind}
    return {"licence_number": row.licence_number, "kind": row.kind}


def _values(row: Practice | Practitioner) -> dict[str, Any]:
    """An entry as the form opens with it."""
    same = {"name": row.name, "area": row.area.code, "fields": row.fields, "ended_on": row.ended_on}
    if isinstance(row, Practice):
        return same | {"address": row.address, "phone": row.phone}
    return same | {
        "practice": row.practice.code if row.practice else "", "licensed_since": row.licensed_since,
        "languages": "、".join(row.languages),
    }  # fmt: skip


def _show(
    request: HttpRequest,
    part: Part,
    where: Area,
    row: Practice | Practitioner | None,
    given: Mapping[str, Any],
    *,
    errors: Mapping[str, list[str]] | None = None,
    reasons: Any = (),
    status: int = 200,
) -> HttpResponse:
    areas = Area.objects.filter(path__startswith=where.path).order_by("code")
    options = {"area": [("", "请选择"), *((a.code, f"{a.name}（{a.code}）") for a in areas)]}
    context = FormContext(today=timezone.localdate(), options=options, fixed=_fixed(row))
    page = _page(part, where) | {
        "row": row, "fields": build(part.model, context, given, errors), "errors": errors or {}, "reasons": reasons,
        "history": history_of(row) if row else [],
    }  # fmt: skip
    return render(request, "register/entry.html", page, status=status)
