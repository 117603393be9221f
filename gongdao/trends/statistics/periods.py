"""Months, quarters and years, written as people file them: 2026-03, 2026Q1, 2026."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_CODE = re.compile(r"^(\d{4})(?:-(0[1-9]|1[0-2])|Q([1-4]))?$")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One calendar month."""

    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def next(self) -> "Month":
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def number(self) -> int:
        """As one number that sorts, 202603: engines agree on it."""
        return self.year * 100 + self.month

    @property
    def title(self) -> str:
        return f"{self.year}年{self.month}月"

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months in a row."""

    code: str
    title: str
    months: tuple[Month, ...]

    @property
    def first(self) -> date:
        """The first day."""
        return self.months[0].first

    @property
    def after(self) -> date:
        """The day after the last."""
        return self.months[-1].next.first

    @property
    def days(self) -> tuple[date, date]:
        """Both together."""
        return self.first, self.after

    def is_over(self, today: date) -> bool:
        """Whether the period has ended."""
        return self.after <= today


class NotAPeriod(ValueError):
    """The text says why in Chinese."""


def period(code: str) -> Period:
    """The period with this code. Raises NotAPeriod."""
    found = _CODE.match(code)
    if found is None or not 1950 <= int(found[1]) <= 2200:
        raise NotAPeriod(f"期间要写成 2026-03（月）、2026Q1（季度）或 2026（年），不能是“{code[:20]}”。")
    year, month, quarter = int(found[1]), found[2], found[3]
    if month:
        return Period(code, f"{year}年{int(month)}月", (Month(year, int(month)),))
    if quarter:
        first = int(quarter) * 3 - 2
        return Period(
            code, f"{year}年第{'一二三四'[int(quarter) - 1]}季度", _months(year, range(first, first + 3))
        )
    return Period(code, f"{year}年", _months(year, range(1, 13)))


def span(first: Month, last: Month) -> Period:
    """Every month from the first to the last."""
    months = [first]
    while months[-1] < last:
        months.append(months[-1].next)
    title = first.title if first == last else f"{first.title}至{last.title}"
    return Period(f"{first}..{last}", title, tuple(months))


def _months(year: int, numbers: Sequence[int]) -> tuple[Month, ...]:
    return tuple(Month(year, number) for number in numbers)
