"""What cannot wait, and rights people do not know of (alerts.csv): danger, urgent, right, notice.

Words about danger are read broadly: a needless alert costs a glance, a missed one may cost a life. Only sayings
that can mean no danger at all (打电话, 打欠条; the row ``-`` of the table) are struck out first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from gongdao.law.citation import Citation
from gongdao.triage.cites import read_cites
from gongdao.triage.coverage import kinds_in
from gongdao.triage.kinds import kind_of
from gongdao.triage.numerals import NUMBER, read_number
from gongdao.triage.patterns import Pattern, read_patterns
from gongdao.triage.tables import read_rows

LEVELS = ("danger", "urgent", "right", "notice")
_GROUP, _DUE = "@group", "@due"
_HARMLESS = "-"
_STRUCK = "□"
_GROUP_SIZE = 10
_PEOPLE = re.compile(
    rf"(?P<vague>十几|几十|上百|几百|一百多)?(?P<number>{NUMBER}+)?[来多几]?(?:个|名|位|号)?(?:多)?(?:人|工人|员工|工友|民工|农民工|职工|同事|兄弟)"
)


@dataclass(frozen=True)
class Alert:
    """A warning or a right: what it is, what to do today, whom to call, and why. ``roads_of`` names a kind whose
    roads are open too (domestic violence told as a divorce)."""

    code: str
    level: str
    title: str
    text: str
    today: str
    phones: tuple[str, ...]
    cites: tuple[Citation, ...]
    roads_of: str | None


@dataclass(frozen=True)
class _Rule:
    words: tuple[Pattern, ...]
    kinds: frozenset[str]
    alert: Alert


def alerts_for(text: str, kinds: Iterable[str], *, due: bool = False) -> tuple[Alert, ...]:
    """The alerts for a normalised text that may be of these kinds, danger first. ``due``: a period ends within days."""
    likely = frozenset(kinds)
    read = _Read(text, _without_harmless(text), due)
    found: dict[str, Alert] = {}
    for rule in _rules():
        if _applies(rule, read, likely):
            found.setdefault(rule.alert.code, rule.alert)
    return tuple(sorted(found.values(), key=lambda alert: LEVELS.index(alert.level)))


@dataclass(frozen=True)
class _Read:
    text: str
    without_harmless: str
    due: bool


def _applies(rule: _Rule, read: _Read, kinds: frozenset[str]) -> bool:
    if rule.kinds and not rule.kinds & kinds:
        return False
    return not rule.words or any(_is_said(pattern, read) for pattern in rule.words)


def _is_said(pattern: Pattern, read: _Read) -> bool:
    if pattern.written == _DUE:
        return read.due
    if pattern.written == _GROUP:
        return _speaks_of_a_group(read.text)
    if not pattern.stands_in(read.text):
        return False
    # 没钱打官司 holds 打官司 and means just that
    return pattern.stands_in(read.without_harmless) or any(one in pattern.written for one in _harmless())


def _without_harmless(text: str) -> str:
    """The text with its harmless sayings struck out; longer ones first, places unchanged."""
    for saying in _harmless():
        text = text.replace(saying, _STRUCK * len(saying))
    return text


@lru_cache(maxsize=1)
def _harmless() -> tuple[str, ...]:
    rows = [row for row in read_rows("alerts.csv") if row["flag"] == _HARMLESS]
    sayings = {pattern.written for row in rows for pattern in read_patterns(row["words"], "alerts.csv -")}
    return tuple(sorted(sayings, key=lambda saying: (-len(saying), saying)))


def _speaks_of_a_group(text: str) -> bool:
    for match in _PEOPLE.finditer(text):
        size = read_number(match["number"]) if match["number"] else None
        if match["vague"] or (size is not None and size >= _GROUP_SIZE):
            return True
    return False


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(row) for row in read_rows("alerts.csv") if row["flag"] != _HARMLESS)


def _rule(row: dict[str, str]) -> _Rule:
    where = f"alerts.csv {row['flag']}"
    if row["level"] not in LEVELS:
        raise ValueError(f"{where}：没有这个等级：{row['level']}")
    alert = Alert(
        code=row["flag"],
        level=row["level"],
        title=row["title"],
        text=row["text"],
        today=row["today"],
        phones=tuple(dict.fromkeys(re.findall(r"(?<!\d)1\d{2,4}(?!\d)", row["today"]))),
        cites=read_cites(row["cites"], where),
        roads_of=kind_of(row["roads_of"]).code if row["roads_of"] else None,
    )
    words = read_patterns(row["words"], where) if row["words"] else ()
    return _Rule(words, kinds_in(row["kinds"], where), alert)
