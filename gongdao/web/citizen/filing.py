"""Filing without an account: the story is already there, the rest is asked once."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongdao.matters.actions import open_matter, opened_with
from gongdao.matters.doer import Doer
from gongdao.matters.drafts import drop_draft
from gongdao.matters.errors import DoorwayError, KeyReused
from gongdao.matters.models import Matter
from gongdao.matters.queries import notices_for
from gongdao.matters.revealing import Reader
from gongdao.people.models import Office
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.engine.moves import Reason, Refused
from gongdao.procedures.registry import citizens_may_begin
from gongdao.triage.kinds import KINDS, Kind
from gongdao.web.carrying import carried_values, note_carried
from gongdao.web.citizen.aside import TOO_LONG, put_aside, taken_up
from gongdao.web.citizen.session import current, enter
from gongdao.web.forms.building import build
from gongdao.web.forms.reading import read, with_row, without_row
from gongdao.web.offering import carrying, filing_context, office_options
from gongdao.web.stepping import form_key


@dataclass(frozen=True, slots=True)
class Filing:
    """Somebody at the form with which a procedure begins."""

    request: HttpRequest
    procedure: Procedure
    step: Step


@require_http_methods(["GET", "POST"])
def file(request: HttpRequest, procedure: str = "people_mediation") -> HttpResponse:
    """The application. ``from=told`` opens it with the story and the kind that was found."""
    filing = _filing(request, procedure)
    if request.method == "GET":
        carried = _carried(filing) if request.GET.get("from") == "mine" else {}
        return _show(filing, _usual(filing.procedure) | carried, carried=bool(carried))
    if request.POST.get("from") == "told":
        return _show(filing, _told(request))
    if request.POST.get("from") == "draft":
        return _show_draft(filing)
    taken = read(filing.step.asks, request.POST, request.FILES, at=timezone.now())
    for action, change in (("add", with_row), ("remove", without_row)):
        if path := request.POST.get(action):
            return _show(filing, change(taken.given, path))
    if "save" in request.POST:
        aside = put_aside(request, taken.given, procedure)
        return aside or _show(filing, taken.given, reasons=(Reason(TOO_LONG),), status=422)
    offices = Office.objects.filter(kind__in=filing.procedure.offices, is_active=True)
    office = offices.filter(code=request.POST.get("office", "")).first()
    errors = dict(taken.errors)
    if office is None:
        errors["office"] = ["请选择一个机构"]
    if errors or taken.facts is None or office is None:
        return _show(filing, taken.given, errors=errors, status=422)
    if again := _filed_before(request, taken.facts):
        messages.info(request, f"这份申请您刚才已经提交过，编号{again.number}，没有再提交一次。")
        return redirect("mine")
    return _open(filing, office, taken.facts, taken.given)


def _filing(request: HttpRequest, procedure: str) -> Filing:
    declared = next(((p, s) for p, s in citizens_may_begin() if p.code == procedure), None)
    if declared is None:
        raise Http404
    return Filing(request, *declared)


def _carried(filing: Filing) -> dict[str, object]:
    """What this person said in the consultation that is open in this browser."""
    held = current(filing.request)
    if held is None:
        return {}
    return carried_values(held[0], filing.step.asks, Reader(party=held[1]), timezone.now())


def _open(filing: Filing, office: Office, facts: Facts, given: dict[str, object]) -> HttpResponse:
    """Through the doorway; the receipt, or the form again with what stands against it."""
    request, before = filing.request, current(filing.request)
    try:
        opened = open_matter(
            procedure=filing.procedure.code, office=office, step=filing.step.code, doer=Doer(Actor.APPLICANT),
            at=timezone.now(), facts=facts, key=form_key(request.POST.get("key", "")),
        )  # fmt: skip
    except Refused as refused:
        return _show(filing, given, reasons=refused.reasons, status=409)
    except DoorwayError as error:
        dead = isinstance(error, KeyReused)
        return _show(filing, given, reasons=(Reason(str(error)),), dead_key=dead, status=409)
    drop_draft(request.POST.get("draft", ""))
    if before and "carried" in request.POST:
        doer = Doer(Actor.APPLICANT, party=before[1])
        note_carried(before[0], doer, opened.matter, filing.procedure.title, timezone.now())
    enter(request, opened.matter, min(opened.access_codes, default="p1"))
    request.session["receipt"] = {"number": opened.matter.number, "codes": opened.access_codes}
    return redirect("receipt")


def _filed_before(request: HttpRequest, facts: Facts) -> Matter | None:
    """The matter this browser has just filed, if these are the same facts again (somebody went back and pressed)."""
    held = current(request)
    return held[0] if held and opened_with(held[0], facts) else None


def _told(request: HttpRequest) -> dict[str, object]:
    kind = KINDS.get(request.POST.get("kind", ""))
    return {"story": request.POST.get("story", "")} | (_of_kind(kind) if kind else {})


def _usual(procedure: Procedure) -> dict[str, object]:
    """The kind of dispute, where a procedure is for one kind alone."""
    return _of_kind(KINDS[procedure.kinds[0]]) if len(procedure.kinds) == 1 else {}


def _of_kind(kind: Kind) -> dict[str, object]:
    if kind.code == "unclear":
        return {}
    return {"kind": kind.first, "finer_kind": kind.code if kind.parent else ""}


def _show_draft(filing: Filing) -> HttpResponse:
    """The form as it was put aside."""
    written = taken_up(filing.request.POST.get("draft", "")[:40])
    if written is None:
        page = {"error": "取回码不对，或者已经过了两周。请对照抄下的再输一次。"}
        return render(filing.request, "citizen/go_on.html", page, status=422)
    filing = _filing(filing.request, str(written.pop("procedure", filing.procedure.code)))
    return _show(filing, written, office=str(written.pop("office", "")))


def _show(
    filing: Filing, given, *, errors=None, reasons=(), dead_key=False, office="", carried=False, status=200
):  # type: ignore[no-untyped-def]
    chosen, options = filing.request.POST.get("office", office), office_options(filing.procedure)
    page = {
        "procedure": filing.procedure,
        "step": filing.step,
        "fields": build(
            filing.step.asks, filing_context(timezone.now(), carrying(filing.procedure)), given, errors
        ),
        "offices": options,
        "office": chosen or _suggested(filing.procedure, str(given.get("kind", ""))),
        "errors": errors or {},
        "reasons": reasons,
        "carried": carried or "carried" in filing.request.POST,
        "draft": filing.request.POST.get("draft", "")[:40],
        "key": form_key("" if dead_key else filing.request.POST.get("key", "")),
    }
    return render(filing.request, "citizen/file.html", page, status=status)


def _suggested(procedure: Procedure, kind: str) -> str:
    """The office for this kind of dispute, where there is exactly one: its own, or the only one there is."""
    offices = list(Office.objects.filter(kind__in=procedure.offices, is_active=True))
    fitting = [office.code for office in offices if kind and kind in office.sectors]
    if len(fitting) == 1:
        return fitting[0]
    return offices[0].code if len(offices) == 1 else ""


@require_http_methods(["GET"])
def receipt(request: HttpRequest) -> HttpResponse:
    """The number and the code, until the person goes on to the matter."""
    held = request.session.get("receipt")  # until the person goes on
    if held is None:
        return redirect("progress")
    opened = current(request)
    told = notices_for(opened[0], {Actor.APPLICANT}, timezone.now()) if opened else []
    return render(request, "citizen/receipt.html", {**held, "notices": told[::-1]})
