"""Staff file for somebody who came, phoned or wrote; or take a matter up themselves."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gongdao.matters.actions import open_matter
from gongdao.matters.doer import CHANNEL_TITLES, Channel, Doer
from gongdao.matters.errors import DoorwayError
from gongdao.matters.models import Matter
from gongdao.matters.queries import can
from gongdao.matters.revealing import Reader
from gongdao.people.models import Account, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.procedures import registry
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.engine.moves import Reason, Refused
from gongdao.web.carrying import carried_values, note_carried
from gongdao.web.desk.acting import matter_of, staff_only
from gongdao.web.forms.building import build
from gongdao.web.forms.reading import read, with_row, without_row
from gongdao.web.offering import filing_context
from gongdao.web.stepping import form_key

CHANNELS = [
    (c.value, CHANNEL_TITLES[c]) for c in (Channel.COUNTER, Channel.PHONE, Channel.PAPER, Channel.HELPER)
]

_NOT_READ = Reason("要转过来的那件咨询没有，或者您看不到它。现在还没有登记；再交一次，就单独登记这件事。")


@dataclass(frozen=True, slots=True)
class Opening:
    """A way in which somebody may begin a matter today, and the offices in which, each with the capacity."""

    procedure: Procedure
    step: Step
    posts: tuple[tuple[Office, Actor], ...]


def openings_for(account: Account) -> list[Opening]:
    """Every way in which this person may register a matter today."""
    held = []
    for posting in postings(account, timezone.localdate()):
        if Permission.MATTER_FILE in posting.role.permissions:
            held.append((Office.objects.get(pk=posting.office_id), posting.role.actors & registry.REGISTRARS))
    found = [
        Opening(procedure, step, _posts(procedure, step, held))
        for procedure in registry.PROCEDURES
        for step in registry.openings(procedure)
    ]
    return [opening for opening in found if opening.posts]


def _posts(
    procedure: Procedure, step: Step, held: list[tuple[Office, frozenset[Actor]]]
) -> tuple[tuple[Office, Actor], ...]:
    return tuple(
        (office, min(actors & set(step.by)))
        for office, actors in held
        if actors & set(step.by) and (not procedure.offices or office.kind in procedure.offices)
    )


@require_http_methods(["GET", "POST"])
@staff_only
def new(request: HttpRequest, account: Account, procedure: str = "", code: str = "") -> HttpResponse:
    """Register a matter of any procedure that may begin here; without an address, in the first way there is."""
    openings = openings_for(account)
    fitting = [o for o in openings if not procedure or (o.procedure.code, o.step.code) == (procedure, code)]
    if not fitting:
        raise Http404
    opening = fitting[0]
    if request.method == "GET":
        asked = _asked(request, account)
        values = (
            carried_values(asked, opening.step.asks, Reader(account=account), timezone.now()) if asked else {}
        )
        return _show(request, opening, openings, values)
    taken = read(opening.step.asks, request.POST, request.FILES, at=timezone.now())
    for action, change in (("add", with_row), ("remove", without_row)):
        if path := request.POST.get(action):
            return _show(request, opening, openings, change(taken.given, path))
    if taken.facts is None:
        return _show(request, opening, openings, taken.given, errors=taken.errors, status=422)
    try:
        asked = _asked(request, account)
    except Http404:
        return _show(request, opening, openings, taken.given, reasons=(_NOT_READ,), status=409, origin="")
    try:
        return _open(request, account, opening, taken.facts, asked)
    except Refused as refused:
        return _show(request, opening, openings, taken.given, reasons=refused.reasons, status=409)
    except DoorwayError as error:
        return _show(request, opening, openings, taken.given, reasons=(Reason(str(error)),), status=409)


def _asked(request: HttpRequest, account: Account) -> Matter | None:
    """The consultation that this becomes, if the address or the form names one that this person reads."""
    number = request.POST.get("from", request.GET.get("from", ""))[:20]
    return matter_of(number, account, timezone.now(), Permission.PARTY_REVEAL) if number else None


def _open(
    request: HttpRequest, account: Account, opening: Opening, facts: Facts, asked: Matter | None
) -> HttpResponse:
    """Through the doorway, in the office chosen; the receipt to hand over. ``asked`` is what this comes from."""
    office, actor = next(
        (p for p in opening.posts if p[0].code == request.POST.get("office")), opening.posts[0]
    )
    sent, now = request.POST.get("channel", ""), timezone.now()
    channel = Channel(sent) if sent in [value for value, _ in CHANNELS] else Channel.COUNTER
    opened = open_matter(
        procedure=opening.procedure.code, office=office, step=opening.step.code, at=now, facts=facts,
        doer=Doer(actor, account=account, channel=channel), key=form_key(request.POST.get("key", "")),
    )  # fmt: skip
    if asked:
        note_carried(
            asked, Doer(Actor.COMMITTEE, account=account), opened.matter, opening.procedure.title, now
        )
    request.session["filed"] = {
        "number": opened.matter.number, "codes": opened.access_codes, "office": office.name,
        "readable": can(account, Permission.MATTER_READ, opened.matter, now.date()),
    }  # fmt: skip
    return redirect("filed")


def _show(request, opening: Opening, openings, given, *, errors=None, reasons=(), status=200, origin=None):  # type: ignore[no-untyped-def]
    if origin is None:
        origin = request.POST.get("from", request.GET.get("from", ""))[:20]
    page = {
        "step": opening.step, "errors": errors or {}, "reasons": reasons,
        "openings": [(one.procedure, one.step) for one in openings],
        "fields": build(opening.step.asks, filing_context(timezone.now(), [office for office, _ in opening.posts]), given, errors),
        "offices": [(office.code, office.name) for office, _ in opening.posts], "channels": CHANNELS,
        "channel": request.POST.get("channel", "counter"),
        "office": request.POST.get("office", ""), "from": origin, "key": form_key(request.POST.get("key", "")),
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
