"""Somebody calls again: the telephone they gave finds what they brought, so that nothing is asked twice.

The number is posted, never part of an address; only exactly this number finds anything, and finding is logged.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Party
from gongdao.matters.queries import visible_to
from gongdao.matters.revealing import Reader, log_reading
from gongdao.people.models import Account
from gongdao.people.permissions import Permission
from gongdao.people.sealing import searchable_fingerprint
from gongdao.web.desk.acting import staff_only

_FEWEST = 7
MOST = 30


@require_POST
@staff_only
def caller(request: HttpRequest, account: Account) -> HttpResponse:
    """What somebody with this telephone brought, as far as this person sees parties; the newest first."""
    now, phone = timezone.now(), request.POST.get("phone", "").strip()[:40]
    if sum(c.isdecimal() for c in phone) < _FEWEST:
        page = {"problem": "请把电话号码写全。"}
        return render(request, "desk/caller.html", page, status=422)
    fingerprint = searchable_fingerprint(phone, purpose="party-phone")
    theirs = Party.objects.filter(phone_fingerprint=fingerprint).values("matter_id")
    found = list(
        visible_to(account, now.date(), Permission.PARTY_REVEAL)
        .filter(pk__in=theirs, parent=None)
        .order_by("-changed_at")[:MOST]
    )
    for matter in found:
        log_reading(matter, Reader(account=account), now, purpose="按来电号码查找", what="parties")
    rows = []
    for matter in found:
        declared = declaration_of(matter)
        rows.append((matter, declared.title, declared.state_by_code[matter.state].title))
    return render(request, "desk/caller.html", {"rows": rows})
