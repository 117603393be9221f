"""Who takes a step, in which capacity and through which channel."""

from dataclasses import dataclass
from enum import StrEnum

from gongdao.people.models import Account, Office
from gongdao.procedures.engine.declaration import Actor


class Channel(StrEnum):
    """How the person came. A clerk who types for somebody notes the channel the person used."""

    WEB = "web"
    COUNTER = "counter"
    PHONE = "phone"
    PAPER = "paper"
    HELPER = "helper"
    EXCHANGE = "exchange"
    SYSTEM = "system"


CHANNEL_TITLES = {
    Channel.WEB: "网上",
    Channel.COUNTER: "窗口",
    Channel.PHONE: "电话",
    Channel.PAPER: "纸面",
    Channel.HELPER: "他人代为",
    Channel.EXCHANGE: "单位之间的交换",
    Channel.SYSTEM: "系统",
}


# How somebody for whom staff type may have come.
SPOKEN = (Channel.COUNTER, Channel.PHONE, Channel.PAPER, Channel.HELPER)


@dataclass(frozen=True, slots=True)
class Doer:
    """A staff account, a party known by its reference in the matter ("p1"), or another office that acts through its own
    system; for SYSTEM none of them."""

    actor: Actor
    account: Account | None = None
    party: str | None = None
    channel: Channel = Channel.WEB
    office: Office | None = None


SYSTEM = Doer(Actor.SYSTEM, channel=Channel.SYSTEM)
