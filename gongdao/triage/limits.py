"""Periods that may end soon or may have ended (clocks.csv), seen from a date that the story mentions.

Only a hint: a story rarely says which day counts, and a limitation period starts anew when the creditor asks
or the debtor promises. So nothing here says that a right is lost.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise

from gongdao.law.calendar import SHANGHAI, Calendar, Unit
from gongdao.law.citation import Citation
from gongdao.triage.cites import read_cites
from gongdao.triage.coverage import kinds_in
from gongdao.triage.dates import Mention
from gongdao.triage.patterns import Pattern, read_patterns
from gongdao.triage.tables import read_rows
from gongdao.triage.text import sentences

LAST_DAYS = 7
"""Fewer days than this count as a matter of days."""
_WARN_BEFORE = {Unit.YEAR: 90, Unit.MONTH: 45, Unit.DAY: 60, Unit.WORKING_DAY: 30, Unit.HOUR: 10}
_LONG_AGO = 20
"""A period that ended longer ago than this many years is not spoken of: the date is of something else."""


@dataclass(frozen=True)
class Limit:
    """A period and where it may stand today: ``passed`` (perhaps over), ``near`` (ends soon). The last day lies
    between ``earliest`` and ``latest``, since the mentioned date is a span."""

    code: str
    state: str
    title: str
    text: str
    today: str
    mention: Mention
    earliest: date
    latest: date
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class _Clock:
    code: str
    kinds: frozenset[str]
    near: tuple[tuple[Pattern, ...], ...]
    amount: int
    unit: Unit
    is_limitation: bool
    title: str
    today: str
    cites: tuple[Citation, ...]


def limits_for(
    text: str, kind_code: str, mentions: tuple[Mention, ...], today: date, calendar: Calendar
) -> tuple[Limit, ...]:
    """The periods of this kind that a mentioned date puts near their end or past it, the most pressing first."""
    found = []
    for clock in _clocks():
        mention = _start(clock, text, mentions, today) if kind_code in clock.kinds else None
        limit = _limit(clock, mention, today, calendar) if mention else None
        if limit:
            found.append(limit)
    return tuple(sorted(found, key=lambda limit: (limit.state != "near", limit.latest, limit.code)))


def _start(clock: _Clock, text: str, mentions: tuple[Mention, ...], today: date) -> Mention | None:
    """The mentioned date with the clock's words in its clause, or else in its sentence; the latest such day,
    because a warning that comes too early frightens people away from a claim they still have."""
    past = [mention for mention in mentions if mention.first <= today]
    for patterns in clock.near:
        for read in (_clauses, sentences):
            spans = read(text)
            near = [m for m in past if any(p.stands_in(_around(text, m, spans)) for p in patterns)]
            if near:
                return max(near, key=lambda mention: mention.last)
    return None


def _clauses(text: str) -> list[tuple[int, int]]:
    bounds = [0, *(match.end() for match in re.finditer(r"[，,。！？!?；;\n]", text)), len(text)]
    return list(pairwise(bounds))


def _around(text: str, mention: Mention, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        if start <= mention.start < end:
            return text[start:end]
    return ""


def _limit(clock: _Clock, mention: Mention, today: date, calendar: Calendar) -> Limit | None:
    earliest = _last_day(clock, mention.first, calendar)
    latest = _last_day(clock, min(mention.last, today), calendar)
    if latest < today - timedelta(days=365 * _LONG_AGO):
        return None
    if latest < today:
        state, text = "passed", _passed(clock, mention)
    elif earliest <= today + timedelta(days=_WARN_BEFORE[clock.unit]):
        state, text = "near", _near(clock, mention, earliest, latest, today)
    else:
        return None
    return Limit(clock.code, state, clock.title, text, clock.today, mention, earliest, latest, clock.cites)


def _last_day(clock: _Clock, start: date, calendar: Calendar) -> date:
    deadline = calendar.deadline(datetime.combine(start, time(), SHANGHAI), clock.amount, clock.unit)
    assert deadline is not None  # only a lasting pause leaves a period without an end
    return deadline.last_day


def _passed(clock: _Clock, mention: Mention) -> str:
    head = f"从您说的“{mention.text}”算，{clock.title}可能已经过了。"
    if clock.is_limitation:
        return (
            head + "但如果中间催过、对方答应过或者还过一部分，时间会重新算，不要自己放弃，先打12348问清楚。"
        )
    return head + "起算的日子不同，结果也不同，先打12348或到公共法律服务中心问清楚。"


def _near(clock: _Clock, mention: Mention, earliest: date, latest: date, today: date) -> str:
    if earliest >= today and earliest == latest:
        end = f"最后一天大约是{_day(latest)}"
    elif earliest >= today:
        end = f"最后一天大约在{_day(earliest)}到{_day(latest)}之间"
    else:
        end = f"可能快到了，也可能已经过了，最晚大约到{_day(latest)}"
    return f"从您说的“{mention.text}”算，{clock.title}，{end}。具体从哪天算，请问清楚，尽早办。"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@lru_cache(maxsize=1)
def _clocks() -> tuple[_Clock, ...]:
    return tuple(_clock(row) for row in read_rows("clocks.csv"))


def _clock(row: dict[str, str]) -> _Clock:
    where = f"clocks.csv {row['code']}"
    if row["firm"] not in ("hard", "limit"):
        raise ValueError(f"{where}：firm 只能是 hard 或 limit：{row['firm']}")
    return _Clock(
        code=row["code"],
        kinds=kinds_in(row["kinds"], where),
        near=tuple(read_patterns(group, where) for group in row["near"].split("|")),
        amount=int(row["amount"]),
        unit=Unit(row["unit"]),
        is_limitation=row["firm"] == "limit",
        title=row["title"],
        today=row["today"],
        cites=read_cites(row["cites"], where),
    )
