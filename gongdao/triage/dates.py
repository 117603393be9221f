"""Dates in what a person says, seen from today: 去年五月、三个月前、2024年3月、昨天.

A person rarely names a day, so a mention is a span of days: 去年五月 is the whole of that May. A count of
months or years is widened by half a unit, because 三年前 is said of anything near three years.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongdao.triage import festivals
from gongdao.triage.numerals import read_number

_N = r"[〇零一二三四五六七八九十两\d]{1,4}"
# 三月五号, but 三月一直: a day in Chinese digits needs its 号
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}(?=[日号]))"
_FULL_YEAR = r"(?P<year>[12]\d{3}|[一二][〇零一二三四五六七八九]{3})"
_YEAR = _FULL_YEAR.replace(")", r"|\d{2}(?=年))")
_RELATIVE_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
_NEAR_DAYS = {
    "大前天": 3,
    "前天": 2,
    "前晚": 2,
    "昨天": 1,
    "昨晚": 1,
    "昨夜": 1,
    "昨日": 1,
    "今天": 0,
    "今日": 0,
    "今早": 0,
    "今晚": 0,
    "刚才": 0,
    "刚刚": 0,
    "明天": -1,
    "后天": -2,
}
_PARTS_OF_MONTH = {
    "初": (1, 10),
    "中旬": (11, 20),
    "上旬": (1, 10),
    "下旬": (21, 31),
    "底": (21, 31),
    "末": (21, 31),
}
_PARTS_OF_YEAR = {"初": (1, 2), "上半年": (1, 6), "下半年": (7, 12), "底": (11, 12), "末": (11, 12)}
_DAYS_OF_UNIT = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "年": 365}


@dataclass(frozen=True)
class Mention:
    """A date a person mentions: the words, where they stand in ``Understanding.text``, and the first and last
    day that they can mean."""

    text: str
    start: int
    end: int
    first: date
    last: date


Span = tuple[date, date] | None
_Reader = Callable[[re.Match[str], date], Span]


def find_dates(text: str, today: date) -> tuple[Mention, ...]:
    """The dates in a normalised text, in order, no two of them overlapping."""
    mentions: list[Mention] = []
    for match, reader in _matches(text):
        if any(match.start() < seen.end and seen.start < match.end() for seen in mentions):
            continue
        try:
            span = reader(match, today)
        except (ValueError, OverflowError):  # 2月31日, or a year that no calendar has
            span = None
        if span:
            mentions.append(Mention(match.group(), match.start(), match.end(), *span))
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _matches(text: str) -> Iterator[tuple[re.Match[str], _Reader]]:
    for pattern, reader in _READERS:
        for match in pattern.finditer(text):
            yield match, reader


def _absolute(match: re.Match[str], today: date) -> Span:
    year = int(read_number(match["year"]) or 0)
    year += 2000 if year < 100 else 0
    if not 1949 <= year <= today.year + 30:
        return None
    return _in_year(year, match)


def _relative(match: re.Match[str], today: date) -> Span:
    return _in_year(today.year + _RELATIVE_YEARS[match["year"]], match)


def _in_year(year: int, match: re.Match[str]) -> Span:
    groups = match.groupdict()
    month, day = _number(groups.get("month")), _number(groups.get("day"))
    if month and day:
        return date(year, month, day), date(year, month, day)
    if month:
        low, high = _PARTS_OF_MONTH.get(groups.get("part") or "", (1, 31))
        end = _month_end(year, month)
        return date(year, month, low), date(year, month, min(high, end.day))
    first, last = _PARTS_OF_YEAR.get(groups.get("season") or "", (1, 12))
    return date(year, first, 1), _month_end(year, last)


def _this_or_last_year(match: re.Match[str], today: date) -> Span:
    """A month without a year is the latest one that has begun."""
    span = _in_year(today.year, match)
    return _in_year(today.year - 1, match) if span and span[0] > today else span


def _month_word(match: re.Match[str], today: date) -> Span:
    back = {"上上": 2, "上": 1, "这": 0, "本": 0, "下": -1}[match["which"]]
    months = today.year * 12 + today.month - 1 - back
    year, month = divmod(months, 12)
    day = _number(match["day"])
    if day:
        return date(year, month + 1, day), date(year, month + 1, day)
    low, high = _PARTS_OF_MONTH.get(match["part"] or "", (1, 31))
    end = _month_end(year, month + 1)
    return date(year, month + 1, low), date(year, month + 1, min(high, end.day))


def _week_word(match: re.Match[str], today: date) -> Span:
    monday = today - timedelta(
        days=today.weekday() + 7 * len(match["which"].replace("这", "").replace("本", ""))
    )
    if match["day"]:
        day = monday + timedelta(days="一二三四五六日天".index(match["day"]) - (match["day"] == "天"))
        return day, day
    return monday, monday + timedelta(days=6)


def _near_day(match: re.Match[str], today: date) -> Span:
    day = today - timedelta(days=_NEAR_DAYS[match.group()])
    return day, day


def _lately(match: re.Match[str], today: date) -> Span:
    return today - timedelta(days=9), today - timedelta(days=1)


def _ago(match: re.Match[str], today: date) -> Span:
    """三个月前, 半年前, 一年多前, 拖了两年: about so long before today."""
    unit = _DAYS_OF_UNIT[match["unit"]]
    half = unit // 2
    written = match["number"]
    if written == "半":
        middle = half
        half = max(1, half // 3)
    elif "几" in written:
        low = 13 if written.startswith("十") else 3
        return today - timedelta(days=(low + 6) * unit), today - timedelta(days=low * unit)
    else:
        number = read_number(written)
        if number is None:
            return None
        middle = int(number) * unit
    if match["more"]:
        return today - timedelta(days=middle + 2 * half), today - timedelta(days=middle)
    exact = unit <= 7
    slack = (unit // 2 if unit == 7 else 0) if exact else half
    return today - timedelta(days=middle + slack), today - timedelta(days=middle - slack)


def _number(written: str | None) -> int | None:
    value = read_number(written) if written else None
    return int(value) if value is not None else None


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


_MONTH = rf"(?P<month>{_N})月份?(?:(?P<day>{_DAY})[日号]?|(?P<part>初|中旬|上旬|下旬|底|末))?(?!工资|的?平均|均|以上|以下|工龄)"
_SEASON = r"(?:年)?(?P<season>初|上半年|下半年|底|末)?"


def _festival(match: re.Match[str], today: date) -> Span:
    return festivals.span(match, today, _RELATIVE_YEARS)


# most telling first: what an earlier one has read, a later one leaves alone
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (festivals.PATTERN, _festival),
    (re.compile(rf"(?<!\d){_YEAR}年{_MONTH}"), _absolute),
    (re.compile(rf"(?<!\d){_YEAR}[.\-/](?P<month>\d{{1,2}})(?:[.\-/](?P<day>\d{{1,2}}))?(?!\d)"), _absolute),
    (re.compile(rf"(?P<year>{'|'.join(_RELATIVE_YEARS)})的?{_MONTH}"), _relative),
    (re.compile(rf"(?P<year>{'|'.join(_RELATIVE_YEARS)}){_SEASON}"), _relative),
    (re.compile(r"(?:(?<=[，,。从在到自于])|^)年(?P<season>底|末|初)"), _this_or_last_year),
    (
        re.compile(
            rf"(?P<number>半|十几|几|{_N})(?P<more>多)?个?(?P<unit>天|日|周|星期|礼拜|(?<=个)月|年)(?:半|多)?(?:以前|之前|前)"
        ),
        _ago,
    ),
    (
        re.compile(
            rf"(?:拖|欠|借|过|走|等|干|离开|去世)(?:了|我)?(?:快|有)?(?P<number>半|十几|{_N})(?P<more>多)?个?"
            r"(?P<unit>天|周|星期|(?<=个)月|年)(?:多)?(?=了|还|没|也|都|，|,|。|$)"
        ),
        _ago,
    ),
    (re.compile(rf"(?<!\d){_FULL_YEAR}年(?P<season>初|上半年|下半年|底|末)?"), _absolute),
    # 22年 alone is a year only where a clause begins; 工作22年 is a count of years
    (re.compile(r"(?:(?<=[，,。从在自于是])|^)(?P<year>\d{2})年(?!前|以前|之前|多|了|来)"), _absolute),
    (
        re.compile(
            rf"(?P<which>上上|上|这|本|下)个?月(?:(?P<day>{_N})[日号]|(?P<part>初|底|中旬|上旬|下旬|末))?"
        ),
        _month_word,
    ),
    (re.compile(r"(?P<which>上上|上|这|本)个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])?"), _week_word),
    (re.compile("|".join(_NEAR_DAYS)), _near_day),
    (re.compile("前几天|前两天|前些天|前段时间|这几天|最近几天"), _lately),
    (re.compile(rf"(?<![\d年个]){_MONTH}"), _this_or_last_year),
)
