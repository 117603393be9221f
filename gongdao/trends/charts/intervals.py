"""Areas beside each other by rate, each with its uncertainty; in the order of the area codes, never by rank."""

from collections.abc import Sequence

from gongdao.trends.charts.drawing import INK, LINE, QUIET, WIDTH, Chart, drawing, tag, words
from gongdao.trends.charts.rates import Against, Rate
from gongdao.trends.charts.scales import Scale, said, ticks

_ROW, _TOP, _NAME = 24.0, 8.0, 92.0
_SIGN = {Against.LOWER: "低", Against.SAME: "", Against.HIGHER: "高", Against.HIDDEN: ""}


def rate_intervals(title: str, says: str, rates: Sequence[Rate], whole: float) -> Chart:
    """A dot for the rate, a bar for the 95 % interval, a dashed line for the whole city."""
    top = max([r.high for r in rates if r.cases is not None] + [whole * 1.5, 0.1])
    levels = ticks(top)
    across = Scale(0, levels[-1], _NAME + 6, WIDTH - 24)
    floor = _TOP + _ROW * len(rates)
    parts = []
    for level in levels:
        x = across(level)
        parts.append(tag("line", x1=x, x2=x, y1=_TOP, y2=floor, stroke=LINE, stroke_width=0.5))
        parts.append(words(said(level), x, floor + 14, anchor="middle", size=11, fill=QUIET))
    x = across(whole)
    parts.append(tag("line", x1=x, x2=x, y1=_TOP - 4, y2=floor, stroke=INK, stroke_dasharray="5 3"))
    parts += [
        _row(one, _TOP + _ROW * (number + 0.5), across, one.against(whole))
        for number, one in enumerate(rates)
    ]
    key = "点：每万人件数　横线：95%的范围　虚线：全市"
    parts.append(words(key, WIDTH / 2, floor + 32, size=11, anchor="middle"))
    rows = tuple(_told(one, whole) for one in rates)
    head = ("地区", "件数", "人口", "每万人件数", "95%的范围", "与全市比")
    return Chart(title, says, drawing(title, says, floor + 40, *parts), head, rows)


def _row(one: Rate, y: float, across: Scale, against: Against) -> str:
    parts = [words(one.name, _NAME, y + 4, anchor="end", size=12)]
    if against is Against.HIDDEN:
        return "".join([*parts, words("数太小，不显示", across(0) + 4, y + 4, size=11, fill=QUIET)])
    low, high = across(one.low), across(one.high)
    parts.append(tag("line", x1=low, x2=high, y1=y, y2=y, stroke=INK, stroke_width=1.4))
    parts += [tag("line", x1=x, x2=x, y1=y - 4, y2=y + 4, stroke=INK, stroke_width=1.4) for x in (low, high)]
    filled = INK if against is not Against.SAME else "#fff"
    parts.append(tag("circle", cx=across(one.value), cy=y, r=4, fill=filled, stroke=INK, stroke_width=1.4))
    parts.append(words(_SIGN[against], WIDTH - 4, y + 4, anchor="end", size=12))
    return "".join(parts)


def _told(one: Rate, whole: float) -> tuple[str, ...]:
    if one.cases is None:
        return (one.name, "数太小", f"{one.population:,}", "", "", Against.HIDDEN.value)
    span = f"{one.low:.2f}–{one.high:.2f}"
    return (
        one.name,
        str(one.cases),
        f"{one.population:,}",
        f"{one.value:.2f}",
        span,
        one.against(whole).value,
    )
