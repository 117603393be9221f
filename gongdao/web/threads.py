"""What somebody and the office have said to each other in one matter, as one thread whatever the road."""

from dataclasses import dataclass
from datetime import datetime

from gongdao.matters.doer import CHANNEL_TITLES, Channel
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Event, Matter
from gongdao.matters.queries import events_of
from gongdao.matters.revealing import Reader, log_reading, opened_facts
from gongdao.procedures.engine.declaration import ACTOR_TITLES, Actor, Step


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing said: by whom, by which road, when. ``by_party``: the words are those of whoever asks, whoever wrote
    them down."""

    who: str
    by_party: bool
    road: str
    at: datetime
    text: str


def thread(matter: Matter, reader: Reader, now: datetime) -> list[Turn]:
    """Every turn, oldest first; empty where a procedure is not talk. The read is logged."""
    says = {step.code: step for step in declaration_of(matter).steps if step.says}
    events = [event for event in events_of(matter) if event.step in says] if says else []
    if events:
        log_reading(matter, reader, now, purpose="看前面说过什么", what="texts")
    return [
        Turn(
            _who(says[event.step], event), _is_asking(says[event.step]), CHANNEL_TITLES[Channel(event.channel)], event.at,
            str(opened_facts(matter, event.facts)[says[event.step].says] or ""),
        )
        for event in events
    ]  # fmt: skip


def _is_asking(step: Step) -> bool:
    """Whether such words are the applicant's: a clerk who takes the step notes down what the caller said."""
    return Actor.APPLICANT in step.by


def _who(step: Step, event: Event) -> str:
    if _is_asking(step):
        return ACTOR_TITLES[Actor.APPLICANT]
    return event.account.display_name if event.account else ACTOR_TITLES[Actor(event.actor)]
