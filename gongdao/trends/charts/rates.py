"""A rate for so many people, with how unsure it is: Byar's approximation to the exact Poisson interval."""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

PER = 10_000
_Z = 1.96


class Against(StrEnum):
    """An area's rate beside the whole city's."""

    LOWER = "明显低于全市"
    SAME = "与全市相当"
    HIGHER = "明显高于全市"
    HIDDEN = "数太小，不显示"


@dataclass(frozen=True, slots=True)
class Rate:
    """Cases for 10,000 people and the 95 % interval; ``cases`` None where they may not be told."""

    name: str
    cases: int | None
    population: int
    value: float
    low: float
    high: float

    def against(self, whole: float) -> Against:
        """Different only where the whole interval lies on one side."""
        if self.cases is None:
            return Against.HIDDEN
        if self.low > whole:
            return Against.HIGHER
        return Against.LOWER if self.high < whole else Against.SAME


def rate(name: str, cases: int | None, population: int, *, scatter: float = 1.0) -> Rate:
    """``scatter`` is the variance over the mean of the counts (1 for Poisson); the interval widens with its root."""
    count = cases or 0
    low, high = _interval(count)
    wider = sqrt(max(scatter, 1.0))
    low, high = max(0.0, count - (count - low) * wider), count + (high - count) * wider
    per = PER / max(population, 1)
    return Rate(name, cases, population, count * per, low * per, high * per)


def _interval(count: int) -> tuple[float, float]:
    more = count + 1
    high = more * (1 - 1 / (9 * more) + _Z / (3 * sqrt(more))) ** 3
    low = count * (1 - 1 / (9 * count) - _Z / (3 * sqrt(count))) ** 3 if count else 0.0
    return low, high
