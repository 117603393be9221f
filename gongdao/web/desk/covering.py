"""Which village had which service in a quarter, and where nobody had any; every number opens to what is behind it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongdao.people.models import Account, Area
from gongdao.services.coverage.queries import (
    SERVICES,
    coverage,
    is_quarter,
    matters_behind,
    may_read,
    quarter_on,
    quarters_up_to,
)
from gongdao.web.desk.acting import staff_only

MOST = 200


def quarter_asked(text: str) -> str:
    """The quarter in the address; this one where none is named, 404 where it is none."""
    today = timezone.localdate()
    if not text:
        return quarter_on(today)
    if not is_quarter(text, today):
        raise Http404
    return text


def in_words(quarter: str) -> str:
    return f"{quarter[:4]}年第{quarter[5]}季度"


@require_GET
@staff_only
def covering(request: HttpRequest, account: Account) -> HttpResponse:
    """The table."""
    today, quarter = timezone.localdate(), quarter_asked(request.GET.get("quarter", ""))
    found = coverage(account, quarter, today)
    if found is None:
        raise Http404
    page = {
        "found": found, "title": in_words(quarter), "services": [(code, title) for code, (title, _) in SERVICES.items()],
        "quarters": [(one, in_words(one)) for one in quarters_up_to(today)], "quarter": quarter,
    }  # fmt: skip
    return render(request, "desk/coverage.html", page)


@require_GET
@staff_only
def behind(request: HttpRequest, account: Account, area: str, service: str) -> HttpResponse:
    """The matters behind a number, as far as this person may open them."""
    today, quarter = timezone.localdate(), quarter_asked(request.GET.get("quarter", ""))
    reach = may_read(account, today)
    place = Area.objects.filter(reach, code=area).first() if reach is not None and area.isascii() else None
    if place is None or service not in SERVICES:
        raise Http404
    page = {
        "place": place, "title": f"{in_words(quarter)}{SERVICES[service][0]}", "quarter": quarter,
        "matters": matters_behind(account, place, service, quarter, today).order_by("number")[:MOST],
    }  # fmt: skip
    return render(request, "desk/coverage_behind.html", page)
