"""A matter's story, what triage says of it, and the same story without names and numbers."""

from dataclasses import dataclass
from datetime import date, datetime

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.folding import calendar
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, root_of
from gongdao.matters.revealing import Reader, parties_until, texts_of
from gongdao.procedures.engine.everyday import ADULT
from gongdao.procedures.engine.facts import PartyFacts
from gongdao.procedures.safety import is_minded
from gongdao.triage.nameless import without_names
from gongdao.triage.understanding import Understanding, understand

_TOLD_IN = ("story", "question")
SHORTEST = 4
SPEAK_OF_VIOLENCE = frozenset({"F-02b", "F-03b", "F-16", "F-18"})
"""Alerts of pursuit, abuse and blows that are not of the level danger; every one of that level counts as well."""


@dataclass(frozen=True, slots=True)
class Story:
    """What somebody told when the matter began. ``nameless`` is the text an office might learn from; ``careful``:
    somebody is afraid, asked to be reached with care or is a child, or the story speaks of violence, so nothing of it
    is learned from."""

    text: str
    nameless: str
    careful: bool
    found: Understanding


def story_of(matter: Matter, *, reader: Reader, at: datetime, purpose: str = "核对系统判断") -> Story | None:
    """The story of a matter, None where it began without one. Opening it is logged under ``purpose``."""
    root = root_of(matter)
    first = root.events.order_by("seq").first()
    named = next((name for name in _TOLD_IN if first and first.facts.get(name)), None)
    if first is None or named is None:
        return None
    (told,) = texts_of(root, [first], reader=reader, at=at, purpose=purpose)
    text = str(told[named])
    if len(text.strip()) < SHORTEST:
        return None
    parties = [view.particulars for view in parties_until(root).values()]
    opened = root.opened_at.astimezone(SHANGHAI).date()
    found = understand(text, today=opened, calendar=calendar())
    careful = (
        any(is_minded(case_of(one, at)) for one in (root, *root.children.all()))
        or any(_is_young(one, opened) for one in parties)
        or any(alert.level == "danger" or alert.code in SPEAK_OF_VIOLENCE for alert in found.alerts)
    )
    nameless = without_names(text, [said for one in parties for said in _telling(one)])
    return Story(text, nameless, careful, found)


def _telling(one: PartyFacts) -> list[str]:
    """What on file tells who somebody is; of a name of three characters the given name too."""
    given = one.name[1:] if len(one.name) == 3 and not one.is_organisation else ""
    return [one.name, given, one.id_number, one.phone, one.address, one.representative]


def _is_young(one: PartyFacts, on: date) -> bool:
    """Whether a person is a child by the birth date given or by the one inside the identity number."""
    if one.is_organisation:
        return False
    births = (one.birth_date, _born(one.id_number))
    return any(born is not None and _age(born, on) < ADULT for born in births)


def _born(id_number: str) -> date | None:
    """The birth date inside an identity number of 18 characters (GB 11643) or of 15; None where there is none."""
    digits = {18: id_number[6:14], 15: f"19{id_number[6:12]}"}.get(len(id_number), "")
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
