"""Area and centre of gravity of a ring of points, closed or not."""

from collections.abc import Sequence

Point = tuple[float, float]


def signed_area(ring: Sequence[Point]) -> float:
    """Positive if the ring runs counter-clockwise."""
    return sum(_cross(a, b) for a, b in _edges(ring)) / 2


def centre(ring: Sequence[Point]) -> Point:
    """The centre of gravity; the mean of the points where the ring has no area."""
    whole = signed_area(ring)
    if abs(whole) < 1e-12:
        return (sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring))
    x = sum((a[0] + b[0]) * _cross(a, b) for a, b in _edges(ring))
    y = sum((a[1] + b[1]) * _cross(a, b) for a, b in _edges(ring))
    return (x / (6 * whole), y / (6 * whole))


def largest(polygons: Sequence[Sequence[Sequence[Point]]]) -> Sequence[Point]:
    """The outer ring of the largest polygon; empty where there is none."""
    return max((polygon[0] for polygon in polygons), key=lambda ring: abs(signed_area(ring)), default=())


def _edges(ring: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True)) if ring else []


def _cross(a: Point, b: Point) -> float:
    return a[0] * b[1] - b[0] * a[1]
