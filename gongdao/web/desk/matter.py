"""A matter's page: where it stands, the clocks explained, the next lawful steps, parties, papers, time line."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongdao.matters.access import issue_code
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.dossier import Slot, dossier, missing
from gongdao.matters.errors import NotAllowed
from gongdao.matters.folding import declaration_of, fold
from gongdao.matters.models import Matter, Paper
from gongdao.matters.papers import Form, open_paper
from gongdao.matters.queries import (
    TimelineEntry,
    can,
    case_of,
    confidences_from,
    events_for,
    hears,
    may_read,
    notices_for,
    offers_for_account,
    shown_to,
    timeline_for_account,
)
from gongdao.matters.revealing import Reader, log_reading, opened_facts, parties_given, parties_of
from gongdao.people.models import Account
from gongdao.people.permissions import Permission
from gongdao.people.queries import scope
from gongdao.procedures.engine.declaration import PARTIES, Actor, Effect, holder_title
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.engine.moves import Offer
from gongdao.procedures.engine.timing import read_clocks
from gongdao.trends.checks.queries import may_check
from gongdao.web.desk.acting import doer_for, matter_of, staff_only
from gongdao.web.desk.safety import safety_of
from gongdao.web.sending import send
from gongdao.web.stepping import Stepping, run_step
from gongdao.web.words import Said, say


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the time line with what was said."""

    at: datetime
    title: str
    who: str
    said: list[Said]
    kept: bool = False  # said in confidence, to somebody else


@require_GET
@staff_only
def matter(request: HttpRequest, account: Account, number: str) -> HttpResponse:
    """The page. Reading it is logged; those without the right see no party and no text."""
    now = timezone.now()
    found = matter_of(number, account, now)
    root = shown_to(account, found, now.date())
    events = events_for(account, root, now.date())
    case = fold(root, events, now)
    reveals = can(account, Permission.PARTY_REVEAL, root, now.date())
    reader = Reader(account=account)
    parties = parties_of(root, reader=reader, at=now, purpose="查看事项") if reveals else []
    if root.parent:  # the office asked to take it over: only what the letter to it gives
        sent = [event for event in events if event.step == "send"]
        parties = parties_given(root, sent[-1]) if parties and sent else []
    names = {p.ref: p.particulars.name for p in parties}
    slots = dossier(root, {event.seq for event in events})
    page = {
        "matter": root, "held_as": holder_title(case.procedure), "case": case, "now": now,
        "state": case.procedure.state_by_code[case.state],
        "groups": _groups(offers_for_account(root, account, now)),
        "children": [_child(child, account, now) for child in root.children.select_related("office", "parent")],
        "readings": read_clocks(case), "parties": parties, "reveals": reveals,
        "safety": safety_of(root, case) if reveals else None,
        "gives_codes": _may_give_codes(account, root, now), "checks_triage": may_check(account, root, now.date()),
        "notices": notices_for(root, set(Actor), now),
        "timeline": _timeline(timeline_for_account(account, root, now.date()), root, names, account if reveals else None),
        "slots": slots, "kept": confidences_from(account, root), "missing": missing(slots), "wanting": _wanting(slots),
        "opens_papers": can(account, Permission.PAPER_READ, root, now.date()),
    }  # fmt: skip
    return render(request, "desk/matter.html", page)


def _wanting(slots: list[Slot]) -> list[Slot]:
    """Papers that must be there while nothing stands in their place."""
    filled = {slot.paper.slot for slot in slots if slot.filled}
    return [slot for slot in slots if slot.missing and slot.paper.slot not in filled]


def _groups(offered: list[Offer]) -> dict[str, list[Offer]]:
    """Next, possible at any time, ending, and not yet possible (with reasons)."""
    groups: dict[str, list[Offer]] = {"next": [], "aside": [], "ending": [], "not_yet": []}
    for offer in offered:
        groups[offer.place if offer.open else "not_yet"].append(offer)
    return groups


def _child(child: Matter, account: Account, now: datetime) -> dict[str, object]:
    case = case_of(child, now)
    return {
        "matter": child, "procedure": case.procedure, "state": case.procedure.state_by_code[case.state],
        "groups": _groups(offers_for_account(child, account, now)), "readings": read_clocks(case),
    }  # fmt: skip


def _timeline(
    entries: list[TimelineEntry], root: Matter, names: dict[str, str], reader: Account | None
) -> list[Told]:
    """What happened; what was said only for a ``reader`` who may hear it."""
    told = []
    for entry in entries:
        is_heard = reader is not None and hears(reader, root, entry.step)
        facts = opened_facts(entry.event.matter, entry.event.facts) if is_heard else {}
        who = entry.actor_title + (f" {entry.by_name}" if entry.by_name else "")
        said = list(say(entry.step.asks, facts, names))
        told.append(
            Told(entry.at, entry.step.title, who, said, kept=not is_heard and entry.step.confidential)
        )
    return told[::-1]


@require_http_methods(["GET", "POST"])
@staff_only
def step(request: HttpRequest, account: Account, number: str, code: str) -> HttpResponse:
    """One step by a member of staff, for themselves or noting down what a party said."""
    now = timezone.now()
    found = matter_of(number, account, now)
    declared = declaration_of(found).step_by_code.get(code)
    sides = case_of(found, now).parties
    if declared is None or doer_for(account, found, declared, sides, None, Channel.COUNTER, now) is None:
        raise Http404
    sent = request.POST.get("channel", "")
    channel = Channel(sent) if sent in list(Channel) and sent != Channel.SYSTEM else Channel.COUNTER

    def doer_of(facts: Facts | None) -> Doer:
        doer = doer_for(account, found, declared, sides, facts, channel, now)
        if doer is None:
            raise NotAllowed("您现在不能办理这一步。")
        return doer

    root = shown_to(account, found, now.date())
    # Whoever answers or hands back what their office was asked sees it no longer.
    leaves = request.method == "POST" and root.parent is not None and declared.effect is Effect.HAND_BACK
    back = reverse("desk") if leaves else reverse("matter", args=[root.number])
    reveals = can(account, Permission.PARTY_REVEAL, root, now.date())
    minded = safety_of(root, case_of(root, now)) if reveals else None
    return run_step(
        Stepping(request=request, matter=found, step=declared, now=now, reader=Reader(account=account),
                 doer_of=doer_of, template="desk/step.html", back=back, account=account, more={"safety": minded})
    )  # fmt: skip


@require_GET
@staff_only
def paper(request: HttpRequest, account: Account, pk: int, form: str) -> HttpResponseBase:
    """A paper of the dossier."""
    now = timezone.now()
    found = (
        Paper.objects.select_related("matter__parent", "matter__office", "pdf", "docx").filter(pk=pk).first()
    )
    if found is None or form not in list(Form):
        raise Http404
    if not may_read(account, found, now.date()):
        raise Http404
    return send(open_paper(found, form=Form(form), reader=Reader(account=account), at=now))


def _may_give_codes(account: Account, matter: Matter, now: datetime) -> bool:
    """Only whoever holds the matter."""
    held = scope(account, Permission.MATTER_ACT_FOR_PARTY, now.date())
    return matter.office_id in held.office_ids or (
        matter.owner_id == account.pk and matter.office_id in held.own_in
    )


@require_POST
@staff_only
def give_code(request: HttpRequest, account: Account, number: str, party: str) -> HttpResponse:
    """A new code for a party, to be handed over or sent; the old one no longer opens anything."""
    now = timezone.now()
    found = matter_of(number, account, now, Permission.MATTER_ACT_FOR_PARTY)
    if not _may_give_codes(account, found, now):
        raise Http404  # asked to take it over, but not holding it yet
    log_reading(
        found, Reader(account=account), now, purpose="重新发出查询码，原来的作废", what=f"code:{party}"
    )
    if case_of(found, now).parties.get(party) not in PARTIES:
        raise Http404
    code = issue_code(found, party, f"desk/{account.pk}/{now.isoformat()}", now)
    return render(
        request,
        "desk/code.html",
        {"matter": found, "code": code},
    )
