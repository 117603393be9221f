"""Sums of money in what a person says: 三万块、2万多、5000元、一万二、几千块、80w."""

import re
from dataclasses import dataclass

from gongdao.triage.numerals import NUMBER, read_number

_NOT_MONEY = "人个名斤亩平米公里家户棵株头只次年天字吨件多分度瓦号岁层栋套辆年月日时小粉步遍倍卡"
_VAGUE = {"几": 3, "十几": 13, "几十": 30, "几百": 300, "几千": 3000, "上千": 1000, "上万": 10_000, "好几": 3}
_AMOUNT = re.compile(
    rf"(?P<vague>好几|十几|几十|几百|几千|上千|上万|几)?(?P<number>{NUMBER}+)?(?P<more>来|多|几)?"
    rf"(?P<scale>[万千百亿wk])?(?P<tail>[一二三四五六七八九](?![十百千万个]))?(?P<odd>多|左右|出头)?"
    r"(?P<unit>块钱|元钱|块|元|人民币|rmb|大洋)?"
)
_LARGEST = 10**12


@dataclass(frozen=True)
class Amount:
    """A sum in yuan, the words that say it, and where they stand in ``Understanding.text``."""

    text: str
    start: int
    end: int
    yuan: int
    about: bool


def find_amounts(text: str) -> tuple[Amount, ...]:
    """The sums in a normalised text, in order. ``about`` marks a rough one (两万多, 几千块)."""
    found = []
    for match in _AMOUNT.finditer(text):
        if match["unit"] or _can_stand_alone(match, text):
            amount = _read(match)
            if amount:
                found.append(amount)
    return tuple(found)


def _can_stand_alone(match: re.Match[str], text: str) -> bool:
    """Whether the number is money without 元: 欠我三万, not 三千斤 and not 千万别."""
    written = match.group()
    if (
        not match["number"]
        or not re.search("[万w]", written)
        or not re.match(r"[\d一二三四五六七八九十两]", written)
    ):
        return False
    return match.end() == len(text) or text[match.end()] not in _NOT_MONEY


def _read(match: re.Match[str]) -> Amount | None:
    number = f"{match['number'] or ''}{match['scale'] or ''}{match['tail'] or ''}"
    vague = match["vague"]
    if vague:
        start = _VAGUE[vague]
        number = f"{start}{match['scale'] or ''}" if not match["number"] else f"{start}{number}"
    value = read_number(number) if number else None
    if value is None or not 0 < value < _LARGEST:
        return None
    about = bool(vague or match["more"] or match["odd"])
    return Amount(match.group(), match.start(), match.end(), int(value), about)
