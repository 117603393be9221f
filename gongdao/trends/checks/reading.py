"""A matter's story, what triage says of it, and the same story without names and numbers."""

from dataclasses import dataclass
from datetime import date, datetime

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.folding import calendar
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, root_of
from gongdao.matters.revealing import Reader, log_reading, opened_facts, parties_until
from gongdao.procedures.engine.everyday import ADULT
from gongdao.procedures.engine.facts import PartyFacts
from gongdao.procedures.safety import is_minded
from gongdao.triage.nameless import without_names
from gongdao.triage.understanding import Understanding, understand

_TOLD_IN = ("story", "question")
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Story:
    """What somebody told when the matter began. ``nameless`` is the text an office might learn from; ``careful``:
    somebody is afraid, asked to be reached with care or is a child, so nothing of it is learned from."""

    text: str
    nameless: str
    careful: bool
    found: Understanding


def story_of(matter: Matter, *, reader: Reader, at: datetime) -> Story | None:
    """The story of a matter, None where it began without one. Opening it is logged."""
    root = root_of(matter)
    first = root.events.order_by("seq").first()
    named = next((name for name in _TOLD_IN if first and first.facts.get(name)), None)
    if first is None or named is None:
        return None
    log_reading(root, reader, at, "核对系统判断", "texts")
    text = str(opened_facts(root, first.facts)[named])
    if len(text.strip()) < SHORTEST:
        return None
    parties = [view.particulars for view in parties_until(root).values()]
    opened = root.opened_at.astimezone(SHANGHAI).date()
    found = understand(text, today=opened, calendar=calendar())
    is_young = any(one.birth_date and _age(one.birth_date, opened) < ADULT for one in parties)
    nameless = without_names(text, [said for one in parties for said in _telling(one)])
    return Story(text, nameless, is_minded(case_of(root, at)) or is_young, found)


def _telling(one: PartyFacts) -> list[str]:
    """What on file tells who somebody is; of a name of three characters the given name too."""
    given = one.name[1:] if len(one.name) == 3 and not one.is_organisation else ""
    return [one.name, given, one.id_number, one.phone, one.address, one.representative]


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
