"""A hand-over as people see it: who was asked, their number, by when, and what came back."""

from dataclasses import dataclass
from datetime import date, datetime

from gongdao.matters.models import Matter
from gongdao.matters.revealing import Reader, log_reading, opened_facts
from gongdao.people.models import Office
from gongdao.procedures.engine.case import Case
from gongdao.procedures.handover_out.declaration import HANDOVER_OUT


@dataclass(frozen=True, slots=True)
class Handed:
    """``back`` is the latest word of the other body: its result, or why it does not take the matter."""

    to: Office
    their_number: str
    wanted_by: date
    back_title: str
    back: str


def handed(child: Matter, case: Case, reader: Reader, now: datetime) -> Handed | None:
    """What stands on the page of the person concerned; None for another child, and until the letter has gone out."""
    sent = case.last("send")
    if case.procedure.code != HANDOVER_OUT.code or sent is None:
        return None
    since = case.happened[case.happened.index(sent) :]
    words = [event for event in since if event.step in ("hand_back", "answer")]
    back = opened_facts(child, words[-1].facts) if words else {}
    if words:
        log_reading(child.parent or child, reader, now, purpose="看转办的结果", what="texts")
    took = next((event for event in since if event.step == "take_there"), None)
    return Handed(
        to=Office.objects.get(code=sent.facts["handed_to"]),
        their_number=took.facts["their_number"] if took else "",
        wanted_by=date.fromisoformat(sent.facts["answer_wanted_by"]),
        back_title="对方的结果" if "answer_text" in back else "对方不办的理由",
        back=str(back.get("answer_text") or back.get("handed_back_reason") or ""),
    )
