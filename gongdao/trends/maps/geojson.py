"""Reading a GeoJSON file of areas. What is wrong with it is said in plain Chinese, with the place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

CODE_NAMES = ("code", "adcode", "区划代码", "行政区划代码", "代码")
MOST_POINTS = 2_000_000
_KINDS = {"Polygon": "面", "MultiPolygon": "多面"}
Polygons = list[list[list[tuple[float, float]]]]


class MapError(Exception):
    """The file cannot be used; the text says why in Chinese."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One area of the file."""

    code: str
    polygons: Polygons


def read_geojson(text: str) -> list[Shape]:
    """The shapes in the order of the file. Raises MapError."""
    features = _features(text)
    shapes: dict[str, Shape] = {}
    points = 0
    for number, feature in enumerate(features, 1):
        shape = _shape(feature, f"第{number}个地区")
        if shape.code in shapes:
            raise MapError(f"第{number}个地区：代码{shape.code}在前面已经出现过，每个地区只能有一条。")
        points += sum(len(ring) for polygon in shape.polygons for ring in polygon)
        if points > MOST_POINTS:
            raise MapError("界线的点太多（超过二百万个）。请先用制图软件简化，再导入。")
        shapes[shape.code] = shape
    return list(shapes.values())


def _features(text: str) -> list[Any]:
    if not text.strip():
        raise MapError("文件是空的。")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise MapError("这不是 GeoJSON 文件：内容不是完整的 JSON。") from None
    if not isinstance(content, dict) or content.get("type") != "FeatureCollection":
        raise MapError("这不是 GeoJSON 地区文件：最外层要是 FeatureCollection。")
    features = content.get("features")
    if not isinstance(features, list) or not features:
        raise MapError("文件里一个地区也没有（features 是空的）。")
    return features


def _shape(feature: Any, where: str) -> Shape:
    if not isinstance(feature, dict):
        raise MapError(f"{where}：写法不对，要是一个 Feature。")
    properties = feature.get("properties")
    code = _code(properties if isinstance(properties, dict) else {}, where)
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in _KINDS or not isinstance(geometry, dict):
        raise MapError(f"{where}（{code}）：界线要是面（Polygon 或 MultiPolygon），不能是“{kind or '空'}”。")
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(polygons, list) or not polygons:
        raise MapError(f"{where}（{code}）：没有界线的点。")
    return Shape(code, [_polygon(polygon, f"{where}（{code}）") for polygon in polygons])


def _code(properties: Mapping[str, Any], where: str) -> str:
    for name in CODE_NAMES:
        value = properties.get(name)
        if isinstance(value, int | str) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    raise MapError(f"{where}：没有写地区代码。请在 properties 里用 code 写明，与平台里的地区代码一致。")


def _polygon(rings: Any, where: str) -> list[list[tuple[float, float]]]:
    if not isinstance(rings, list) or not rings:
        raise MapError(f"{where}：没有界线的点。")
    return [_ring(ring, where) for ring in rings]


def _ring(ring: Any, where: str) -> list[tuple[float, float]]:
    if not isinstance(ring, list) or len(ring) < 4:
        raise MapError(f"{where}：一圈界线至少要四个点（首尾相同）。")
    points = [_point(point, where) for point in ring]
    if points[0] != points[-1]:
        raise MapError(f"{where}：界线没有闭合，最后一个点要和第一个点相同。")
    if len(set(points)) < 3:
        raise MapError(f"{where}：界线围不成一块地方。")
    return points


def _point(point: Any, where: str) -> tuple[float, float]:
    numbers = point[:2] if isinstance(point, list) and len(point) >= 2 else []
    good = [n for n in numbers if isinstance(n, int | float) and not isinstance(n, bool) and isfinite(n)]
    if len(good) != 2:
        raise MapError(f"{where}：有一个点的坐标不是两个数：{str(point)[:40]}")
    return (float(good[0]), float(good[1]))
