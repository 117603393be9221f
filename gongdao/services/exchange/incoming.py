"""What a partner tells us, taken through the doorway like everything else. The same message again changes nothing."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.errors import DoorwayError
from gongdao.matters.models import Event, Matter
from gongdao.people.models import Office
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.engine.facts import Facts, PartyFacts
from gongdao.procedures.engine.moves import Refused
from gongdao.procedures.engine.plainly import message as plainly
from gongdao.procedures.engine.recording import canonical
from gongdao.procedures.handover_in import facts as answered
from gongdao.procedures.handover_out import facts as handed
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.procedures.people_mediation.facts import HandedInFacts
from gongdao.procedures.safety import SafeContact
from gongdao.services.exchange import messages as said
from gongdao.services.exchange.envelope import fingerprint
from gongdao.services.exchange.models import Exchanged, Partner
from gongdao.services.exchange.names import code_of

TAKEN, REPEATED, REFUSED = "taken", "repeated", "refused"
UNNAMED = PartyFacts(name="（转来时没有提供）")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one message. ``number`` is ours, where there is one."""

    id: str
    result: str
    why: str = ""
    number: str = ""


def take_in(partner: Partner, message: said.Message, *, through: str, at: datetime) -> Receipt:
    """Take one message, or say in plain words why not; either way it is noted down."""
    key = _key(partner, message)
    repeated = Event.objects.filter(key=key).exists()
    try:
        number = (
            _opened(partner, message, key, at)
            if isinstance(message, said.Handover)
            else _stepped(partner, message, key, at)
        )
        receipt = Receipt(message.id, REPEATED if repeated else TAKEN, number=number)
    except (Refused, DoorwayError) as error:
        receipt = Receipt(message.id, REFUSED, why=str(error))
    except ValidationError as error:
        told = "；".join(plainly(dict(one)) for one in error.errors())
        receipt = Receipt(message.id, REFUSED, why=told)
    note(partner, is_incoming=True, through=through, message=message.id, kind=kind_of(message), number=message.number,
         result=receipt.result, why=receipt.why, content=message.model_dump(mode="json"), at=at)  # fmt: skip
    return receipt


def note(partner: Partner | None, *, why: str = "", content: Any = None, **told: Any) -> None:
    """One line in the log of the exchange; of the content only its fingerprint."""
    text = content if isinstance(content, str) else canonical(content)
    Exchanged.objects.create(partner=partner, why=why[:200], fingerprint=fingerprint(text), **told)


def kind_of(message: said.Message) -> str:
    """handover, taken, returned …"""
    return str(message.kind)  # type: ignore[attr-defined]


def _key(partner: Partner, message: said.Message) -> str:
    """A hand-over is known by its sender's number, every other message by its own."""
    named = (
        f"handover/{message.number}"
        if isinstance(message, said.Handover)
        else f"{kind_of(message)}/{message.id}"
    )
    return f"x-{fingerprint(f'{partner.office.code}/{named}')}"


def _opened(partner: Partner, message: said.Handover, key: str, at: datetime) -> str:
    office = Office.objects.filter(
        code=message.office, kind__in=PEOPLE_MEDIATION.offices, is_active=True
    ).first()
    if office is None:
        raise DoorwayError(f"没有能接收这类事的机构“{message.office}”。")
    kind = code_of("dispute", message.dispute)
    if kind is None:
        raise DoorwayError(f"不认识的纠纷种类“{message.dispute}”，请按代码对照表填写。")
    facts = HandedInFacts(
        kind=kind, applicants=message.applicants or [UNNAMED], respondents=message.respondents or [UNNAMED],
        story=message.story, referred_by=partner.office.name, referred_on=message.on, referral_number=message.number,
        sender_kind=message.body, sender_office=partner.office.code, answer_by=message.answer_by,
        safe_to_contact=SafeContact.MASKED if message.contact else SafeContact.YES, safety_note=message.contact,
    )  # fmt: skip
    doer = Doer(Actor.SENDER, office=partner.office, channel=Channel.EXCHANGE)
    opened = open_matter(
        procedure=PEOPLE_MEDIATION.code,
        office=office,
        step="refer_in",
        doer=doer,
        at=at,
        facts=facts,
        key=key,
    )
    return opened.matter.number


def _stepped(partner: Partner, message: said.Message, key: str, at: datetime) -> str:
    if isinstance(message, said.Recalled):
        return _recalled(partner, message, key, at)
    child = Matter.objects.filter(number=message.number, procedure="handover_out").first()
    if child is None:
        raise DoorwayError("没有这个编号的转办。")
    step, facts = _step_of(message)
    doer = Doer(Actor.RECEIVER, office=partner.office, channel=Channel.EXCHANGE)
    take_step(child, step, doer=doer, at=at, facts=facts, key=key)
    return child.number


def _step_of(message: said.Message) -> tuple[str, Facts]:
    if isinstance(message, said.Taken):
        return "take_there", handed.TakenThereFacts(
            taken_there_on=message.on, their_number=message.their_number
        )
    if isinstance(message, said.Returned):
        return "hand_back", handed.HandedBackFacts(
            handed_back_on=message.on, handed_back_reason=message.reason, better_body=message.better_body
        )
    if isinstance(message, said.Progress):
        return "tell_progress", handed.ProgressThereFacts(
            progress_there=message.text, answer_promised_by=message.promised_by
        )
    assert isinstance(message, said.Result)
    return "answer", handed.AnswerFacts(
        answered_on=message.on, outcome_there=message.outcome, answer_text=message.text
    )


def _recalled(partner: Partner, message: said.Recalled, key: str, at: datetime) -> str:
    """The partner no longer asks for an answer to what it handed in under this number."""
    came = Event.objects.filter(
        key=f"x-{fingerprint(f'{partner.office.code}/handover/{message.number}')}"
    ).first()
    child = came and Matter.objects.filter(parent_id=came.matter_id, procedure="handover_in").first()
    if not child:
        raise DoorwayError("没有收到过这个编号的来件。")
    doer = Doer(Actor.SENDER, office=partner.office, channel=Channel.EXCHANGE)
    facts = answered.SenderRecallsFacts(recalled_because=message.reason)
    take_step(child, "sender_recalls", doer=doer, at=at, facts=facts, key=key)
    return child.number


def as_dict(receipt: Receipt) -> dict[str, str]:
    """A receipt as it travels."""
    return asdict(receipt)
