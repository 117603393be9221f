"""What to mind before calling, meeting or writing to anybody: shown wherever somebody is about to."""

from dataclasses import dataclass

from gongdao.matters.models import Matter
from gongdao.matters.revealing import opened_facts
from gongdao.procedures.engine.case import Case
from gongdao.procedures.safety import HOW_TO, is_minded, wish_of


@dataclass(frozen=True, slots=True)
class Safety:
    """Wishes and fears that somebody told us, in words for the person about to act."""

    afraid: bool
    other_afraid: bool
    wish: str
    how_to: str
    note: str
    other_note: str


def safety_of(root: Matter, case: Case) -> Safety | None:
    """What to mind, opened for somebody who may read the file; None where there is nothing."""
    if not is_minded(case):
        return None
    notes = opened_facts(root, {n: case.fact(n) for n in ("safety_note", "respondent_safety_note")})
    wish = wish_of(case)
    return Safety(
        afraid=bool(case.fact("afraid")),
        other_afraid=bool(case.fact("respondent_afraid")),
        wish=wish.label,
        how_to=HOW_TO.get(wish, ""),
        note=notes.get("safety_note") or "",
        other_note=notes.get("respondent_safety_note") or "",
    )
