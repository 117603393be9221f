"""How many came week by week, beside what was to be expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongdao.trends.charts.drawing import (
    BAND,
    INK,
    LINE,
    QUIET,
    WIDTH,
    Chart,
    drawing,
    path,
    tag,
    words,
)
from gongdao.trends.charts.scales import Scale, said, ticks

_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 210.0, 30.0, 8.0, 24.0, 40.0


@dataclass(frozen=True, slots=True)
class Week:
    """One week: what came (None: still to come, or too few to show), what was expected and the usual range."""

    monday: date
    came: int | None
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    marked: bool = False


def week_series(title: str, says: str, weeks: Sequence[Week], *, band: str = "往常的范围") -> Chart:
    """Black line and dots: what came. Grey ``band`` between dashes: the usual range, or the one to come. Triangles:
    weeks of a warning."""
    top = max([w.came or 0 for w in weeks] + [w.high or 0 for w in weeks] + [1])
    levels = ticks(top)
    across = Scale(0, max(len(weeks) - 1, 1), _LEFT + 4, WIDTH - _RIGHT)
    up = Scale(0, levels[-1], _HEIGHT - _BOTTOM, _TOP)
    parts = [*_axes(weeks, levels, across, up), *_band(weeks, across, up), *_line(weeks, across, up)]
    marked = [n for n, week in enumerate(weeks) if week.marked and week.came is not None]
    parts += [_triangle(across(n), up(weeks[n].came or 0) - 8) for n in marked]
    parts.append(_key(band if any(w.high is not None for w in weeks) else "", bool(marked)))
    rows = tuple(
        (f"{w.monday:%Y-%m-%d}", _count(w.came), _number(w.expected), _range(w), "是" if w.marked else "")
        for w in weeks
    )
    head = ("一周的星期一", "件数", "大约", band, "预警")
    return Chart(title, says, drawing(title, says, _HEIGHT, *parts), head, rows)


def _axes(weeks: Sequence[Week], levels: Sequence[float], across: Scale, up: Scale) -> list[str]:
    parts = []
    for level in levels:
        y = up(level)
        parts.append(tag("line", x1=_LEFT, x2=WIDTH - _RIGHT, y1=y, y2=y, stroke=LINE, stroke_width=0.5))
        parts.append(words(said(level), _LEFT - 4, y + 4, anchor="end", size=11, fill=QUIET))
    last_x = -100.0
    for number, week in enumerate(weeks):
        first = number == 0 or weeks[number - 1].monday.month != week.monday.month
        x = across(number)
        if first and x - last_x >= 44 and x < WIDTH - 34:
            parts.append(tag("line", x1=x, x2=x, y1=up(0), y2=up(0) + 4, stroke=QUIET))
            text = f"{week.monday:%y}年{week.monday.month}月"
            parts.append(words(text, x - 4, up(0) + 16, size=10.5, fill=QUIET))
            last_x = x
    return parts


def _band(weeks: Sequence[Week], across: Scale, up: Scale) -> list[str]:
    known = [(n, w) for n, w in enumerate(weeks) if w.low is not None and w.high is not None]
    if not known:
        return []
    upper = [(across(n), up(w.high or 0)) for n, w in known]
    lower = [(across(n), up(w.low or 0)) for n, w in known]
    middle = [(across(n), up(w.expected)) for n, w in known if w.expected is not None]
    dashes = {"fill": "none", "stroke": QUIET, "stroke_width": 0.8, "stroke_dasharray": "3 2"}
    return [
        tag("path", d=path([*upper, *lower[::-1]], closed=True), fill=BAND),
        tag("path", d=path(upper), **dashes),
        tag("path", d=path(lower), **dashes),
        tag("path", d=path(middle), fill="none", stroke=QUIET, stroke_width=1.2),
    ]


def _line(weeks: Sequence[Week], across: Scale, up: Scale) -> list[str]:
    parts, run = [], []
    for number, week in enumerate([*weeks, Week(date.max, None)]):
        if week.came is not None:
            run.append((across(number), up(week.came)))
            continue
        if run:
            parts.append(tag("path", d=path(run), fill="none", stroke=INK, stroke_width=1.6))
            parts += [tag("circle", cx=x, cy=y, r=1.8, fill=INK) for x, y in run]
        run = []
    return parts


def _triangle(x: float, y: float) -> str:
    return tag("path", d=path([(x - 4, y - 7), (x + 4, y - 7), (x, y)], closed=True), fill=INK)


def _key(band: str, marked: bool) -> str:
    """What the marks mean, below the axis."""
    y = _HEIGHT - 7
    parts = [
        tag("line", x1=_LEFT, x2=_LEFT + 18, y1=y - 4, y2=y - 4, stroke=INK, stroke_width=1.6),
        tag("circle", cx=_LEFT + 9, cy=y - 4, r=1.8, fill=INK), words("实际件数", _LEFT + 23, y, size=11),
    ]  # fmt: skip
    if band:
        parts.append(tag("rect", x=112, y=y - 9, width=18, height=10, fill=BAND, stroke=QUIET, stroke_width=0.8, stroke_dasharray="3 2"))  # fmt: skip
        parts.append(words(band, 135, y, size=11))
    if marked:
        parts += [_triangle(220, y), words("发出预警的周", 229, y, size=11)]
    return "".join(parts)


def _count(came: int | None) -> str:
    return "" if came is None else str(came)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _range(week: Week) -> str:
    return "" if week.low is None or week.high is None else f"{week.low:.0f}–{week.high:.0f}"
