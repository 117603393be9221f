"""Many small series side by side, all on one scale of time; each says its own largest number."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongdao.trends.charts.drawing import BAND, INK, LINE, QUIET, WIDTH, Chart, drawing, path, tag, words
from gongdao.trends.charts.scales import Scale

_COLUMNS, _HEIGHT, _GAP, _TOP = 2, 88.0, 14.0, 6.0


@dataclass(frozen=True, slots=True)
class Small:
    """A name and its counts by period; None: too few to show."""

    name: str
    counts: tuple[int | None, ...]
    shown: tuple[str, ...]


def small_multiples(title: str, says: str, periods: Sequence[str], many: Sequence[Small]) -> Chart:
    """Bars of every series in a frame of its own, drawn to its own height, which stands beside its name."""
    width = (WIDTH - _GAP) / _COLUMNS
    parts = []
    for number, one in enumerate(many):
        row, column = divmod(number, _COLUMNS)
        parts.append(_frame(one, column * (width + _GAP), _TOP + row * (_HEIGHT + _GAP), width))
    rows_of_frames = -(-len(many) // _COLUMNS)
    height = _TOP + rows_of_frames * (_HEIGHT + _GAP) + 14
    parts.append(words(f"每格从左到右：{periods[0]}至{periods[-1]}", 0, height - 6, size=11, fill=QUIET))
    rows = tuple((one.name, *one.shown) for one in many)
    return Chart(title, says, drawing(title, says, height, *parts), ("", *periods), rows)


def _frame(one: Small, left: float, top: float, width: float) -> str:
    most = max([count or 0 for count in one.counts] + [1])
    floor = top + _HEIGHT
    up = Scale(0, most, floor, top + 22)
    step = width / max(len(one.counts), 1)
    known = [count for count in one.counts if count is not None]
    parts = [words(one.name, left, top + 12, size=12)]
    tail = f"最多{most}件" if any(known) else "数太小"
    parts.append(words(tail, left + width, top + 12, size=10.5, anchor="end", fill=QUIET))
    for number, count in enumerate(one.counts):
        x = left + number * step
        if count is None:
            parts.append(tag("path", d=path([(x + 1, floor - 3), (x + step - 1, floor - 3)]), stroke=QUIET, stroke_width=0.8, stroke_dasharray="1 1"))  # fmt: skip
        elif count:
            parts.append(tag("rect", x=x + 0.6, y=up(count), width=max(step - 1.2, 0.8), height=floor - up(count), fill=BAND, stroke=INK, stroke_width=0.7))  # fmt: skip
    parts.append(tag("line", x1=left, x2=left + width, y1=floor, y2=floor, stroke=LINE))
    return "".join(parts)
