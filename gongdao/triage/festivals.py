"""Festivals as people date things by them: 2024年春节前, 去年国庆, 过年那会儿, 中秋后, 正月里.

The days come from the package of public holidays; a year it does not know has no such festival here.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from chinese_calendar.constants import holidays

_NAMES = {
    "春节": "Spring Festival", "过年": "Spring Festival", "年三十": "Spring Festival", "除夕": "Spring Festival",
    "大年": "Spring Festival", "正月": "Spring Festival", "腊月": "Spring Festival",
    "清明": "Tomb-sweeping Day", "五一": "Labour Day", "劳动节": "Labour Day", "端午": "Dragon Boat Festival",
    "中秋": "Mid-autumn Festival", "八月十五": "Mid-autumn Festival", "国庆": "National Day", "十一": "National Day",
    "元旦": "New Year's Day",
}  # fmt: skip
_AROUND = timedelta(days=30)
PATTERN = re.compile(
    rf"(?:(?P<year>大前年|前年|去年|上年|今年|本年|[12]\d{{3}}年|(?<!\d)\d{{2}}年)的?)?"
    rf"(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?!月)"
    r"(?:节|期间|那会儿|的时候|时)?(?P<side>之前|以前|前|之后|以后|过后|后)?"
)
_BEFORE = ("前", "之前", "以前")
_AMBIGUOUS = ("十一", "五一", "正月", "腊月", "过年", "大年")
"""Words that are also other things (十一个人, 快过年了): read only with a year or a side, or where they must be a date."""
_CERTAIN = re.compile(r"(?:到|从|在|是|自|今年|去年|前年)$")


def span(match: re.Match[str], today: date, relative: dict[str, int]) -> tuple[date, date] | None:
    """The days a match of ``PATTERN`` means, seen from today: of the year it names, else the latest that has begun."""
    written, name, side = match["year"], match["name"], match["side"]
    lead = match.string[max(0, match.start() - 2) : match.start()]
    if name in _AMBIGUOUS and not written and not side and not _CERTAIN.search(lead):
        return None
    if name in ("十一", "五一") and match.string[match.end() : match.end() + 1] in (
        "个",
        "岁",
        "万",
        "块",
        "点",
        "号",
        "层",
    ):
        return None
    if written:
        return _of(_year(written, today, relative), name, side)
    for year in (today.year, today.year - 1):
        found = _of(year, name, side)
        if found and found[0] <= today:
            return found
    return None


def _year(written: str, today: date, relative: dict[str, int]) -> int:
    if written in relative:
        return today.year + relative[written]
    number = int(written.rstrip("年"))
    return number if number > 99 else 2000 + number


def _of(year: int, name: str, side: str | None) -> tuple[date, date] | None:
    days = _days(_NAMES[name], year)
    if not days:
        return None
    first, last = days[0], days[-1]
    if name == "腊月" or side in _BEFORE:
        return first - _AROUND, first - timedelta(days=1)
    if name == "正月" and not side:
        return first, first + _AROUND
    if side:
        return last + timedelta(days=1), last + _AROUND
    return first, last


@lru_cache(maxsize=256)
def _days(festival: str, year: int) -> tuple[date, ...]:
    middle = date(year, 1, 1) if festival == "New Year's Day" else date(year, 6, 1)
    around = timedelta(days=20) if festival == "New Year's Day" else timedelta(days=190)
    return tuple(
        sorted(day for day, name in holidays.items() if name == festival and abs(day - middle) < around)
    )
