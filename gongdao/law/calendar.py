"""Counting time: the last day of a period, and why it is that day.

民法典 arts. 200–204: Gregorian years, months, days and hours; the first day is not counted; a period of months
or years ends on the corresponding day or else on the last day of the month; a last day that is a day off moves
to the next day after it. Holidays and swapped working days come from the package chinesecalendar, with an
override file per year for what the State Council announces later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from gongdao.law.citation import Citation
from gongdao.law.names import CIVIL_CODE

SHANGHAI = ZoneInfo("Asia/Shanghai")
END_OF_DAY = time(23, 59, 59)

FIRST_DAY = CIVIL_CODE.article(201, 1, phrase="开始的当日不计入")
CORRESPONDING_DAY = CIVIL_CODE.article(202, 1, phrase="没有对应日的，月末日为期间的最后一日")
ROLL_OVER = CIVIL_CODE.article(203, 1, phrase="法定休假日结束的次日为期间的最后一日")
# 全国年节及纪念日放假办法 art. 2, the days that do not depend on the lunar calendar
FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
COUNTING_CITATIONS: tuple[Citation, ...] = (FIRST_DAY, CORRESPONDING_DAY, ROLL_OVER)


class Unit(StrEnum):
    """What a period is counted in."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"


UNIT_TITLES = {
    Unit.HOUR: "小时",
    Unit.DAY: "日",
    Unit.WORKING_DAY: "个工作日",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
}


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count: from ``start`` to ``end`` inclusive; ``end`` is None while the pause lasts."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day (Shanghai), the exact moment, and every reason in plain Chinese, in order."""

    last_day: date
    due_at: datetime
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Calendar:
    """Working days of China. ``overrides`` says of a day whether it is worked, above everything else."""

    overrides: Mapping[date, bool] = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on this day; swapped weekend days count as worked."""
        if day in self.overrides:
            return self.overrides[day]
        known = _published(day)
        if known is None:
            return day.weekday() < 5 and (day.month, day.day) not in FIXED_HOLIDAYS
        return known

    def is_published(self, day: date) -> bool:
        """Whether the year's holiday arrangement is known; else Monday to Friday is assumed."""
        return day in self.overrides or _published(day) is not None

    def deadline(
        self, start: datetime, amount: int, unit: Unit, pauses: Sequence[Pause] = ()
    ) -> Deadline | None:
        """The end of ``amount`` ``unit`` from ``start``; None while a pause lasts. Raises ValueError below 1."""
        if amount < 1:
            raise ValueError("a period has at least one unit")
        if any(pause.end is None for pause in pauses):
            return None
        if unit is Unit.HOUR:
            return self._hours(start, amount)
        first = start.astimezone(SHANGHAI).date()
        reasons = [f"{_day(first)}是起算日，当日不计入（民法典第201条）"]
        if unit is Unit.WORKING_DAY:
            last = self._working_days(first, amount, pauses, reasons)
        else:
            last = self._calendar_days(first, amount, unit, pauses, reasons)
        last = self._rolled(last, reasons)
        if not self.is_published(last):
            reasons.append(f"{last.year}年放假安排尚未公布，暂按周一至周五（法定固定节日除外）为工作日计算")
        return Deadline(last, datetime.combine(last, END_OF_DAY, SHANGHAI), tuple(reasons))

    def _hours(self, start: datetime, amount: int) -> Deadline:
        due = (start + timedelta(hours=amount)).astimezone(SHANGHAI)
        return Deadline(
            due.date(), due, (f"自{start.astimezone(SHANGHAI):%Y年%-m月%-d日%H:%M}起{amount}小时",)
        )

    def _working_days(self, first: date, amount: int, pauses: Sequence[Pause], reasons: list[str]) -> date:
        day, counted, swapped, paused = first, 0, [], 0
        while counted < amount:
            day += timedelta(days=1)
            if not self.is_working_day(day):
                continue
            if _is_paused(day, pauses):
                paused += 1
                continue
            counted += 1
            if day.weekday() >= 5:
                swapped.append(day)
        reasons.append(f"数{amount}个工作日，到{_day(day)}")
        if swapped:
            reasons.append("其中" + "、".join(_day(d) for d in swapped) + "是调休上班日，计入")
        if paused:
            reasons.append(f"中止期间的{paused}个工作日不计入")
        return day

    def _calendar_days(
        self, first: date, amount: int, unit: Unit, pauses: Sequence[Pause], reasons: list[str]
    ) -> date:
        last = _add(first, amount, unit)
        reasons.append(f"数{amount}{UNIT_TITLES[unit]}，到{_day(last)}")
        if unit is not Unit.DAY and last.day != first.day:
            reasons.append("到期的月没有对应日，以月末日为最后一日（民法典第202条）")
        if paused := _paused_days(first, last, pauses):
            last += timedelta(days=paused)
            reasons.append(f"中止的{paused}日不计入，顺延到{_day(last)}")
        return last

    def _rolled(self, last: date, reasons: list[str]) -> date:
        rolled = last
        while not self.is_working_day(rolled):
            rolled += timedelta(days=1)
        if rolled != last:
            reasons.append(
                f"{_day(last)}是休假日，以休假日结束的次日{_day(rolled)}为最后一日（民法典第203条）"
            )
        return rolled


def _add(first: date, amount: int, unit: Unit) -> date:
    if unit is Unit.DAY:
        return first + timedelta(days=amount)
    months = first.month - 1 + amount * (12 if unit is Unit.YEAR else 1)
    year, month = first.year + months // 12, months % 12 + 1
    month_end = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(first.day, month_end))


def _is_paused(day: date, pauses: Sequence[Pause]) -> bool:
    return any(pause.start <= day <= (pause.end or day) for pause in pauses)


def _paused_days(first: date, last: date, pauses: Sequence[Pause]) -> int:
    """Days after ``first`` that fall into a pause, counting on as the end moves."""
    day, left, paused = first, (last - first).days, 0
    while left:
        day += timedelta(days=1)
        if _is_paused(day, pauses):
            paused += 1
        else:
            left -= 1
    return paused


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@lru_cache(maxsize=8192)
def _published(day: date) -> bool | None:
    """Whether the day is worked, as published; None for a year whose arrangement is not known."""
    import chinese_calendar  # its tables take a moment to load

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def load_calendar(path: Path | None) -> Calendar:
    """The calendar with a yearly override file: ``2027: {休: [2027-01-01], 班: [2027-01-10]}``.

    Raises ValueError that says in Chinese which entry is wrong.
    """
    if path is None:
        return Calendar()
    overrides: dict[date, bool] = {}
    for year, days in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
        for word, worked in (("休", False), ("班", True)):
            for day in (days or {}).get(word) or []:
                if not isinstance(day, date) or day.year != year:
                    raise ValueError(f"{path.name}：{year}年的“{word}”里有不是该年日期的内容：{day}")
                if overrides.get(day, worked) is not worked:
                    raise ValueError(f"{path.name}：{day} 既写了休又写了班")
                overrides[day] = worked
    return Calendar(overrides)
