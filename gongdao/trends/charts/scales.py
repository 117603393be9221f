"""From numbers to places on the paper, and round numbers beside an axis."""

from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from ``low``…``high`` to ``start``…``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        width = self.high - self.low or 1.0
        return self.start + (value - self.low) / width * (self.end - self.start)


def ticks(high: float, wanted: int = 4) -> list[float]:
    """Round numbers from 0 to at least ``high``; whole ones from 1 on."""
    rough = max(high, 1e-9) / wanted
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough * 0.999)
    if high > 2:
        step = max(1.0, step)
    return [number * step for number in range(ceil(high / step - 1e-9) + 1)]


def said(value: float) -> str:
    """A tick as people write it."""
    return f"{value:g}"
