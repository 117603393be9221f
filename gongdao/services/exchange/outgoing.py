"""What is to be told to a partner: read from the events, so that nothing has to be queued and nothing is lost."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.folding import fold
from gongdao.matters.models import Event, Matter
from gongdao.matters.revealing import Reader, log_reading, opened_facts, parties_given
from gongdao.people.models import Office
from gongdao.procedures.handover_in.facts import OutcomeHere
from gongdao.procedures.handover_out.declaration import what_to_mind
from gongdao.procedures.handover_out.facts import OutcomeThere
from gongdao.services.exchange import messages as said
from gongdao.services.exchange.models import Exchanged, Partner
from gongdao.services.exchange.names import name_of

RECEIVED, SENT = "received", "sent"
_ENDS = ("recall", "hand_back", "answer", "send")  # after these nobody needs what a letter says
_OUTCOMES = {
    OutcomeHere.AGREED: OutcomeThere.DONE,
    OutcomeHere.NOT_AGREED: OutcomeThere.NOT,
    OutcomeHere.NOT_TAKEN: OutcomeThere.NOT,
    OutcomeHere.OTHER: OutcomeThere.PARTLY,
}


def handed_out(office: Office) -> list[Matter]:
    """The hand-overs that were ever sent to this office."""
    sent = Event.objects.filter(
        step="send", matter__procedure="handover_out", facts_text__contains=f'"handed_to":"{office.code}"'
    )
    return list(
        Matter.objects.filter(pk__in=sent.values("matter_id"))
        .select_related("parent", "office")
        .order_by("pk")
    )


def handed_in(office: Office) -> list[Matter]:
    """The answers owed to this office."""
    came = Event.objects.filter(step="refer_in", facts_text__contains=f'"sender_office":"{office.code}"')
    found = Matter.objects.filter(parent__in=came.values("matter_id"), procedure="handover_in")
    return list(found.select_related("parent", "office").order_by("pk"))


def outgoing(partner: Partner, at: datetime) -> list[said.Message]:
    """Every message that the partner has not yet said it received, in order. Handing over particulars is logged."""
    gone = Exchanged.objects.filter(partner=partner, is_incoming=False)
    known = set(gone.filter(result=RECEIVED).values_list("message", flat=True))
    left = set(gone.values_list("message", flat=True))
    found = [*_asked(partner.office, left), *_answered(partner.office)]
    fresh = [one for one in found if one[0] not in known]
    made = []
    for _, child, event in fresh:
        message = _message(child, event, partner.office)
        if isinstance(message, said.Handover) and child.parent:
            reader = Reader(channel="exchange")
            log_reading(child.parent, reader, at, f"转办函交给{partner.office.name}", "parties")
        made.append(message)
    return made


def _asked(office: Office, left: set[str]) -> Iterator[tuple[str, Matter, Event]]:
    """Letters and recalls. A letter that ended before it ``left`` never leaves, and needs no recall."""
    for child in handed_out(office):
        events = list(child.events.order_by("seq"))
        told = False
        for place, event in enumerate(events):
            if event.step == "send":
                is_over = any(later.step in _ENDS for later in events[place + 1 :])
                told = event.facts["handed_to"] == office.code and (not is_over or _id(child, event) in left)
            if told and event.step in ("send", "recall"):
                yield _id(child, event), child, event


def _answered(office: Office) -> Iterator[tuple[str, Matter, Event]]:
    for child in handed_in(office):
        for event in child.events.order_by("seq"):
            if event.step in ("take_here", "send_back", "object_to_sender", "tell_sender", "reply"):
                yield _id(child, event), child, event


def _id(child: Matter, event: Event) -> str:
    return f"{child.number}-{event.seq}"


def _message(child: Matter, event: Event, office: Office) -> said.Message:
    """One event as the partner reads it."""
    facts = opened_facts(child, event.facts)
    base: dict[str, Any] = {"id": _id(child, event), "on": event.at.astimezone(SHANGHAI).date()}
    if event.step in ("send", "recall"):
        base["number"] = child.number
        if event.step == "recall":
            return said.Recalled(**base, reason=facts.get("recall_reason") or "")
        return _letter(child, event, facts, base, office)
    base["number"] = child.parent.events.get(step="refer_in").facts["referral_number"]  # type: ignore[union-attr]
    match event.step:
        case "take_here":
            return said.Taken(**base, their_number=child.parent.number)  # type: ignore[union-attr]
        case "send_back":
            return said.Returned(**base, reason=facts["sent_back_reason"], better_body=facts["road_instead"])
        case "object_to_sender":
            return said.Progress(**base, text=f"认为不属于本机构的职权，请核实：{facts['not_ours_reason']}")
        case "tell_sender":
            return said.Progress(**base, text=facts["progress_here"])
    return said.Result(
        **base, outcome=_OUTCOMES[OutcomeHere(facts["outcome_here"])], text=facts["reply_text"]
    )


def _letter(
    child: Matter, event: Event, facts: dict[str, Any], base: dict[str, Any], office: Office
) -> said.Handover:
    root = child.parent
    assert root
    case = fold(child, child.events.filter(seq__lte=event.seq).order_by("seq"), event.at)
    given = parties_given(child, event)
    return said.Handover(
        **base, office=office.code, body=facts["handed_kind"], dispute=name_of("dispute", root.kind) or "其他",
        story=f"{facts['handed_reason']}\n{facts['handed_summary']}",
        applicants=[v.particulars for v in given if v.side == "applicant"],
        respondents=[v.particulars for v in given if v.side != "applicant"],
        contact=what_to_mind(case, facts), answer_by=date.fromisoformat(facts["answer_wanted_by"]),
    )  # fmt: skip
