"""Writes: boundaries from a GeoJSON file, whole or not at all."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongdao.people.models import Area
from gongdao.trends.maps.geojson import MapError, read_geojson
from gongdao.trends.maps.models import Boundary

_NAMED = 5  # how many are named in a sentence


@dataclass(frozen=True, slots=True)
class Imported:
    """How many areas have a boundary now, and which of the same levels still lack one."""

    count: int
    without: list[Area]


@transaction.atomic
def import_boundaries(text: str, *, at: datetime) -> Imported:
    """Match each shape to the area with its code; a boundary already there is replaced. Raises MapError."""
    shapes = read_geojson(text)
    areas = {area.code: area for area in Area.objects.filter(code__in=[shape.code for shape in shapes])}
    unknown = [shape.code for shape in shapes if shape.code not in areas]
    if unknown:
        named = "、".join(unknown[:_NAMED]) + ("等" if len(unknown) > _NAMED else "")
        raise MapError(
            f"平台里没有这些地区代码：{named}（共{len(unknown)}个）。请先导入地区，或改正文件里的代码。什么也没有导入。"
        )
    for shape in shapes:
        Boundary.objects.update_or_create(
            area=areas[shape.code], defaults={"polygons": shape.polygons, "imported_at": at}
        )
    levels = {area.level for area in areas.values()}
    without = Area.objects.filter(level__in=levels, boundary=None).order_by("code")
    return Imported(len(shapes), list(without))
