"""Filing without an account: the story is already there, the rest is asked once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongdao.matters.actions import open_matter, opened_with
from gongdao.matters.doer import Doer
from gongdao.matters.drafts import drop_draft
from gongdao.matters.errors import DoorwayError, KeyReused
from gongdao.matters.models import Matter
from gongdao.people.models import Office
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.engine.moves import Reason, Refused
from gongdao.procedures.people_mediation.facts import ApplicationFacts
from gongdao.triage.kinds import KINDS
from gongdao.web.citizen.aside import TOO_LONG, put_aside, taken_up
from gongdao.web.citizen.session import current, enter
from gongdao.web.forms.building import build
from gongdao.web.forms.reading import read, with_row, without_row
from gongdao.web.offering import COMMITTEES, committee_options, filing_context
from gongdao.web.stepping import form_key


@require_http_methods(["GET", "POST"])
def file(request: HttpRequest) -> HttpResponse:
    """The application. ``from=told`` opens it with the story and the kind that was found."""
    if request.method == "GET":
        return _show(request, {})
    if request.POST.get("from") == "told":
        return _show(request, _told(request))
    if request.POST.get("from") == "draft":
        return _show_draft(request)
    now = timezone.now()
    taken = read(ApplicationFacts, request.POST, request.FILES, at=now)
    for action, change in (("add", with_row), ("remove", without_row)):
        if path := request.POST.get(action):
            return _show(request, change(taken.given, path))
    if "save" in request.POST:
        aside = put_aside(request, taken.given)
        return aside or _show(request, taken.given, reasons=(Reason(TOO_LONG),), status=422)
    office = Office.objects.filter(
        code=request.POST.get("office", ""), kind__in=COMMITTEES, is_active=True
    ).first()
    errors = dict(taken.errors)
    if office is None:
        errors["office"] = ["请选择离您近的调解委员会"]
    if errors or taken.facts is None or office is None:
        return _show(request, taken.given, errors=errors, status=422)
    if again := _filed_before(request, taken.facts):
        messages.info(request, f"这份申请您刚才已经提交过，编号{again.number}，没有再提交一次。")
        return redirect("mine")
    try:
        opened = open_matter(
            procedure="people_mediation", office=office, step="apply", doer=Doer(Actor.APPLICANT), at=now,
            facts=taken.facts, key=form_key(request.POST.get("key", "")),
        )  # fmt: skip
    except Refused as refused:
        return _show(request, taken.given, reasons=refused.reasons, status=409)
    except DoorwayError as error:
        dead = isinstance(error, KeyReused)
        return _show(request, taken.given, reasons=(Reason(str(error)),), dead_key=dead, status=409)
    drop_draft(request.POST.get("draft", ""))
    enter(request, opened.matter, min(opened.access_codes, default="p1"))
    request.session["receipt"] = {"number": opened.matter.number, "codes": opened.access_codes}
    return redirect("receipt")


def _filed_before(request: HttpRequest, facts: ApplicationFacts) -> Matter | None:
    """The matter this browser has just filed, if these are the same facts again (somebody went back and pressed)."""
    held = current(request)
    return held[0] if held and opened_with(held[0], facts) else None


def _told(request: HttpRequest) -> dict[str, object]:
    kind = KINDS.get(request.POST.get("kind", ""))
    given: dict[str, object] = {"story": request.POST.get("story", "")}
    if kind and kind.code != "unclear":
        given |= {"kind": kind.first, "finer_kind": kind.code if kind.parent else ""}
    return given


def _show_draft(request: HttpRequest) -> HttpResponse:
    """The form as it was put aside."""
    written = taken_up(request.POST.get("draft", "")[:40])
    if written is None:
        page = {"error": "取回码不对，或者已经过了两周。请对照抄下的再输一次。"}
        return render(request, "citizen/go_on.html", page, status=422)
    return _show(request, written, office=str(written.pop("office", "")))


def _show(request, given, *, errors=None, reasons=(), dead_key=False, office="", status=200):  # type: ignore[no-untyped-def]
    now = timezone.now()
    chosen = request.POST.get("office", office)
    page = {
        "fields": build(ApplicationFacts, filing_context(now), given, errors),
        "offices": committee_options(),
        "office": chosen or _suggested(str(given.get("kind", ""))),
        "errors": errors or {},
        "reasons": reasons,
        "draft": request.POST.get("draft", "")[:40],
        "key": form_key("" if dead_key else request.POST.get("key", "")),
    }
    return render(request, "citizen/file.html", page, status=status)


def _suggested(kind: str) -> str:
    """The committee for this kind of dispute, where there is exactly one."""
    if not kind:
        return ""
    fitting = [o.code for o in Office.objects.filter(kind=COMMITTEES[1], is_active=True) if kind in o.sectors]
    return fitting[0] if len(fitting) == 1 else ""


@require_http_methods(["GET"])
def receipt(request: HttpRequest) -> HttpResponse:
    """The number and the code, until the person goes on to the matter."""
    held = request.session.get("receipt")  # until the person goes on
    if held is None:
        return redirect("progress")
    return render(request, "citizen/receipt.html", {"number": held["number"], "codes": held["codes"]})
