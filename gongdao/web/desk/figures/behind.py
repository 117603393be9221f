"""The matters behind a figure, for those who may open them."""

from collections.abc import Sequence
from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongdao.matters.models import Matter
from gongdao.matters.queries import visible_to
from gongdao.people.models import Account
from gongdao.procedures.registry import PROCEDURES

PAGE = 30
_AT_ONCE = 900  # ids in one statement: SQLite takes few more


def show_matters(
    request: HttpRequest, account: Account, now: datetime, ids: Sequence[int], *, title: str, back: str
) -> HttpResponse:
    """A list of exactly these matters. Those handed over since to an office the reader does not reach are counted, not
    listed, so that list and number still agree."""
    visible = visible_to(account, now.date())
    mine = [
        pk for start in range(0, len(ids), _AT_ONCE)
        for pk in visible.filter(pk__in=ids[start : start + _AT_ONCE]).order_by("pk").values_list("pk", flat=True)
    ]  # fmt: skip
    page = Paginator(mine, PAGE).get_page(request.GET.get("page"))
    found = Matter.objects.filter(pk__in=list(page)).select_related("office").order_by("pk")
    states = {state.code: state.title for procedure in PROCEDURES[::-1] for state in procedure.states}
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "title": title, "back": back, "page": page, "rows": [(m, states.get(m.state, m.state)) for m in found],
        "counted": len(ids), "elsewhere": len(ids) - len(mine), "kept": kept.urlencode(),
    }  # fmt: skip
    return render(request, "desk/behind.html", context)
