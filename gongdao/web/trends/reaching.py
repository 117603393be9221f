"""Who looks at trends, at which kind, and what to say while there is nothing to show."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from gongdao.people.models import Account
from gongdao.trends.lake.manifest import NotALake
from gongdao.trends.overview.numbers import weekly
from gongdao.trends.overview.reach import Reach, reach_of
from gongdao.triage.kinds import FIRST_LEVEL
from gongdao.web.desk.acting import staff_only

KINDS_TO_CHOOSE = [("", "全部纠纷"), *((kind.code, kind.title) for kind in FIRST_LEVEL)]
_CODES = {kind.code for kind in FIRST_LEVEL}


def trends_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only for those who see trends; the view gets their reach. Without any counts yet, a page that says what to do."""

    @staff_only
    @wraps(view)
    def guarded(request: HttpRequest, account: Account, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reach = reach_of(account, timezone.localdate())
        if reach is None:
            raise Http404
        if not reach.parts or not _counted(reach):
            return render(request, "trends/nothing.html", {"reach": reach})
        return view(request, reach, *args, **kwargs)

    return guarded


def kind_asked(request: HttpRequest) -> str | None:
    """The kind chosen in the address; None for all. One that does not exist is a wrong address."""
    kind = request.GET.get("kind", "")
    if kind and kind not in _CODES:
        raise Http404
    return kind or None


def _counted(reach: Reach) -> bool:
    try:
        return bool(weekly(reach.parts[0].level, reach.on).weeks)
    except NotALake:
        return False
