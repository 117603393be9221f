"""Staff file for somebody who came, phoned or wrote; or take a matter up themselves."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongdao.matters.actions import open_matter
from gongdao.matters.doer import CHANNEL_TITLES, Channel, Doer
from gongdao.matters.errors import DoorwayError
from gongdao.matters.queries import can
from gongdao.people.models import Account, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.procedures import registry
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.engine.moves import Reason, Refused
from gongdao.web.desk.acting import staff_only
from gongdao.web.forms.building import build
from gongdao.web.forms.reading import read, with_row, without_row
from gongdao.web.offering import filing_context
from gongdao.web.stepping import form_key

CHANNELS = [
    (c.value, CHANNEL_TITLES[c]) for c in (Channel.COUNTER, Channel.PHONE, Channel.PAPER, Channel.HELPER)
]


def filing_posts(account: Account) -> list[tuple[Office, Actor]]:
    """The offices in which this person may register matters, and as what."""
    held = []
    for posting in postings(account, timezone.localdate()):
        actors = posting.role.actors & {Actor.MEDIATOR, Actor.COMMITTEE}
        if Permission.MATTER_FILE in posting.role.permissions and actors:
            held.append((Office.objects.get(pk=posting.office_id), min(actors)))
    return held


def all_openings() -> list[tuple[Procedure, Step]]:
    """Every way in which staff may begin a matter today."""
    staff = {Actor.MEDIATOR, Actor.COMMITTEE}
    return [(p, s) for p in registry.PROCEDURES for s in registry.openings(p) if staff & set(s.by)]


@require_http_methods(["GET", "POST"])
@staff_only
def new(
    request: HttpRequest, account: Account, procedure: str = "people_mediation", code: str = "apply"
) -> HttpResponse:
    """Register a matter of any procedure that may begin here."""
    posts = filing_posts(account)
    step = next((s for p, s in all_openings() if (p.code, s.code) == (procedure, code)), None)
    if not posts or step is None:
        raise Http404
    if request.method == "GET":
        return _show(request, account, step, posts, {})
    now = timezone.now()
    taken = read(step.asks, request.POST, request.FILES, at=now)
    for action, change in (("add", with_row), ("remove", without_row)):
        if path := request.POST.get(action):
            return _show(request, account, step, posts, change(taken.given, path))
    office, actor = next((p for p in posts if p[0].code == request.POST.get("office")), posts[0])
    if taken.facts is None:
        return _show(request, account, step, posts, taken.given, errors=taken.errors, status=422)
    sent = request.POST.get("channel", "")
    channel = Channel(sent) if sent in [value for value, _ in CHANNELS] else Channel.COUNTER
    try:
        opened = open_matter(
            procedure=procedure, office=office, step=code, at=now, facts=taken.facts,
            doer=Doer(actor, account=account, channel=channel), key=form_key(request.POST.get("key", "")),
        )  # fmt: skip
    except Refused as refused:
        return _show(request, account, step, posts, taken.given, reasons=refused.reasons, status=409)
    except DoorwayError as error:
        return _show(request, account, step, posts, taken.given, reasons=(Reason(str(error)),), status=409)
    readable = can(account, Permission.MATTER_READ, opened.matter, now.date())
    request.session["filed"] = {
        "number": opened.matter.number, "codes": opened.access_codes, "readable": readable, "office": office.name,
    }  # fmt: skip
    return redirect("filed")


def _show(request, account, step: Step, posts, given, *, errors=None, reasons=(), status=200):  # type: ignore[no-untyped-def]
    page = {
        "step": step, "errors": errors or {}, "reasons": reasons,
        "openings": all_openings(),
        "fields": build(step.asks, filing_context(timezone.now()), given, errors),
        "offices": [(office.code, office.name) for office, _ in posts], "channels": CHANNELS,
        "channel": request.POST.get("channel", "counter"),
        "office": request.POST.get("office", ""), "key": form_key(request.POST.get("key", "")),
    }  # fmt: skip
    return render(request, "desk/new.html", page, status=status)


@require_http_methods(["GET"])
@staff_only
def filed(request: HttpRequest, account: Account) -> HttpResponse:
    """The receipt to hand over, shown once."""
    held = request.session.pop("filed", None)
    if held is None:
        return redirect("desk")
    return render(request, "desk/filed.html", held)
