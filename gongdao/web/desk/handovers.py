"""What went to other bodies and what came from them, late ones marked; and what the exchange refused."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongdao.matters.queries import visible_to
from gongdao.people.models import Account
from gongdao.services.exchange.holding import STANDING_TITLES, reconcile
from gongdao.services.exchange.models import Exchanged, Partner
from gongdao.services.exchange.standing import PROCEDURES, standings
from gongdao.web.desk.acting import staff_only
from gongdao.web.everywhere import rights

PAGE = 50
MOST = 50


@require_GET
@staff_only
def handovers(request: HttpRequest, account: Account) -> HttpResponse:
    """The list of hand-overs this person may read, open ones first; a chief also sees where partners differ."""
    held = rights(account)
    if "MATTER_READ" not in held:
        raise Http404
    now = timezone.now()
    found = (
        visible_to(account, now.date())
        .filter(procedure__in=PROCEDURES)
        .select_related("office", "parent__office")
        .order_by("-closed_at", "next_due", "pk")
    )
    if request.GET.get("all") != "1":
        found = found.filter(closed_at=None).order_by("next_due", "pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "rows": standings(page, now),
        "everything": request.GET.get("all") == "1",
        "now": now,
    }
    if "TREND_ISSUE" in held:  # the bureau, under whose name we exchange
        shown |= {
            "partners": _partners(),
            "refused": Exchanged.objects.filter(result="refused")
            .select_related("partner__office")
            .order_by("-pk")[:MOST],
        }
    return render(request, "desk/handovers.html", shown)


def _partners() -> list[dict[str, object]]:
    """Every partner and where it differs from us."""
    found: list[dict[str, object]] = []
    for partner in Partner.objects.filter(is_active=True).select_related("office"):
        said_at, differences = reconcile(partner)
        rows = [
            (d.key, STANDING_TITLES[d.ours], STANDING_TITLES.get(d.theirs, d.theirs)) for d in differences
        ]
        found.append({"name": partner.office.name, "at": said_at, "rows": rows[:MOST], "count": len(rows)})
    return found
