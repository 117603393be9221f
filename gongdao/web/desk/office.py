"""The head's page: load, overdue, unassigned, hand-overs. The chief's page is the same for every office below."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongdao.matters.models import Matter
from gongdao.matters.queries import office_summary, visible_to
from gongdao.people.models import Account, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import scope
from gongdao.web.desk.acting import staff_only


@require_GET
@staff_only
def office(request: HttpRequest, account: Account) -> HttpResponse:
    """What the head needs to see at once; every number opens to its matters."""
    now = timezone.now()
    reached = scope(account, Permission.OFFICE_REPORT, now.date())
    if not reached.office_ids:
        raise Http404
    open_ones = visible_to(account, now.date(), Permission.OFFICE_REPORT).filter(closed_at=None, parent=None)
    page = {
        "now": now,
        "summary": office_summary(account, now),
        "offices": Office.objects.filter(pk__in=reached.office_ids).order_by("path"),
        "unassigned": open_ones.filter(owner=None).select_related("office").order_by("opened_at")[:20],
        "overdue": open_ones.filter(next_due__lt=now).select_related("office", "owner").order_by("next_due")[:20],
        "offered_in": Matter.objects.filter(offered_to_id__in=reached.office_ids, parent=None).select_related("office", "offered_to"),
        "offered_out": open_ones.filter(offered_to__isnull=False).select_related("office", "offered_to"),
    }  # fmt: skip
    return render(request, "desk/office.html", page)
