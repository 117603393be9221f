"""Exchange with other bodies' systems: the messages of the packages, one by one."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status
from pydantic import Field

from gongdao.api.partners import PARTNER
from gongdao.services.exchange.holding import held_with, keep_holding
from gongdao.services.exchange.incoming import REFUSED, as_dict, kind_of, note, take_in
from gongdao.services.exchange.messages import AnyMessage
from gongdao.services.exchange.models import Partner
from gongdao.services.exchange.names import rows
from gongdao.services.exchange.outgoing import RECEIVED, SENT, outgoing

router = Router(tags=["单位交换"])
API = "api"


class ReceiptOut(Schema):
    """What became of a message: taken, repeated (known already, nothing changed) or refused, and why."""

    id: str
    result: str
    why: str
    number: str


class ReceivedIn(Schema):
    """The messages that the partner has received and need not be told again."""

    ids: list[str] = Field(max_length=1000)


class HeldOut(Schema):
    """Every hand-over between the two: "who asked/their number" → waiting, taken, returned, result or recalled."""

    held: dict[str, str]


class HeldIn(Schema):
    """What the partner holds, in the same words."""

    held: dict[str, str] = Field(max_length=100_000)


class NameOut(Schema):
    """One of our codes and what the standard calls it; ``number`` is empty where it is not on file."""

    table: str
    code: str
    name: str
    number: str
    source: str


def _partner(request: HttpRequest) -> Partner:
    return request.auth  # type: ignore[attr-defined,no-any-return]


@router.get("/exchange/names", response=list[NameOut], summary="代码对照表")
def names(request: HttpRequest) -> list[NameOut]:
    """Codes and names that messages use."""
    return [NameOut(**row) for row in rows()]


@router.post(
    "/exchange/messages", response={200: ReceiptOut, 422: ReceiptOut}, auth=PARTNER, summary="送来一条消息"
)
def send(request: HttpRequest, message: AnyMessage) -> Status:
    """A hand-over, or word on one of ours. The same message again gives the same answer and changes nothing."""
    receipt = take_in(_partner(request), message, through=API, at=timezone.now())
    return Status(422 if receipt.result == REFUSED else 200, ReceiptOut(**as_dict(receipt)))


@router.get("/exchange/messages", response=list[AnyMessage], auth=PARTNER, summary="取给本单位的消息")
def fetch(request: HttpRequest) -> list[AnyMessage]:
    """Everything the partner has not yet said it received. Reading hands it over and is logged."""
    partner, now = _partner(request), timezone.now()
    found = outgoing(partner, now)
    for one in found:
        note(partner, is_incoming=False, through=API, message=one.id, kind=kind_of(one), number=one.number,
             result=SENT, content=one.model_dump(mode="json"), at=now)  # fmt: skip
    return found  # type: ignore[return-value]


@router.post("/exchange/received", response=HeldOut, auth=PARTNER, summary="告诉我们收到了哪些")
def received(request: HttpRequest, told: ReceivedIn) -> HeldOut:
    """What is named here is not told again. Answers with what we hold."""
    partner, now = _partner(request), timezone.now()
    waiting = {message.id: message for message in outgoing(partner, now)}
    for one in dict.fromkeys(told.ids):
        if one in waiting:
            note(partner, is_incoming=False, through=API, message=one, kind="receipt", number=waiting[one].number,
                 result=RECEIVED, content=one, at=now)  # fmt: skip
    return HeldOut(held=held_with(partner))


@router.post("/exchange/held", response=HeldOut, auth=PARTNER, summary="对账：各自手里有哪些")
def held(request: HttpRequest, told: HeldIn) -> HeldOut:
    """The partner says what it holds; the differences appear on our list. Answers with what we hold."""
    keep_holding(_partner(request), told.held, timezone.now())
    return HeldOut(held=held_with(_partner(request)))
