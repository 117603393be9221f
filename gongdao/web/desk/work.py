"""What must I do next, by when, why."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongdao.matters.queries import visible_to, work_list
from gongdao.people.models import Account
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.procedures import registry
from gongdao.web.desk.acting import staff_only
from gongdao.web.everywhere import rights

PAGE = 30


@require_GET
@staff_only
def desk(request: HttpRequest, account: Account) -> HttpResponse:
    """The list of work, the soonest due first."""
    now = timezone.now()
    held = rights(account)
    if "MATTER_ACT" not in held and "OFFICE_REPORT" in held:
        return redirect("office")
    if "MATTER_ACT" not in held and "REGISTER_MANAGE" in held:
        return redirect("register", part="bodies")
    if "AUDIT_VERIFY" in held:
        return redirect("audit")
    items = work_list(account, now, limit=PAGE) if "MATTER_ACT" in held else []
    page = {
        "items": items, "now": now,
        "posts": [(p.role.title, p.role.description) for p in postings(account, now.date())],
        "waiting": visible_to(account, now.date(), Permission.MATTER_ACT).filter(closed_at=None).count() if items else 0,
    }  # fmt: skip
    return render(request, "desk/work.html", page)


@require_GET
@staff_only
def matters(request: HttpRequest, account: Account) -> HttpResponse:
    """All matters this person may read: by number, state, kind."""
    now = timezone.now()
    found = visible_to(account, now.date()).select_related("office", "owner").order_by("-changed_at")
    if not request.GET.get("overdue"):
        found = found.filter(
            parent=None
        )  # a confirmation may be overdue by itself; else it belongs to its mediation
    query = request.GET.get("q", "").strip()[:40]
    if query:
        digits = "".join(c for c in query if c.isdigit())
        whole = f"{digits[:4]}-{digits[4:8]}-{digits[8:12]}" if len(digits) == 12 else query
        found = found.filter(number__icontains=whole)
    if state := request.GET.get("state", ""):
        found = found.filter(state=state)
    if request.GET.get("open"):
        found = found.filter(closed_at=None)
    if request.GET.get("unassigned"):
        found = found.filter(owner=None, closed_at=None)
    if request.GET.get("overdue"):
        found = found.filter(closed_at=None, next_due__lt=now)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    states = {
        state.code: state.title for procedure in registry.PROCEDURES[::-1] for state in procedure.states
    }
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "page": page, "rows": [(m, states.get(m.state, m.state)) for m in page], "query": query, "states": states.items(),
        "state": state, "now": now, "kept": kept.urlencode(),
    }  # fmt: skip
    return render(request, "desk/matters.html", context)
