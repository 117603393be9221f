"""What somebody and the office have said to each other in one matter, as one thread whatever the road."""

from dataclasses import dataclass
from datetime import datetime

from gongdao.matters.doer import CHANNEL_TITLES, Channel
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter
from gongdao.matters.queries import events_of
from gongdao.matters.revealing import Reader, log_reading, opened_facts
from gongdao.procedures.engine.declaration import ACTOR_TITLES, PARTIES, Actor


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said: by whom, by which road, when."""

    who: str
    by_party: bool
    road: str
    at: datetime
    text: str


def thread(matter: Matter, reader: Reader, now: datetime) -> list[Turn]:
    """Every turn, oldest first; empty where a procedure is not talk. The read is logged."""
    says = {step.code: step.says for step in declaration_of(matter).steps if step.says}
    events = [event for event in events_of(matter) if event.step in says] if says else []
    if events:
        log_reading(matter, reader, now, purpose="看前面说过什么", what="texts")
    return [
        Turn(
            ACTOR_TITLES[Actor(event.actor)] if event.actor in PARTIES or not event.account else event.account.display_name,
            event.actor in PARTIES or event.seq == 1, CHANNEL_TITLES[Channel(event.channel)], event.at,
            str(opened_facts(matter, event.facts)[says[event.step]] or ""),
        )
        for event in events
    ]  # fmt: skip
