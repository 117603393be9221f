"""Packages for networks that are not connected: out with what is to be told, in with what was told, receipts back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from django.db import transaction
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gongdao.procedures.engine.recording import canonical
from gongdao.services.exchange import envelope
from gongdao.services.exchange.holding import held_with, keep_holding, own_code
from gongdao.services.exchange.incoming import REFUSED, Receipt, as_dict, note, take_in
from gongdao.services.exchange.keys import own_keys
from gongdao.services.exchange.messages import ANY_MESSAGE
from gongdao.services.exchange.models import Partner
from gongdao.services.exchange.outgoing import RECEIVED, SENT, outgoing

PACKAGE = "package"


Word = Annotated[str, Field(pattern=r"^[^\x00]*$")]  # the database takes no NUL


class Content(BaseModel):
    """What lies in every package: beside it what the sender holds."""

    model_config = ConfigDict(extra="forbid", strict=True)

    held: dict[Annotated[Word, Field(max_length=120)], Annotated[Word, Field(max_length=20)]] = Field(
        max_length=100_000
    )


class Messages(Content):
    """A package; each message is read by itself later."""

    messages: list[Any] = Field(max_length=100_000)


class Received(BaseModel):
    """What the partner says became of one of ours."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[Word, Field(max_length=80)]
    result: Annotated[Word, Field(max_length=20)]
    why: Annotated[Word, Field(max_length=10_000)] = ""
    number: Annotated[Word, Field(max_length=60)] = ""


class Receipts(Content):
    """Receipts that came back."""

    receipts: list[Received] = Field(max_length=100_000)


_READ: dict[str, type[Content]] = {"messages": Messages, "receipts": Receipts}


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What became of a package that came in, and the receipt to be carried back."""

    partner: Partner
    receipts: tuple[Receipt, ...]
    receipt_text: str


def pack_for(partner: Partner, at: datetime) -> tuple[str, int]:
    """The package to be carried to the partner, and how many messages lie in it."""
    messages = [message.model_dump(mode="json") for message in outgoing(partner, at)]
    text = _sealed(partner, {"messages": messages, "held": held_with(partner)}, at)
    for one in messages:
        note(partner, is_incoming=False, through=PACKAGE, message=one["id"], kind=one["kind"], number=one["number"],
             result=SENT, content=one, at=at)  # fmt: skip
    return text, len(messages)


def unpack_in(text: str, at: datetime) -> Unpacked:
    """Take every message of a package. Raises Tampered, and notes it, if anything about it is not as it was signed."""
    partner, content = _opened(text, at, "messages")
    receipts = []
    for given in content["messages"]:
        try:
            receipts.append(take_in(partner, ANY_MESSAGE.validate_python(given), through=PACKAGE, at=at))
        except ValidationError as error:
            receipts.append(_unreadable(partner, given, error, at))
    keep_holding(partner, content["held"], at)
    back = {"receipts": [as_dict(one) for one in receipts], "held": held_with(partner)}
    return Unpacked(partner, tuple(receipts), _sealed(partner, back, at))


@transaction.atomic
def take_receipts(text: str, at: datetime) -> tuple[Partner, list[Mapping[str, str]]]:
    """Note what the partner received; what it refused stays to be sent until somebody puts it right."""
    partner, content = _opened(text, at, "receipts")
    for one in content["receipts"]:
        result = REFUSED if one["result"] == REFUSED else RECEIVED
        note(partner, is_incoming=False, through=PACKAGE, message=one["id"], kind="receipt", number=one["number"],
             result=result, why=one["why"], content=one, at=at)  # fmt: skip
    keep_holding(partner, content["held"], at)
    return partner, content["receipts"]


def _sealed(partner: Partner, content: dict[str, Any], at: datetime) -> str:
    made = envelope.pack(
        content, sender=own_code(), receiver=partner.office.code, made_at=at.isoformat(), signing=own_keys().signing,
        to=X25519PublicKey.from_public_bytes(bytes.fromhex(partner.sealing_key)),
    )  # fmt: skip
    return canonical(made)


def _opened(text: str, at: datetime, wanted: str) -> tuple[Partner, dict[str, Any]]:
    """Who really sent the package and what is in it; a refusal is noted down before it is raised."""
    partner = None
    try:
        given = envelope.read(text)
        partner = (
            Partner.objects.filter(office__code=given["from"], is_active=True)
            .select_related("office")
            .first()
        )
        if partner is None:
            raise envelope.Tampered(f"不认识的单位“{given['from'][:40]}”")
        content = envelope.unpack(
            given, receiver=own_code(), sealing=own_keys().sealing,
            signer=Ed25519PublicKey.from_public_bytes(bytes.fromhex(partner.signing_key)),
        )  # fmt: skip
        if not isinstance(content, dict) or set(content) != {wanted, "held"}:
            raise envelope.Tampered("这不是要找的那种包（包和回执不要弄混）")
        try:
            return partner, _READ[wanted].model_validate(content).model_dump()
        except ValidationError:
            raise envelope.Tampered("包里的内容缺项或者格式不对，请对方重新打包") from None
    except envelope.Tampered as error:
        note(
            partner,
            is_incoming=True,
            through=PACKAGE,
            message="",
            kind=wanted,
            result=REFUSED,
            why=str(error),
            content=text,
            at=at,
        )
        raise


def _unreadable(partner: Partner, given: Any, error: ValidationError, at: datetime) -> Receipt:
    named = str(given.get("id", ""))[:60] if isinstance(given, dict) else ""
    note(
        partner,
        is_incoming=True,
        through=PACKAGE,
        message=named,
        kind="",
        result=REFUSED,
        why="看不懂这条消息",
        content=given,
        at=at,
    )
    return Receipt(named, REFUSED, why=f"看不懂这条消息：{error.errors()[0]['loc']}")
