"""Every hand-over and where it stands: what an office sent out and what came to it, the soonest day first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of
from gongdao.people.models import Office
from gongdao.procedures.engine.timing import Reading, read_clocks
from gongdao.procedures.handover_in.declaration import HANDOVER_IN
from gongdao.procedures.handover_out.declaration import HANDOVER_OUT

PROCEDURES = (HANDOVER_OUT.code, HANDOVER_IN.code)


@dataclass(frozen=True, slots=True)
class Standing:
    """One hand-over. ``other`` is the body at the other end, ``number`` the number it knows it by."""

    matter: Matter
    is_out: bool
    state_title: str
    other: str
    number: str
    reading: Reading | None
    overdue: bool


def standings(matters: Iterable[Matter], now: datetime) -> Sequence[Standing]:
    """Of these matters the hand-overs, as they stand at ``now``."""
    return [_standing(one, now) for one in matters if one.procedure in PROCEDURES]


def _standing(child: Matter, now: datetime) -> Standing:
    case = case_of(child, now)
    is_out = child.procedure == HANDOVER_OUT.code
    running = [reading for reading in read_clocks(case) if reading.running() and reading.deadline]
    late = [reading for reading in running if reading.overdue(now)]
    open_ones = [] if case.procedure.state_by_code[case.state].final else (late or running)
    if is_out:
        office = Office.objects.filter(code=case.fact("handed_to") or "").first()
        other, number = office.name if office else "（还没有发出）", case.fact("their_number", "")
    else:
        assert case.parent
        other, number = case.parent.fact("referred_by"), case.parent.fact("referral_number")
    return Standing(
        child, is_out, case.procedure.state_by_code[case.state].title, other, number or "", open_ones[0] if open_ones else None,
        bool(late and open_ones),
    )  # fmt: skip
