"""The auditor's page: nothing was altered, and who read which file. No personal data."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gongdao.matters.audit import verify
from gongdao.matters.models import Anchor, Event, Matter
from gongdao.matters.queries import can
from gongdao.people.models import Account
from gongdao.people.permissions import Permission
from gongdao.people.queries import reads_of
from gongdao.web.desk.acting import staff_only
from gongdao.web.everywhere import rights

_AT_ONCE = 20_000


@require_http_methods(["GET", "POST"])
@staff_only
def audit(request: HttpRequest, account: Account) -> HttpResponse:
    """Verify one matter or, while the house is small enough for a page, everything."""
    if "AUDIT_VERIFY" not in rights(account):
        raise Http404
    if wanted := request.GET.get("readers", "").strip()[:20]:
        return redirect("readers", number=wanted)
    findings, checked = None, ""
    if request.method == "POST":
        number = request.POST.get("number", "").strip()[:20]
        if number and not _within_reach(account, number):
            checked, findings = number, ["没有这个编号的事项。"]
        elif number or Event.objects.count() <= _AT_ONCE:
            checked = number or "全部事项"
            findings = [str(finding) for finding in verify([number] if number else None)]
        else:
            checked, findings = "全部事项", ["记录较多，请在服务器上运行 gongdao audit verify。"]
    page = {
        "findings": findings, "checked": checked,
        "anchors": Anchor.objects.order_by("-id")[:5], "events": Event.objects.count(), "matters": Matter.objects.count(),
    }  # fmt: skip
    return render(request, "desk/audit.html", page)


def _within_reach(account: Account, number: str) -> bool:
    matter = Matter.objects.filter(number=number).first()
    return matter is not None and can(account, Permission.AUDIT_VERIFY, matter, timezone.localdate())


@require_GET
@staff_only
def readers(request: HttpRequest, account: Account, number: str) -> HttpResponse:
    """Who read this file."""
    now = timezone.now()
    matter = Matter.objects.filter(number=number, parent=None).first()
    allowed = matter and (
        can(account, Permission.AUDIT_READ_LOG, matter, now.date())
        or can(account, Permission.PARTY_REVEAL, matter, now.date())
    )
    if not allowed:
        raise Http404
    page = {"number": number, "reads": reads_of(number)}
    return render(request, "desk/readers.html", page)
