"""The roster of the lawyers on duty, for who keeps it."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongdao.people.actions import StaffError
from gongdao.people.models import Account, Office
from gongdao.people.queries import holders_of
from gongdao.procedures.engine.declaration import Actor
from gongdao.services.roster.actions import put_on_duty, take_off_duty
from gongdao.services.roster.queries import kept_by, roster
from gongdao.web.desk.acting import staff_only

SHOWN = timedelta(days=60)


@require_http_methods(["GET", "POST"])
@staff_only
def rostering(request: HttpRequest, account: Account) -> HttpResponse:
    """The next two months; one lawyer on one day at a time."""
    today = timezone.localdate()
    offices = kept_by(account, today)
    if not offices:
        raise Http404
    code = request.POST.get("office", request.GET.get("office", ""))
    office = next((one for one in offices if one.code == code), offices[0])
    if request.method == "GET":
        return _show(request, offices, office, today)
    try:
        said = _change(request, account, office)
    except StaffError as error:
        return _show(request, offices, office, today, problem=str(error), status=422)
    messages.success(request, said)
    return redirect(f"{request.path}?office={office.code}")


def _change(request: HttpRequest, account: Account, office: Office) -> str:
    try:
        day = date.fromisoformat(request.POST.get("day", "")[:10])
    except ValueError:
        raise StaffError("请写成年-月-日，例如2026-03-05") from None
    chosen = request.POST.get("lawyer", "")
    is_number = chosen.isascii() and chosen.isdecimal() and len(chosen) < 10
    lawyer = Account.objects.filter(pk=int(chosen)).first() if is_number else None
    if lawyer is None:
        raise StaffError("请选一位律师")
    if "off" in request.POST:
        take_off_duty(office, lawyer, day, by=account, at=timezone.now())
        return f"{lawyer.display_name}{day:%-m月%-d日}不值班了。"
    put_on_duty(office, lawyer, day, by=account, at=timezone.now())
    return f"已排{lawyer.display_name}{day:%-m月%-d日}值班。"


def _show(
    request: HttpRequest, offices: list[Office], office: Office, today: date, *, problem: str = "", status: int = 200
) -> HttpResponse:  # fmt: skip
    page = {
        "offices": offices, "office": office, "problem": problem, "today": today.isoformat(),
        "rows": roster(office, today, today + SHOWN), "lawyers": holders_of(office, Actor.COUNSEL, today),
    }  # fmt: skip
    return render(request, "desk/roster.html", page, status=status)
