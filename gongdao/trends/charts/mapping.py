"""A map of areas: a pattern says how the rate stands beside the whole city's, a thick edge marks a warning."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from gongdao.trends.charts.drawing import INK, QUIET, WIDTH, Chart, drawing, halo, path, tag, words
from gongdao.trends.charts.geometry import centre, largest
from gongdao.trends.charts.rates import Against

Ring = Sequence[tuple[float, float]]
_MARGIN, _TALLEST, _NEAR, _NAMED = 6.0, 420.0, 0.4, 14
_FILL = {
    Against.LOWER: "url(#map-dots)", Against.SAME: "#fff", Against.HIGHER: "url(#map-hatch)", Against.HIDDEN: "#e4e7ea",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """An area on the map: polygons of rings (outer first) in its own coordinates, and what is to be said of it."""

    name: str
    polygons: Sequence[Sequence[Ring]]
    against: Against
    told: str
    warned: bool = False


def area_map(title: str, says: str, places: Sequence[Place]) -> Chart:
    """Names stand on the map while there are few areas; with many, numbers that the table explains."""
    fit = _Fit.around([ring for place in places for polygon in place.polygons for ring in polygon])
    shapes = [_shape(place, fit) for place in places]
    edges = [_shape(place, fit, edge=True) for place in places if place.warned]
    labels = [_label(number, place, fit, len(places)) for number, place in enumerate(places, 1)]
    key, height = _key(fit.height + 10, any(place.warned for place in places))
    rows = tuple(
        (str(number), place.name, place.told, place.against.value, "有" if place.warned else "")
        for number, place in enumerate(places, 1)
    )
    svg = drawing(title, says, height, _patterns(), *shapes, *edges, *labels, key)
    return Chart(title, says, svg, ("编号", "地区", "每万人件数", "与全市比", "预警"), rows)


@dataclass(frozen=True, slots=True)
class _Fit:
    """From the areas' coordinates to the paper. Degrees are squeezed by latitude, so that shapes look right."""

    left: float
    top: float
    across: float
    up: float
    height: float

    @classmethod
    def around(cls, rings: Sequence[Ring]) -> "_Fit":
        xs = [x for ring in rings for x, _ in ring] or [0.0, 1.0]
        ys = [y for ring in rings for _, y in ring] or [0.0, 1.0]
        squeeze = cos(radians((min(ys) + max(ys)) / 2)) if _are_degrees(xs, ys) else 1.0
        wide, tall = (max(xs) - min(xs)) * squeeze or 1.0, max(ys) - min(ys) or 1.0
        scale = min((WIDTH - 2 * _MARGIN) / wide, (_TALLEST - 2 * _MARGIN) / tall)
        left = min(xs) - (WIDTH / scale - wide) / 2 / squeeze
        return cls(left, max(ys), scale * squeeze, scale, tall * scale + 2 * _MARGIN)

    def points(self, ring: Ring) -> list[tuple[float, float]]:
        """The ring on the paper, without points that cannot be told apart."""
        kept: list[tuple[float, float]] = []
        for x, y in ring:
            at = ((x - self.left) * self.across, _MARGIN + (self.top - y) * self.up)
            if not kept or abs(at[0] - kept[-1][0]) + abs(at[1] - kept[-1][1]) > _NEAR:
                kept.append(at)
        return kept


def _are_degrees(xs: Sequence[float], ys: Sequence[float]) -> bool:
    return min(xs) >= -180 and max(xs) <= 180 and min(ys) >= -85 and max(ys) <= 85


def _shape(place: Place, fit: _Fit, *, edge: bool = False) -> str:
    data = "".join(path(fit.points(ring), closed=True) for polygon in place.polygons for ring in polygon)
    if edge:
        return tag("path", d=data, fill="none", stroke=INK, stroke_width=3.2, stroke_linejoin="round")
    said = tag("title", f"{_safe(place.name)}：{_safe(place.told)}")
    return tag(
        "path", said, d=data, fill=_FILL[place.against], fill_rule="evenodd", stroke=QUIET, stroke_width=0.8
    )


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _label(number: int, place: Place, fit: _Fit, many: int) -> str:
    points = fit.points(largest(place.polygons))
    if not points:
        return ""
    x, y = centre(points)
    if many > _NAMED:
        return halo(f"{number}{'▲' if place.warned else ''}", x, y + 4, anchor="middle", size=10)
    name = halo(f"{'▲' if place.warned else ''}{place.name}", x, y, anchor="middle", size=12)
    return name + halo(place.told, x, y + 14, anchor="middle", size=11)


def _patterns() -> str:
    square = {"patternUnits": "userSpaceOnUse", "width": 7, "height": 7}
    white = tag("rect", width=7, height=7, fill="#fff")
    dots = tag("pattern", white, tag("circle", cx=3.5, cy=3.5, r=0.9, fill=INK), id="map-dots", **square)
    lines = tag("path", d="M-1 1L1 -1M0 7L7 0M6 8L8 6", stroke=INK, stroke_width=1.3)
    hatch = tag("pattern", white, lines, id="map-hatch", **square)
    return tag("defs", dots, hatch)


def _key(top: float, warned: bool) -> tuple[str, float]:
    parts, y = [], top
    for number, against in enumerate(Against):
        x = 8.0 + (number % 2) * 176
        y = top + (number // 2) * 20
        parts.append(tag("rect", x=x, y=y, width=22, height=13, fill=_FILL[against], stroke=QUIET))
        parts.append(words(against.value, x + 28, y + 11, size=11.5))
    if warned:
        y += 20
        parts.append(tag("rect", x=8, y=y, width=22, height=13, fill="#fff", stroke=INK, stroke_width=3))
        parts.append(words("▲ 粗边：现在有预警", 36, y + 11, size=11.5))
    return "".join(parts), y + 20
