"""Putting the application aside, and going on with it later: a number of letters, no account."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from gongdao.matters.drafts import KEPT_FOR, DraftTooLong, drop_draft, keep_draft, open_draft

TOO_LONG = "写得太长了，存不下来。请直接提交，或者删掉一些再存。"


def put_aside(request: HttpRequest, written: dict[str, Any], procedure: str) -> HttpResponse | None:
    """The page with the code, shown once; None where it is too long to keep."""
    now = timezone.now()
    kept = written | {"office": request.POST.get("office", ""), "procedure": procedure}
    try:
        code = keep_draft(kept, at=now, code=request.POST.get("draft", ""))
    except DraftTooLong:
        return None
    until = timezone.localdate(now + KEPT_FOR - timedelta(days=1))
    return render(request, "citizen/aside.html", {"code": code, "until": until})


def taken_up(code: str) -> dict[str, Any] | None:
    """What was put aside under this code."""
    return open_draft(code, at=timezone.now()) if code else None


@require_http_methods(["GET"])
def go_on(request: HttpRequest) -> HttpResponse:
    """Asks for the code; the form itself opens with it (the filing page)."""
    return render(request, "citizen/go_on.html")


@require_POST
def throw_away(request: HttpRequest) -> HttpResponse:
    """Delete what was put aside, at once."""
    drop_draft(request.POST.get("draft", ""))
    messages.success(request, "存下的内容已经删掉。")
    return redirect("home")
