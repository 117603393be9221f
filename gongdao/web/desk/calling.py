"""Somebody calls again: the telephone they gave finds what they brought, so that nothing is asked twice.

The number is posted, never part of an address; only exactly this number finds anything, and finding is logged. It
finds what its owner brought, not what somebody brought against them, and only while it is the number they gave last.
"""

from django.db.models import Exists, OuterRef, QuerySet
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
from gongdao.procedures.engine.declaration import Actor
from gongdao.web.desk.acting import staff_only

_FEWEST = 7
MOST = 30
# Whoever comes to a lawyer's reception is not asked whether they came before; so nobody is told that they did.
_NOT_RECALLED = ("petition_reception",)


@require_POST
@staff_only
def caller(request: HttpRequest, account: Account) -> HttpResponse:
    """What somebody with this telephone brought, as far as this person sees parties; the newest first."""
    now, phone = timezone.now(), request.POST.get("phone", "").strip()[:40]
    if sum(c.isdecimal() for c in phone) < _FEWEST:
        page = {"problem": "请把电话号码写全。"}
        return render(request, "desk/caller.html", page, status=422)
    found = list(
        visible_to(account, now.date(), Permission.PARTY_REVEAL)
        .filter(pk__in=_brought_by(phone), parent=None)
        .exclude(procedure__in=_NOT_RECALLED)
        .order_by("-changed_at")[:MOST]
    )
    for matter in found:
        log_reading(matter, Reader(account=account), now, purpose="按来电号码查找", what="parties")
    rows = []
    for matter in found:
        declared = declaration_of(matter)
        rows.append((matter, declared.title, declared.state_by_code[matter.state].title))
    return render(request, "desk/caller.html", {"rows": rows})


def _brought_by(phone: str) -> QuerySet[Party, int]:
    """The matters whose applicant is reached at this number now."""
    versions = Party.objects.filter(matter=OuterRef("matter"), ref=OuterRef("ref"))
    return Party.objects.filter(
        Exists(versions.filter(side=Actor.APPLICANT.value)),
        # A correction need not repeat the side; a later one replaces the number.
        ~Exists(versions.filter(seq__gt=OuterRef("seq"))),
        phone_fingerprint=searchable_fingerprint(phone, purpose="party-phone"),
    ).values_list("matter_id", flat=True)
